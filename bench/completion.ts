import { offersAt } from '../web/src/features/files/knowledge/offers.ts';
import { linesOfText } from '../web/src/features/files/knowledge/yaml-lines.ts';
import { quantile, type Table } from './table.ts';

const ASKS = 600;
const GOAL_MS = 30;
/** The goal is for files as people have them; the largest shows what becomes of it. */
const MOST_LINES = 10_000;

const collection = (at: number): string => `  Number ${at}:
    # What is shown first
    plex_search:
      all:
        genre: Drama
        year.gte: ${1950 + (at % 70)}
      sort_by: added.desc
    filters:
      resolution: 4K
    summary: Films of a kind, number ${at}.
    sync_mode: sync
`;

const textOf = (lines: number): string => {
  const parts = Array.from({ length: Math.ceil(lines / 11) }, (_, at) => collection(at));
  return `templates:\n  base: {sort_title: x}\ncollections:\n${parts.join('')}`;
};

/** At a word that is being written, after a colon, and where a key begins: all over the text. */
function askAll(text: string): { times: number[]; offered: number } {
  const source = linesOfText(text);
  const paths = Array.from({ length: 200 }, (_, at) => `collections/file-${at}.yml`);
  const times: number[] = [];
  let offered = 0;
  for (let ask = 0; ask < ASKS; ask += 1) {
    const line = 4 + Math.floor(((source.count - 6) * ask) / ASKS);
    const written = source.line(line).length;
    const column = [written, Math.ceil(written / 2), source.line(line).search(/\S|$/)][ask % 3] ?? 0;
    const before = performance.now();
    const found = offersAt(source, { path: 'collections/films.yml', line, column }, paths);
    times.push(performance.now() - before);
    offered += found?.offers.length ?? 0;
  }
  return { times, offered };
}

async function run(): Promise<Table> {
  const sizes = [200, 10_000, 200_000];
  const measured = sizes.map((lines) => {
    const text = textOf(lines);
    return { lines, megabytes: text.length / 1e6, ...askAll(text) };
  });
  return {
    title: 'What the editor offers, for places all over a file',
    columns: ['lines', 'MB', 'asks', 'offers in the mean', 'p50 ms', 'p95 ms', 'longest ms', 'goal'],
    rows: measured.map(({ lines, megabytes, times, offered }) => [
      ...[lines, megabytes.toFixed(2), times.length, (offered / times.length).toFixed(0)],
      ...[0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(2)),
      lines <= MOST_LINES ? `p95 ≤ ${GOAL_MS}` : '–',
    ]),
    notes: [
      'The function that the page’s editor asks, in Node: from the text and a place to the offers with their help. It looks at the lines above the place and beside it, so it takes longer in larger files.',
      'The first asks are among them: nothing is warmed up.',
    ],
    goals: measured
      .filter(({ lines }) => lines <= MOST_LINES)
      .map(({ lines, times, offered }) => {
        const p95 = quantile(times, 0.95);
        const what = `p95 ≤ ${GOAL_MS} ms in ${lines} lines`;
        return { what, measured: `${p95.toFixed(2)} ms`, reached: offered > 0 && p95 <= GOAL_MS };
      }),
  };
}

export default { name: 'completion', run };
