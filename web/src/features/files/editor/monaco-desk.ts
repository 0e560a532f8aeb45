import { fonts, sizes } from '../../../theme/tokens.ts';
import { drawn } from '../../../ui/breath.ts';
import type { FileProblem } from '../checking/problem.ts';
import { keysAt } from '../knowledge/yaml-lines.ts';
import type { Comparison, Desk, DeskListener, DeskSources } from './desk.ts';
import { prepareFirstEditor } from './first-editor.ts';
import './monaco-model.ts';
import { monaco } from './monaco.ts';
import { defineLooks, lookNamed } from './monaco-look.ts';
import { pathOf, rangeOf, uriOf } from './monaco-places.ts';
import { bufferOf } from './monaco-text.ts';
import { sourceOf, teachMonaco } from './teach-monaco.ts';

const PAUSE_MS = 250;
/** To put a large text together, check it and keep it as a draft takes a core for a while. */
const PAUSE_OF_LARGE_MS = 1_000;
const OWNER = 'kometa';
/** Characters from which on one step of work after the other is done, with rests in between. */
const LARGE = 500_000;
const isLarge = (model: monaco.editor.ITextModel) => model.getValueLength() > LARGE;

interface OpenText {
  model: monaco.editor.ITextModel;
  /** The state of the model that Marquee has. */
  kept: number;
  view: monaco.editor.ICodeEditorViewState | null;
  problems: readonly FileProblem[];
}

const lookOfAll = {
  fontFamily: fonts.mono,
  fontSize: sizes.small,
  lineHeight: 21,
  fontLigatures: false,
  automaticLayout: true,
  fixedOverflowWidgets: true,
  scrollBeyondLastLine: false,
  renderLineHighlightOnlyWhenFocus: false,
  overviewRulerBorder: false,
  smoothScrolling: false,
  contextmenu: true,
} as const satisfies monaco.editor.IEditorOptions;

const lookOfSmall = {
  stickyScroll: { enabled: true, maxLineCount: 4 },
  folding: true,
} as const satisfies monaco.editor.IEditorOptions;
/** What Monaco works out anew for the whole text at each change. */
const NO_BRACKETS = { enabled: false, independentColorPoolPerBracketType: false };
const lookOfLarge = {
  stickyScroll: { enabled: false },
  folding: false,
} as const satisfies monaco.editor.IEditorOptions;

const lookOfOne = {
  ...lookOfAll,
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, strings: true, comments: false },
  suggest: { showWords: false, preview: false },
  renderFinalNewline: 'on',
  padding: { top: 8, bottom: 8 },
  // Above, the bar of the page would cover it.
  hover: { above: false },
  guides: { indentation: true },
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
  ...lookOfSmall,
} as const satisfies monaco.editor.IStandaloneEditorConstructionOptions;
const minimapIn = (host: HTMLElement) =>
  ({ minimap: { enabled: host.clientWidth > 800, renderCharacters: false } }) as const;

/**
 * As nothing folds or wraps, a line of the text is one on the screen: said to be too large just now, the editor does not make
 * something of every line. Colours are by the model's own word.
 */
