import type { Operator } from '../wire/query.ts';
import type { Choice } from './field.ts';

const split = (value: string): string[] => value.split(',').map((one) => one.trim());
const fold = (text: string): string => text.normalize('NFC').toLowerCase();

const textTests: Record<Operator, (has: string, wanted: string) => boolean> = {
  '=': (has, wanted) => has.includes(wanted),
  '!=': (has, wanted) => !has.includes(wanted),
  '==': (has, wanted) => has === wanted,
  '!==': (has, wanted) => has !== wanted,
  '<=': (has, wanted) => has.startsWith(wanted),
  '>=': (has, wanted) => has.endsWith(wanted),
  '<<=': (has, wanted) => has < wanted,
  '>>=': (has, wanted) => has > wanted,
};

const isNegative = (operator: Operator): boolean => operator.startsWith('!');

export const textMatches = (values: string[], operator: Operator, wanted: string): boolean => {
  const test = (has: string) => textTests[operator](fold(has), fold(wanted));
  return isNegative(operator) ? values.every(test) : values.some(test);
};

const numberTests: Record<Operator, (has: number, wanted: number) => boolean> = {
  '=': (has, wanted) => has === wanted,
  '!=': (has, wanted) => has !== wanted,
  '==': (has, wanted) => has === wanted,
  '!==': (has, wanted) => has !== wanted,
  '<=': (has, wanted) => has <= wanted,
  '>=': (has, wanted) => has >= wanted,
  '<<=': (has, wanted) => has < wanted,
  '>>=': (has, wanted) => has > wanted,
};

/** −1 stands for "has none": `userRating=-1` finds what nobody rated. */
const absent = -1;

export const numberMatches = (values: number[], operator: Operator, wanted: number[]): boolean => {
  const known = values.length === 0 && wanted.includes(absent) ? [absent] : values;
  const test = numberTests[operator];
  return isNegative(operator)
    ? known.every((has) => wanted.every((one) => test(has, one)))
    : known.some((has) => wanted.some((one) => test(has, one)));
};

export const choiceMatches = (values: Choice[], operator: Operator, wanted: string): boolean => {
  // A whole value first: a tag may itself hold a comma.
  const picks = [wanted, ...split(wanted)].map(fold);
  const found = values.some(({ key, title }) => picks.includes(fold(key)) || picks.includes(fold(title)));
  return isNegative(operator) ? !found : found;
};

const unitSeconds: Record<string, number> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  mon: 2_592_000,
  y: 31_536_000,
};

/** A date is an epoch, a day, or "so long ago" as in `-30d`. */
export const readDate = (text: string, now: number): number | undefined => {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  const ago = /^-(\d{1,9})(mon|[smhdwy])$/.exec(text);
  if (ago) return now - Number(ago[1]) * (unitSeconds[ago[2] ?? ''] ?? 0);
  const day = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(day) ? undefined : day / 1000;
};

export const readNumbers = (text: string): number[] =>
  split(text).flatMap((one) => (one !== '' && Number.isFinite(Number(one)) ? [Number(one)] : []));
