import { breath } from '../../../ui/breath.ts';
import type { FileProblem } from '../checking/problem.ts';
import { explainAt } from '../knowledge/explain.ts';
import { type Offer, offersAt } from '../knowledge/offers.ts';
import { type OutlineEntry, outlineSteps } from '../knowledge/outline.ts';
import { targetAt } from '../knowledge/references.ts';
import type { LineSource } from '../knowledge/yaml-lines.ts';
import type { DeskSources } from './desk.ts';
import { monaco } from './monaco.ts';
import { pathOf, rangeOf, uriOf } from './monaco-places.ts';

export const sourceOf = (model: monaco.editor.ITextModel): LineSource => ({
  count: model.getLineCount(),
  line: (number) => (number >= 1 && number <= model.getLineCount() ? model.getLineContent(number) : ''),
});
const at = (model: monaco.editor.ITextModel, { lineNumber, column }: monaco.IPosition) => ({
  path: pathOf(model.uri),
  line: lineNumber,
  column: column - 1,
});
const isOurs = (model: monaco.editor.ITextModel) => model.uri.scheme === 'config';

const kinds: Record<Offer['is'], monaco.languages.CompletionItemKind> = {
  section: monaco.languages.CompletionItemKind.Module,
  key: monaco.languages.CompletionItemKind.Property,
  value: monaco.languages.CompletionItemKind.EnumMember,
  file: monaco.languages.CompletionItemKind.File,
  template: monaco.languages.CompletionItemKind.Function,
};

/** Brings to Monaco what Marquee knows of Kometa's files. */
export function teachMonaco(knowledge: {
  problemsOf(model: monaco.editor.ITextModel): readonly FileProblem[];
  sources: DeskSources;
}): monaco.IDisposable[] {
  const { problemsOf, sources } = knowledge;
  return [
    monaco.languages.registerCompletionItemProvider('yaml', {
      triggerCharacters: [' ', ':', '-', '/'],
      provideCompletionItems(model, position) {
        if (!isOurs(model)) return null;
        const found = offersAt(sourceOf(model), at(model, position), sources.pathsIn());
        if (!found) return null;
        const line = position.lineNumber;
        const range = new monaco.Range(line, found.start + 1, line, Math.max(found.end + 1, position.column));
        return { suggestions: found.offers.map((offer) => suggestion(offer, range)) };
      },
    }),
    monaco.languages.registerHoverProvider('yaml', {
      provideHover(model, position) {
        if (!isOurs(model)) return null;
        const explained = explainAt(sourceOf(model), at(model, position), new Date());
        if (!explained) return null;
        const line = position.lineNumber;
        return {
          range: new monaco.Range(line, explained.start + 1, line, explained.end + 1),
          contents: explained.markdown.map((value) => ({ value })),
        };
      },
    }),
    monaco.languages.registerDocumentSymbolProvider('yaml', {
      displayName: 'YAML',
      async provideDocumentSymbols(model, token) {
        const steps = outlineSteps(sourceOf(model));
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) return step.value.map((entry) => symbol(model, entry));
          await breath();
          if (token.isCancellationRequested || model.isDisposed()) return null;
        }
      },
    }),
    monaco.languages.registerDefinitionProvider('yaml', {
      provideDefinition(model, position) {
        if (!isOurs(model)) return null;
        const target = targetAt(sourceOf(model), at(model, position), sources.textOf);
        if (!target) return null;
        const uri = uriOf(target.path);
        const text = sources.textOf(target.path);
        // Monaco looks at the text before it goes there.
        if (text !== null && !monaco.editor.getModel(uri)) monaco.editor.createModel(text, 'yaml', uri);
        const line = position.lineNumber;
        const there = new monaco.Range(target.line, 1, target.line, 1);
        return [
          {
            uri,
            range: there,
            originSelectionRange: new monaco.Range(line, target.start + 1, line, target.end + 1),
          },
        ];
      },
    }),
    monaco.languages.registerDocumentFormattingEditProvider('yaml', {
      displayName: 'Marquee',
      async provideDocumentFormattingEdits(model, _options, token) {
        if (!isOurs(model)) return [];
        const edits = await sources.reindent(model.getValue());
        if (token.isCancellationRequested) return [];
        return (edits ?? []).map(({ line, end, text }) => ({
          range: new monaco.Range(line, 1, line, end + 1),
          text,
        }));
      },
    }),
    monaco.languages.registerCodeActionProvider(
      'yaml',
      {
        provideCodeActions(model, range) {
          const actions = problemsOf(model).flatMap((problem): monaco.languages.CodeAction[] => {
            if (!problem.fix || !monaco.Range.areIntersectingOrTouching(rangeOf(problem), range)) return [];
            return [fixAction(model, problem, problem.fix)];
          });
          return { actions, dispose: () => {} };
        },
      },
      { providedCodeActionKinds: ['quickfix'] },
    ),
  ];
}

function suggestion(offer: Offer, range: monaco.IRange): monaco.languages.CompletionItem {
  const { InsertAsSnippet, KeepWhitespace } = monaco.languages.CompletionItemInsertTextRule;
  const goesOn = offer.goesOn && !offer.insert.endsWith('\n');
  return {
    label: offer.label,
    kind: kinds[offer.is],
    // A dollar in a name is no place for the cursor.
    insertText: offer.insert.replaceAll(/\$(?!0)|[}\\]/g, '\\$&'),
    insertTextRules: InsertAsSnippet | KeepWhitespace,
    range,
    sortText: `${offer.late ? 'z' : 'a'}${offer.is === 'key' || offer.is === 'section' ? 'b' : 'a'}${offer.label}`,
    ...(offer.detail === undefined ? {} : { detail: offer.detail }),
    ...(offer.help === undefined ? {} : { documentation: { value: offer.help } }),
    ...(goesOn ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {}),
  };
}

function symbol(model: monaco.editor.ITextModel, entry: OutlineEntry): monaco.languages.DocumentSymbol {
  const { name, detail, line, endLine, column, keyEnd, children } = entry;
  const last = Math.min(endLine, model.getLineCount());
  return {
    name,
    detail,
    kind: children.length > 0 ? monaco.languages.SymbolKind.Module : monaco.languages.SymbolKind.Property,
    tags: [],
    range: new monaco.Range(line, column + 1, last, model.getLineMaxColumn(last)),
    selectionRange: new monaco.Range(line, column + 1, line, keyEnd + 1),
    children: children.map((child) => symbol(model, child)),
  };
}

function fixAction(
  model: monaco.editor.ITextModel,
  problem: FileProblem,
  fix: NonNullable<FileProblem['fix']>,
): monaco.languages.CodeAction {
  return {
    title: fix.title,
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [{ ...rangeOf(problem), severity: monaco.MarkerSeverity.Error, message: problem.message }],
    edit: {
      edits: fix.edits.map(({ text, ...range }) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: rangeOf(range), text },
      })),
    },
  };
}
