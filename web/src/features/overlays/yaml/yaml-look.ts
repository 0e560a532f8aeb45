import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { theme } from '../../../theme/theme.ts';

const { palette } = theme.vars;
const { mono } = theme.typography;

/** The house's colours for an editor of text; they follow the theme by themselves, being its variables. */
export const look = EditorView.theme({
  '&': { color: palette.text.primary, backgroundColor: palette.background.default },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: String(mono.fontFamily), fontSize: String(mono.fontSize), lineHeight: '1.6' },
  '.cm-content': { caretColor: palette.text.primary, padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: palette.text.primary },
  '.cm-gutters': { backgroundColor: palette.background.default, color: palette.text.low, border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: palette.raised },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: palette.line,
  },
  '.cm-tooltip': {
    backgroundColor: palette.raised,
    border: `1px solid ${palette.edge}`,
    borderRadius: '6px',
    color: palette.text.primary,
  },
});

export const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: palette.info.main },
  { tag: [tags.string, tags.content], color: palette.text.primary },
  { tag: [tags.number, tags.bool, tags.null], color: palette.accentStrong },
  { tag: tags.comment, color: palette.text.low, fontStyle: 'italic' },
  { tag: [tags.keyword, tags.typeName, tags.labelName], color: palette.success.main },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: palette.text.secondary },
]);
