import type { OverlayProblem } from '@marquee/contracts';
import type { LibraryKind } from '../model/key-spec.ts';
import { readOverlayTree } from '../overlays/read-overlay-file.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { checkPlaces } from './check-places.ts';
import type { Diagnostic } from './diagnostic.ts';
import { ITEMS } from './library-kind.ts';
import { type KnownNames, namesIn, overlayFix } from './overlay-fixes.ts';

/** What only Marquee's own drawing refuses. */
const BEYOND_KOMETA: ReadonlySet<string> = new Set([
  'overlay.too-large',
  'overlay.queue-too-long',
  'overlay.mapping-too-long',
]);
const LIBRARY_KINDS: readonly LibraryKind[] = ['movie', 'show', 'artist'];

/**
 * What is wrong with a file of overlays. The kind of a library is in Plex and not in its files, so an error that only
 * some kinds have is a warning; `guess` says which kind to warn for.
 */
export function checkOverlayFile(tree: YamlTree, guess: LibraryKind | null = null): Diagnostic[] {
  const read = (libraryKind: LibraryKind | null) => readOverlayTree(tree, { libraryKind }).problems;
  const first = read(guess);
  const known = namesIn(tree);
  const found: Diagnostic[] = [];
  checkPlaces(tree, known.suggest, (one) => found.push(one));
  if (first.length === 0) return found;
  const asEach = LIBRARY_KINDS.map((kind) => new Set(read(kind).map(identity)));
  const problems = first.map((problem) => {
    if (BEYOND_KOMETA.has(problem.code)) return diagnosticOf(known, { ...problem, severity: 'warning' });
    const everywhere = asEach.every((found) => found.has(identity(problem)));
    return diagnosticOf(known, everywhere ? problem : softened(problem, guess ?? 'movie'));
  });
  return [...problems, ...found];
}

function softened(problem: OverlayProblem, kind: LibraryKind): OverlayProblem {
  return {
    ...problem,
    severity: 'warning',
    message: `If the library holds ${ITEMS[kind]}: ${problem.message}`,
  };
}

function identity({ code, line, column, mapping }: OverlayProblem): string {
  return `${code} ${line} ${column} ${mapping}`;
}

function diagnosticOf(known: KnownNames, problem: OverlayProblem): Diagnostic {
  const { severity, code, message, mend, mapping, attribute, line, column, endLine, endColumn } = problem;
  const { tree } = known;
  const offset = (at: number, further: number) => (tree.lines.starts[at - 1] ?? 0) + further - 1;
  const span = { start: offset(line, column), end: offset(endLine, endColumn) };
  const path = [
    ...(mapping === null ? [] : ['overlays', mapping]),
    ...(attribute === null ? [] : [attribute]),
  ];
  const fix = overlayFix(known, problem, span);
  return {
    severity,
    code,
    message: `${message}. ${mend}`,
    span,
    path,
    ...(fix ? { fix } : {}),
  };
}
