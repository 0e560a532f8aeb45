/** Those Plex offers for what it shows and plays. */
export const PLEX_LANGUAGES = `
default ar-SA ca-ES cs-CZ da-DK de-DE el-GR en-AU en-CA en-GB en-US es-ES es-MX et-EE fa-IR fi-FI fr-CA fr-FR he-IL
hi-IN hu-HU id-ID it-IT ja-JP ko-KR lt-LT lv-LV nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sv-SE th-TH tr-TR
uk-UA vi-VN zh-CN zh-HK zh-TW
`
  .trim()
  .split(/\s+/);
