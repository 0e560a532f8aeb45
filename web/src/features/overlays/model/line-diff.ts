export type DiffLine =
  | { kind: 'same'; text: string; before: number; after: number }
  | { kind: 'removed'; text: string; before: number }
  | { kind: 'added'; text: string; after: number }
  | { kind: 'folded'; lines: number };

const AROUND = 3;
/** Beyond this many differing lines the exact shortest way is not worth its time. */
const EXACT_UP_TO = 2000;

/** The lines that were taken away and put in, with a few that stayed around each. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before.split('\n');
  const now = after.split('\n');
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (text: string, index: number, shift: number): DiffLine => ({
    kind: 'same',
    text,
    before: index + 1,
    after: index + 1 + shift,
  });
  return folded([
    ...old.slice(0, start).map((text, index) => same(text, index, 0)),
    ...middle.map((line): DiffLine => {
      if (line.kind === 'removed') return { ...line, before: line.before + start };
      if (line.kind === 'added') return { ...line, after: line.after + start };
      return { ...line, before: line.before + start, after: line.after + start };
    }),
    ...old
      .slice(old.length - end)
      .map((text, index) => same(text, old.length - end + index, now.length - old.length)),
  ]);
}

type Kept = Exclude<DiffLine, { kind: 'folded' }>;

/** By the longest row of lines that both have. */
function between(old: readonly string[], now: readonly string[]): Kept[] {
  if (old.length > EXACT_UP_TO || now.length > EXACT_UP_TO) return replaced(old, now);
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: Kept[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const gone = old[i];
    const come = now[j];
    if (gone !== undefined && gone === come) {
      i += 1;
      j += 1;
      lines.push({ kind: 'same', text: gone, before: i, after: j });
    } else if (gone !== undefined && (come === undefined || at(i + 1, j) >= at(i, j + 1))) {
      i += 1;
      lines.push({ kind: 'removed', text: gone, before: i });
    } else if (come !== undefined) {
      j += 1;
      lines.push({ kind: 'added', text: come, after: j });
    }
  }
  return lines;
}

function replaced(old: readonly string[], now: readonly string[]): Kept[] {
  return [
    ...old.map((text, index): Kept => ({ kind: 'removed', text, before: index + 1 })),
    ...now.map((text, index): Kept => ({ kind: 'added', text, after: index + 1 })),
  ];
}

function folded(lines: readonly DiffLine[]): DiffLine[] {
  const near = new Set<number>();
  lines.forEach((line, place) => {
    if (line.kind === 'same') return;
    for (let beside = place - AROUND; beside <= place + AROUND; beside += 1) near.add(beside);
  });
  const shown: DiffLine[] = [];
  lines.forEach((line, place) => {
    const last = shown.at(-1);
    if (near.has(place)) shown.push(line);
    else if (last?.kind === 'folded') last.lines += 1;
    else shown.push({ kind: 'folded', lines: 1 });
  });
  return shown;
}
