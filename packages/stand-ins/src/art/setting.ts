import type { Font } from 'opentype.js';
import { measure, outline, printable } from './outline.ts';
import { type Box, n, path } from './svg.ts';

export type Align = 'start' | 'middle' | 'end';

export interface Setting {
  fonts: readonly Font[];
  /** Baseline to baseline, in ems. */
  pitch: number;
  tracking: number;
  align: Align;
  maxLines: number;
  /** The largest size the design wants, however short the text. */
  maxSize: number;
  /** Every line as wide as the widest, each at its own size. */
  block?: boolean;
}

export interface SetText {
  d: string;
  box: Box;
  size: number;
  lines: number;
}

const smallWords = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);
const longestTitle = 90;

/** Cuts what no poster could carry, and breaks words that no line could hold. */
export function wordsOf(text: string): string[] {
  const clean = printable(text);
  const letters = [...clean];
  const short =
    letters.length <= longestTitle ? clean : `${letters.slice(0, longestTitle).join('').trimEnd()}…`;
  return short
    .split(' ')
    .flatMap((word) => ([...word].length > 22 ? (word.match(/.{1,16}/gu) ?? []) : [word]));
}

/** All ways to part `words` into `count` lines, kept small because titles are. */
function breaks(words: readonly string[], count: number): string[][] {
  if (count === 1) return [[words.join(' ')]];
  const found: string[][] = [];
  for (let cut = 1; cut <= words.length - count + 1; cut += 1) {
    for (const rest of breaks(words.slice(cut), count - 1)) {
      found.push([words.slice(0, cut).join(' '), ...rest]);
    }
  }
  return found;
}

const looseEnds = (lines: readonly string[]): number =>
  lines.slice(0, -1).filter((text) => smallWords.has(text.split(' ').at(-1)?.toLowerCase() ?? '')).length;

/** The break whose lines are most alike in width; a line should not end on "of" or "the". */
export function balanced(words: readonly string[], count: number, width: (text: string) => number): string[] {
  const plain = words.length > 14 ? evenly(words, count) : breaks(words, count);
  let best: { lines: string[]; cost: number } | undefined;
  for (const lines of plain) {
    const widths = lines.map(width);
    const widest = Math.max(...widths);
    const cost = widest * (1 + 0.09 * looseEnds(lines)) + (widest - Math.min(...widths)) * 0.08;
    if (best === undefined || cost < best.cost) best = { lines, cost };
  }
  return best?.lines ?? [words.join(' ')];
}

function evenly(words: readonly string[], count: number): string[][] {
  const share = words.join(' ').length / count;
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || (last.length >= share && lines.length < count)) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return [lines];
}

interface Trial {
  lines: readonly { text: string; size: number }[];
  size: number;
}

function tryLines(lines: readonly string[], room: Box, set: Setting, width: (text: string) => number): Trial {
  const widths = lines.map((text) => Math.max(0.01, width(text)));
  const even = Math.min(
    set.maxSize,
    room.width / Math.max(...widths),
    room.height / (set.pitch * lines.length),
  );
  const sizes = widths.map((wide) =>
    set.block === true ? Math.min(room.width / wide, set.maxSize * 1.8) : even,
  );
  const tall = sizes.reduce((sum, size) => sum + size * set.pitch, 0);
  const shrink = Math.min(1, room.height / tall);
  return {
    lines: lines.map((text, index) => ({ text, size: (sizes[index] ?? even) * shrink })),
    size: Math.min(...sizes) * shrink,
  };
}

/** Sets text as large as the room allows, in the number of lines that makes it largest. */
export function setText(text: string, room: Box, set: Setting): SetText | undefined {
  const words = wordsOf(text).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const width = (part: string): number => measure(part, set.fonts, set.tracking);
  let best: { trial: Trial; merit: number } | undefined;
  for (let count = 1; count <= Math.min(set.maxLines, words.length); count += 1) {
    const lines = balanced(words, count, width);
    const trial = tryLines(lines, room, set, width);
    // A loose end costs more than a little size; an extra line must earn its place.
    const merit = trial.size * (1 - 0.05 * (count - 1)) * (1 - 0.12 * looseEnds(lines));
    if (best === undefined || merit > best.merit) best = { trial, merit };
  }
  return best === undefined ? undefined : place(best.trial, room, set);
}

/** Puts the lines under one another; the ink of the first touches the top of the room. */
function place(trial: Trial, room: Box, set: Setting): SetText {
  const shapes = trial.lines.map(({ text, size }) => ({
    shape: outline(text, set.fonts, size, set.tracking),
    size,
  }));
  let baseline = room.y - (shapes[0]?.shape.box.y ?? 0);
  let parts = '';
  const edge = { left: Infinity, right: -Infinity, bottom: room.y };
  shapes.forEach(({ shape, size }, index) => {
    if (index > 0) baseline += size * set.pitch;
    const slack = room.width - shape.box.width;
    const shift = set.align === 'start' ? 0 : set.align === 'middle' ? slack / 2 : slack;
    const x = room.x + shift - shape.box.x;
    parts += path(shape.d, { transform: `translate(${n(x)} ${n(baseline)})` });
    edge.left = Math.min(edge.left, x + shape.box.x);
    edge.right = Math.max(edge.right, x + shape.box.x + shape.box.width);
    edge.bottom = Math.max(edge.bottom, baseline + shape.box.y + shape.box.height);
  });
  return {
    d: parts,
    box: { x: edge.left, y: room.y, width: edge.right - edge.left, height: edge.bottom - room.y },
    size: trial.size,
    lines: shapes.length,
  };
}

export const move = (set: SetText, dy: number): SetText => ({
  ...set,
  d: dy === 0 ? set.d : `<g transform="translate(0 ${n(dy)})">${set.d}</g>`,
  box: { ...set.box, y: set.box.y + dy },
});
