import { theme } from '../../../theme/theme.ts';
import { monaco } from './monaco.ts';

type Mode = 'dark' | 'light';

export const lookNamed = (mode: Mode) => `marquee-${mode}`;

/** The house's colours for Monaco, which knows no variables. */
export function defineLooks(): void {
  for (const mode of ['dark', 'light'] as const) defineLook(mode);
}

function defineLook(mode: Mode): void {
  const palette = theme.colorSchemes[mode]?.palette;
  if (!palette) throw new Error(`The theme has no ${mode} colours`);
  const { background, text, line, raised, edge, info, success, error, warning, accentStrong, focus } =
    palette;
  const bare = (colour: string) => colour.replace('#', '');
  const clear = (colour: string, alpha: string) => `${colour}${alpha}`;
  // In light a colour is too pale for letters on the tints of a comparison.
  const ink = (colour: string) => bare(mode === 'light' ? mixed(colour, text.primary, 0.3) : colour);
  monaco.editor.defineTheme(lookNamed(mode), {
    base: mode === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: bare(text.primary) },
      { token: 'type', foreground: ink(info.main) },
      { token: 'string', foreground: bare(text.primary) },
      { token: 'number', foreground: ink(accentStrong) },
      { token: 'keyword', foreground: ink(accentStrong) },
      { token: 'comment', foreground: ink(text.low), fontStyle: 'italic' },
      { token: 'tag', foreground: ink(success.main) },
      { token: 'namespace', foreground: ink(success.main) },
      { token: 'operators', foreground: bare(text.secondary) },
      { token: 'delimiter', foreground: bare(text.secondary) },
    ],
    colors: {
      foreground: text.primary,
      descriptionForeground: text.secondary,
      errorForeground: error.main,
      'icon.foreground': text.secondary,
      focusBorder: focus,
      'editor.background': background.default,
      'editor.foreground': text.primary,
      'editorCursor.foreground': text.primary,
      'editorLineNumber.foreground': text.low,
      'editorLineNumber.activeForeground': text.primary,
      'editor.lineHighlightBackground': raised,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': clear(info.main, '44'),
      'editor.inactiveSelectionBackground': clear(info.main, '26'),
      'editor.wordHighlightBackground': clear(info.main, '22'),
      'editor.wordHighlightTextBackground': clear(info.main, '22'),
      'editor.findMatchBackground': clear(accentStrong, '66'),
      'editor.findMatchHighlightBackground': clear(accentStrong, '33'),
      'editorIndentGuide.background1': line,
      'editorIndentGuide.activeBackground1': edge,
      'editorWhitespace.foreground': line,
      'editorBracketMatch.background': clear(info.main, '22'),
      'editorBracketMatch.border': edge,
      'editorLink.activeForeground': info.main,
      'textLink.foreground': info.main,
      'editorGutter.background': background.default,
      'editorError.foreground': error.main,
      'editorWarning.foreground': warning.main,
      'editorInfo.foreground': info.main,
      'editorLightBulb.foreground': accentStrong,
      'editorLightBulbAutoFix.foreground': info.main,
      'editorOverviewRuler.errorForeground': error.main,
      'editorOverviewRuler.warningForeground': warning.main,
      'editorOverviewRuler.infoForeground': info.main,
      'minimap.errorHighlight': error.main,
      'minimap.warningHighlight': warning.main,
      'editorOverviewRuler.border': '#00000000',
      'editorStickyScroll.background': background.paper,
      'editorStickyScroll.border': line,
      'editorStickyScrollHover.background': raised,
      'editorWidget.background': raised,
      'editorWidget.foreground': text.primary,
      'editorWidget.border': edge,
      'editorHoverWidget.background': raised,
      'editorHoverWidget.foreground': text.primary,
      'editorHoverWidget.border': edge,
      'editorHoverWidget.statusBarBackground': background.paper,
      'editorSuggestWidget.background': raised,
      'editorSuggestWidget.foreground': text.primary,
      'editorSuggestWidget.border': edge,
      'editorSuggestWidget.selectedBackground': line,
      'editorSuggestWidget.selectedForeground': text.primary,
      'editorSuggestWidget.highlightForeground': accentStrong,
      'editorSuggestWidget.focusHighlightForeground': accentStrong,
      'editorMarkerNavigation.background': background.paper,
      'list.hoverBackground': line,
      'list.focusBackground': line,
      'list.focusForeground': text.primary,
      'list.highlightForeground': accentStrong,
      'list.focusHighlightForeground': accentStrong,
      'quickInput.background': raised,
      'quickInput.foreground': text.primary,
      'quickInputList.focusBackground': line,
      'quickInputList.focusForeground': text.primary,
      'pickerGroup.foreground': text.secondary,
      'pickerGroup.border': line,
      'keybindingLabel.background': background.paper,
      'keybindingLabel.foreground': text.secondary,
      'keybindingLabel.border': line,
      'keybindingLabel.bottomBorder': line,
      'input.background': background.default,
      'input.foreground': text.primary,
      'input.border': edge,
      'input.placeholderForeground': text.low,
      'inputOption.activeBorder': focus,
      'inputOption.activeForeground': text.primary,
      'inputOption.activeBackground': line,
      'menu.background': raised,
      'menu.foreground': text.primary,
      'menu.selectionBackground': line,
      'menu.selectionForeground': text.primary,
      'menu.separatorBackground': line,
      'menu.border': edge,
      'widget.shadow': '#00000040',
      'widget.border': edge,
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': clear(edge, '66'),
      'scrollbarSlider.hoverBackground': clear(edge, '99'),
      'scrollbarSlider.activeBackground': edge,
      'minimap.background': background.default,
      'minimapSlider.background': clear(edge, '33'),
      'minimapSlider.hoverBackground': clear(edge, '55'),
      'minimapSlider.activeBackground': clear(edge, '77'),
      'diffEditor.insertedTextBackground': clear(success.main, '22'),
      'diffEditor.removedTextBackground': clear(error.main, '22'),
      'diffEditor.insertedLineBackground': clear(success.main, '14'),
      'diffEditor.removedLineBackground': clear(error.main, '14'),
      'diffEditor.diagonalFill': line,
      'diffEditor.border': line,
      'diffEditor.unchangedRegionBackground': background.paper,
      'diffEditor.unchangedRegionForeground': text.secondary,
      'diffEditor.unchangedCodeBackground': '#00000000',
      'symbolIcon.propertyForeground': info.main,
      'symbolIcon.moduleForeground': accentStrong,
      'symbolIcon.enumMemberForeground': accentStrong,
      'symbolIcon.fileForeground': text.secondary,
      'symbolIcon.functionForeground': success.main,
    },
  });
}

/** Two colours as `#rrggbb`, so much of the second. */
function mixed(one: string, other: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const second = parts(other);
  const blend = parts(one).map((part, at) => Math.round(part * (1 - share) + (second[at] ?? 0) * share));
  return `#${blend.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
