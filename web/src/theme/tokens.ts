/** Every colour, size and time of the look, once. Pages reach them through the theme only. */
export interface Tones {
  background: string;
  surface: string;
  raised: string;
  line: string;
  /** Edges of controls: 3 to 1 against every ground, which a line need not be. */
  edge: string;
  text: { high: string; middle: string; low: string };
  accent: string;
  onAccent: string;
  /** The accent as small text or under small text: 4.5 to 1 where the plain one is not. */
  accentStrong: string;
  onAccentStrong: string;
  ok: string;
  info: string;
  warn: string;
  error: string;
  focus: string;
  /** Grounds of posters that are still on their way, picked by id. */
  poster: readonly string[];
}

export const dark: Tones = {
  background: '#0B0D10',
  surface: '#12151A',
  raised: '#1A1E25',
  line: '#2A303A',
  edge: '#6B7482',
  text: { high: '#F2F4F7', middle: '#B4BCC8', low: '#8A94A3' },
  accent: '#F2B134',
  onAccent: '#1B1403',
  accentStrong: '#F2B134',
  onAccentStrong: '#1B1403',
  ok: '#3FB27F',
  info: '#5AA9E6',
  warn: '#E8A33D',
  error: '#EF6B62',
  focus: '#7AB7FF',
  poster: ['#1B2129', '#1F1F29', '#241F26', '#26201D', '#22231B', '#1A241E', '#192426', '#1D2127'],
};

export const light: Tones = {
  background: '#FAFAF8',
  surface: '#FFFFFF',
  raised: '#F3F2EE',
  line: '#E2E0D8',
  edge: '#85827A',
  text: { high: '#16181D', middle: '#474E5C', low: '#5F6775' },
  accent: '#B97A00',
  onAccent: '#FFFFFF',
  accentStrong: '#8F5E00',
  onAccentStrong: '#FFFFFF',
  ok: '#1F8A5B',
  info: '#1F73B7',
  warn: '#9A6200',
  error: '#C23B32',
  focus: '#1F73B7',
  poster: ['#E4E7EB', '#E6E5EC', '#ECE5EA', '#EEE7E1', '#EAEBE0', '#E1EBE4', '#E0EAEC', '#E5E8EB'],
};

export const fonts = {
  text: "'Inter Variable', system-ui, sans-serif",
  mono: "'JetBrains Mono Variable', ui-monospace, monospace",
};
export const sizes = {
  caption: 12,
  small: 13,
  text: 14,
  lead: 16,
  title: 20,
  page: 28,
  display: 40,
} as const;
export const weights = { text: 400, medium: 500, strong: 650 } as const;
export const radius = { control: 6, card: 10, dialog: 14 } as const;
export const motion = { state: 120, place: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' } as const;
/** One step of space; the scale is 1, 2, 3, 4, 6, 8, 12, 16 of these. */
export const space = 4;
export const frame = { railOpen: 240, railFolded: 64, topBar: 56, bottomBar: 60, content: 1600 } as const;
export const floating = { dark: '0 12px 40px rgb(0 0 0 / 0.55)', light: '0 12px 36px rgb(22 24 29 / 0.16)' };
/** Words on a picture: the same in both themes, since they lie on the picture and not on the page. */
export const onPicture = {
  text: dark.text.high,
  badge: 'rgb(242 244 247 / 0.16)',
  veil: 'linear-gradient(to top, rgb(11 13 16 / 0.97) 0%, rgb(11 13 16 / 0.9) 30%, rgb(11 13 16 / 0.6) 52%, rgb(11 13 16 / 0) 80%)',
} as const;
