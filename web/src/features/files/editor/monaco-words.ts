import { fonts, sizes } from '../../../theme/tokens.ts';

/** What Monaco writes beside the text is in the letters of the page. */
export const monacoLook = {
  '& .monaco-editor, & .monaco-diff-editor': { fontFamily: fonts.text },
  // Else long lines show between the minimap and the edge.
  '& .decorationsOverviewRuler': { background: 'var(--vscode-editor-background)' },
  '& .monaco-hover': { fontFamily: fonts.text, fontSize: sizes.small, lineHeight: 1.5 },
  '& .monaco-hover code, & .suggest-details code': { fontFamily: fonts.mono },
  '& .suggest-details': { fontFamily: fonts.text },
} as const;
