import bidiFactory, { type BidiCharTypeName } from 'bidi-js';

/** Characters of one direction, at `start` in the text. */
export interface BidiRun {
  start: number;
  length: number;
  rightToLeft: boolean;
}

const bidi = bidiFactory();

/** Below this no character is written from right to left, nor changes the direction of others. */
const FIRST_THAT_MATTERS = 0x590;

/** For characters outside of the basic plane, which bidi-js would see as two. Paragraphs end nowhere: it is one line. */
const STANDS_FOR: Partial<Record<BidiCharTypeName, string>> = {
  R: '\u05d0',
  AL: '\u0627',
  AN: '\u0660',
  EN: '0',
  ES: '+',
  ET: '%',
  CS: ',',
  B: '\t',
  S: '\t',
  WS: ' ',
  ON: '!',
  BN: '\u00ad',
  NSM: '\u0300',
};
const TRAILING: ReadonlySet<BidiCharTypeName> = new Set(['WS', 'BN', 'LRE', 'RLE', 'LRO', 'RLO', 'PDF']);

/** The text cut by direction, from left to right as it is drawn. The paragraph's direction is that of its first letter. */
export function bidiRuns(characters: readonly number[]): BidiRun[] {
  if (characters.every((character) => character < FIRST_THAT_MATTERS))
    return characters.length === 0 ? [] : [{ start: 0, length: characters.length, rightToLeft: false }];
  return inVisualOrder(levelsOf(characters)).map(({ start, length, level }) => ({
    start,
    length,
    rightToLeft: level % 2 === 1,
  }));
}

export function levelsOf(characters: readonly number[]): Uint8Array {
  const types = characters.map((character) => bidi.getBidiCharTypeName(String.fromCodePoint(character)));
  const line = characters
    .map((character, at) => {
      const type = types[at] ?? 'L';
      if (character <= 0xffff && type !== 'B') return String.fromCharCode(character);
      return STANDS_FOR[type] ?? 'a';
    })
    .join('');
  const { levels, paragraphs } = bidi.getEmbeddingLevels(line, 'auto');
  const base = paragraphs[0]?.level ?? 0;
  for (let at = levels.length - 1; at >= 0 && TRAILING.has(types[at] ?? 'L'); at--) levels[at] = base;
  return levels;
}

interface LevelRun {
  start: number;
  length: number;
  level: number;
}

function inVisualOrder(levels: Uint8Array): LevelRun[] {
  const runs: LevelRun[] = [];
  for (const [at, level] of levels.entries()) {
    const last = runs.at(-1);
    if (last?.level === level) last.length++;
    else runs.push({ start: at, length: 1, level });
  }
  for (let level = Math.max(...runs.map((run) => run.level)); level > 0; level--) reverseFrom(runs, level);
  return runs;
}

/** Turns each row of runs at that level or deeper around. */
function reverseFrom(runs: LevelRun[], level: number): void {
  let start = 0;
  while (start < runs.length) {
    let end = start;
    while ((runs[end]?.level ?? -1) >= level) end++;
    if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).reverse());
    start = end + 1;
  }
}
