import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { changeBetween } from '../model/text-change.ts';
import { highlight, look } from './yaml-look.ts';

/** Marks what was put in from outside, which must not be told back as typed. */
const fromOutside = Annotation.define<true>();

/** What is marked in the text. */
interface MarkedProblem {
  severity: 'error' | 'warning' | 'info';
  message: string;
  mend?: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A text in step with what else shows it, both ways. Its undo is that of the whole page, unless it has one of its own. */
export default function YamlEditor(props: {
  text: string;
  label: string;
  problems: readonly MarkedProblem[];
  /** Id of what says how the keyboard leaves it. */
  describedBy: string;
  /** Goes to this line whenever it is another object. */
  goTo: { line: number } | null;
  ownUndo?: boolean;
  onType(text: string): void;
  onLine?(line: number): void;
}) {
  const { text, label, problems, describedBy, goTo, ownUndo = false } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const told = useRef(props);
  told.current = props;

  useEffect(() => {
    if (!host.current) return;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: told.current.text,
        extensions: [
          lineNumbers(),
          lintGutter(),
          drawSelection(),
          highlightActiveLine(),
          yaml(),
          indentUnit.of('  '),
          syntaxHighlighting(highlight),
          look,
          ownUndo ? [history(), keymap.of(historyKeymap)] : [],
          keymap.of([indentWithTab, ...defaultKeymap]),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': describedBy,
            spellcheck: 'false',
            tabindex: '0',
          }),
          EditorView.updateListener.of((update) => {
            const outside = update.transactions.some((one) => one.annotation(fromOutside));
            if (update.docChanged && !outside) told.current.onType(update.state.doc.toString());
            if (update.selectionSet && !outside && update.view.hasFocus) {
              told.current.onLine?.(update.state.doc.lineAt(update.state.selection.main.head).number);
            }
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label, describedBy, ownUndo]);

  useEffect(() => {
    const now = view.current?.state.doc.toString();
    if (!view.current || now === undefined || now === text) return;
    // Only what differs is exchanged, so that the cursor stays where it is.
    const { at, removed, inserted } = changeBetween(now, text);
    view.current.dispatch({
      changes: { from: at, to: at + removed.length, insert: inserted },
      annotations: fromOutside.of(true),
    });
  }, [text]);

  useEffect(() => {
    if (!view.current) return;
    const { doc } = view.current.state;
    const at = (line: number, column: number) => {
      if (line > doc.lines) return doc.length;
      const { from, to } = doc.line(line);
      return Math.min(from + column - 1, to);
    };
    view.current.dispatch(
      setDiagnostics(
        view.current.state,
        problems.map(({ severity, message, mend, line, column, endLine, endColumn }) => ({
          severity,
          message: mend === undefined ? message : `${message} ${mend}`,
          from: at(line, column),
          to: Math.max(at(line, column), at(endLine, endColumn)),
        })),
      ),
    );
  }, [problems]);

  useEffect(() => {
    if (!view.current || !goTo) return;
    const { doc } = view.current.state;
    const { from } = doc.line(Math.min(goTo.line, doc.lines));
    view.current.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
      annotations: fromOutside.of(true),
    });
  }, [goTo]);

  return <Box ref={host} data-yaml-pane sx={{ height: '100%', '& .cm-editor': { height: '100%' } }} />;
}