function setLargeModel(editor: monaco.editor.ICodeEditor, model: monaco.editor.ITextModel): void {
  model.isTooLargeForTokenization = () => true;
  editor.setModel(model);
  Reflect.deleteProperty(model, 'isTooLargeForTokenization');
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

const commands = {
  find: 'actions.find',
  format: 'editor.action.formatDocument',
  symbols: 'editor.action.quickOutline',
  commands: 'editor.action.quickCommand',
} as const;

/** Monaco's side of the page: its models hold the texts, so that typing goes through nothing else. */
export function createMonacoDesk(listener: DeskListener, sources: DeskSources): Desk {
  defineLooks();
  const texts = new Map<string, OpenText>();
  const ends: monaco.IDisposable[] = [];
  /** Puts that are under way. */
  const laying = new Map<string, object>();
  let made: { place: HTMLElement; editor: monaco.editor.IStandaloneCodeEditor } | undefined;
  /** Null while the page has no place for it. */
  let editor: monaco.editor.IStandaloneCodeEditor | null = null;
  let ended = false;
  let shown: string | null = null;
  let goal: { id: string; line: number; column: number } | null = null;

  const textOf = (id: string): OpenText => {
    const text = texts.get(id);
    if (!text) throw new Error(`${id} is not on the desk`);
    return text;
  };
  const read = (model: monaco.editor.ITextModel) =>
    model.getValue(monaco.editor.EndOfLinePreference.TextDefined, true);
  const tellUnsaved = (id: string, { model, kept }: OpenText) =>
    listener.onUnsaved(id, model.getAlternativeVersionId() !== kept);

  const listen = (id: string, model: monaco.editor.ITextModel) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    model.onDidChangeContent(() => {
      tellUnsaved(id, textOf(id));
      clearTimeout(waiting);
      waiting = setTimeout(
        () => {
          if (model.isDisposed()) return;
          const text = read(model);
          const tell = () => listener.onText(id, text, model.getAlternativeVersionId() !== textOf(id).kept);
          if (isLarge(model)) waiting = setTimeout(tell);
          else tell();
        },
        isLarge(model) ? PAUSE_OF_LARGE_MS : PAUSE_MS,
      );
    });
    model.onWillDispose(() => clearTimeout(waiting));
  };

  const edit = (
    model: monaco.editor.ITextModel,
    edits: readonly { range: monaco.IRange; text: string }[],
  ) => {
    model.pushStackElement();
    model.pushEditOperations(
      [],
      edits.map(({ range, text }) => ({ range, text })),
      () => null,
    );
    model.pushStackElement();
  };

  const remember = () => {
    const text = shown === null ? undefined : texts.get(shown);
    if (text && editor) text.view = editor.saveViewState();
  };

  const reveal = () => {
    if (!editor || !goal || goal.id !== shown) return;
    const { line, column } = goal;
    goal = null;
    editor.setPosition({ lineNumber: line, column });
    editor.revealLineInCenter(line);
    editor.focus();
  };

  /** One for all texts and as long as the desk is there, whatever place it is shown at. */
  const makeEditor = () => {
    if (made) return made;
    const place = document.createElement('div');
    Object.assign(place.style, { position: 'absolute', inset: '0' });
    const one = monaco.editor.create(place, { ...lookOfOne, model: null });
    one.onDidChangeCursorPosition(({ position }) => {
      const model = one.getModel();
      if (shown === null || !model) return;
      const { lineNumber: line, column } = position;
      listener.onCursor({ id: shown, line, column, above: keysAt(sourceOf(model), line) });
    });
    made = { place, editor: one };
    return made;
  };

  const desk: Desk = {
    async put({ id, path, kind }, text) {
      const mine = {};
      laying.set(id, mine);
      const buffer = await bufferOf(text);
      if (laying.get(id) !== mine) return;
      laying.delete(id);
      const uri = uriOf(path);
      // Made to show what another file leads to.
      monaco.editor.getModel(uri)?.dispose();
      const model = monaco.editor.createModel(buffer, kind === 'yaml' ? 'yaml' : 'plaintext', uri);
      model.updateOptions({
        ...{ tabSize: 2, insertSpaces: true },
        ...(isLarge(model) && { bracketColorizationOptions: NO_BRACKETS }),
      });
      texts.set(id, { model, kept: model.getAlternativeVersionId(), view: null, problems: [] });
      listen(id, model);
      // It measures letters, for which all that is not drawn yet would be laid out first.
      await drawn();
      await prepareFirstEditor(lookOfOne);
      if (!ended) makeEditor();
    },
    has: (id) => texts.has(id),
    read(id) {
      const { model } = textOf(id);
      return { text: read(model), state: model.getAlternativeVersionId() };
    },
    stateOf: (id) => textOf(id).model.getAlternativeVersionId(),
    isUnsaved: (id) => {
      const text = texts.get(id);
      return text !== undefined && text.model.getAlternativeVersionId() !== text.kept;
    },
    kept(id, state, kept) {
      const text = textOf(id);
      const { model } = text;
      text.kept = state;
      const untouched = model.getAlternativeVersionId() === state;
      if (untouched && kept !== undefined && read(model) !== kept) {
        edit(model, [{ range: model.getFullModelRange(), text: kept }]);
        text.kept = model.getAlternativeVersionId();
      }
      tellUnsaved(id, text);
    },
    replace(id, put, kept) {
      const text = textOf(id);
      if (read(text.model) !== put) edit(text.model, [{ range: text.model.getFullModelRange(), text: put }]);
      if (kept) text.kept = text.model.getAlternativeVersionId();
      tellUnsaved(id, text);
    },
    apply(id, edits) {
      edit(
        textOf(id).model,
        edits.map(({ text, ...range }) => ({ range: rangeOf(range), text })),
      );
    },
    watch(id, listener) {
      const watching = textOf(id).model.onDidChangeContent(listener);
      return () => watching.dispose();
    },
    undo: (id) => void textOf(id).model.undo(),
    redo: (id) => void textOf(id).model.redo(),
    steps: (id) => ({ undo: textOf(id).model.canUndo(), redo: textOf(id).model.canRedo() }),
    drop(id) {
      laying.delete(id);
      texts.get(id)?.model.dispose();
      texts.delete(id);
      if (shown === id) shown = null;
    },
    show(id) {
      if (id === shown && editor?.getModel()) return reveal();
      remember();
      shown = id;
      const text = id === null ? undefined : texts.get(id);
      const present = () => {
        if (shown !== id || !editor || !made) return;
        const { place, editor: one } = made;
        if (text && isLarge(text.model)) {
          one.updateOptions({ ...lookOfLarge, minimap: { enabled: false } });
          setLargeModel(one, text.model);
          // The text is drawn before what is beside it.
          void drawn().then(() => editor === one && one.updateOptions(minimapIn(place)));
        } else {
          one.updateOptions({ ...lookOfSmall, ...minimapIn(place) });
          one.setModel(text?.model ?? null);
        }
        if (text?.view) one.restoreViewState(text.view);
        reveal();
      };
      if (!text || !isLarge(text.model)) return present();
      editor?.setModel(null);
      setTimeout(present);
    },
    goTo(id, { line, column = 1 }) {
      goal = { id, line, column };
      reveal();
    },
    setProblems(id, problems) {
      const text = texts.get(id);
      if (!text) return;
      text.problems = problems;
      monaco.editor.setModelMarkers(
        text.model,
        OWNER,
        problems.map((problem) => ({
          ...rangeOf(problem),
          severity: severities[problem.severity],
          message: problem.message,
          code: problem.code,
        })),
      );
    },
    setTheme: (mode) => monaco.editor.setTheme(lookNamed(mode)),
    mount(host, label) {
      const { place, editor: one } = makeEditor();
      host.append(place);
      one.updateOptions({ ariaLabel: label, ...minimapIn(host) });
      editor = one;
      const id = shown;
      shown = null;
      desk.show(id);
      return () => {
        remember();
        editor = null;
        one.setModel(null);
        place.remove();
      };
    },
    compare(host, { first, second, editable, labels }): Comparison {
      const original = monaco.editor.createModel(first, 'yaml');
      const modified = monaco.editor.createModel(second, 'yaml');
      const diff = monaco.editor.createDiffEditor(host, {
        ...lookOfAll,
        readOnly: !editable,
        // A line that nobody writes in is not the one that is written in.
        renderLineHighlight: editable ? 'line' : 'none',
        originalEditable: false,
        originalAriaLabel: labels[0],
        modifiedAriaLabel: labels[1],
        renderSideBySide: host.clientWidth > 700,
        useInlineViewWhenSpaceIsLimited: false,
        accessibilityVerbose: false,
        hideUnchangedRegions: { enabled: true },
        minimap: { enabled: false },
        renderOverviewRuler: false,
        renderGutterMenu: false,
        renderMarginRevertIcon: false,
        renderFinalNewline: 'on',
        stickyScroll: { enabled: false },
        scrollBeyondLastLine: false,
      });
      diff.setModel({ original, modified });
      let state: 'comparing' | 'compared' | 'ended' = 'comparing';
      const end = () => {
        diff.dispose();
        original.dispose();
        modified.dispose();
      };
      modified.onDidChangeContent(() => {
        state = 'comparing';
      });
      diff.onDidUpdateDiff(() => {
        // Never within Monaco's own turn.
        if (state === 'ended') setTimeout(end);
        else state = 'compared';
      });
      // Monaco takes its own words for the labels of the two sides.
      diff.getOriginalEditor().updateOptions({ ariaLabel: labels[0] });
      diff.getModifiedEditor().updateOptions({ ariaLabel: labels[1] });
      return {
        second: () => read(modified),
        end() {
          // A text that is taken away while it is compared is an error to Monaco.
          if (state === 'compared') end();
          else state = 'ended';
        },
      };
    },
    focus: () => editor?.focus(),
    run(command) {
      editor?.focus();
      editor?.trigger('marquee', commands[command], null);
    },
    end() {
      ended = true;
      laying.clear();
      made?.editor.dispose();
      for (const { model } of texts.values()) model.dispose();
      texts.clear();
      for (const one of ends) one.dispose();
      for (const model of monaco.editor.getModels()) if (model.uri.scheme === 'config') model.dispose();
    },
  };

  ends.push(
    ...teachMonaco({
      problemsOf: (model) => [...texts.values()].find((text) => text.model === model)?.problems ?? [],
      sources,
    }),
    monaco.editor.registerEditorOpener({
      openCodeEditor(_source, resource, place) {
        if (resource.scheme !== 'config') return false;
        const line = place && ('startLineNumber' in place ? place.startLineNumber : place.lineNumber);
        listener.onLeadTo(pathOf(resource), line ?? 1);
        return true;
      },
    }),
  );
  return desk;
}
