import { readKey } from '@marquee/kometa';
import { KometaRefuses } from './verdict.ts';

export type YamlMap = Record<string, unknown>;

export function isMapping(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Kometa looks at names without their case. */
export function lowerKeys(map: YamlMap): YamlMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toLowerCase(), value]));
}

/** The same with old names as what they became. */
export function currentKeys(map: YamlMap): YamlMap {
  const current = (key: string): string => {
    const { name, modifier } = readKey(key);
    return `${name}${modifier}`;
  };
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [current(key), value]));
}

/** One value or a list of them, as texts; `split`: one value is a list by its commas. What a list holds stays whole. */
export function textsOf(name: string, value: unknown, { split }: { split: boolean }): string[] {
  const texts = listOf(value).map((one) => textOf(name, one));
  const parts = split && !Array.isArray(value) ? texts.flatMap((text) => text.split(',')) : texts;
  return parts.map((part) => part.trim());
}

export function numberOf(name: string, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new KometaRefuses(`“${name}” must be a number`);
}

export function booleanOf(name: string, value: unknown): boolean {
  const word = String(value).toLowerCase();
  if (['true', 'yes', '1', 't'].includes(word)) return true;
  if (['false', 'no', '0', 'f'].includes(word)) return false;
  throw new KometaRefuses(`“${name}” must be true or false`);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** `current_year` and `current_year-3` are years too. */
export function yearOf(name: string, value: string, now: Date): number {
  const relative = /^current_year(?:-(\d{1,4}))?$/.exec(value);
  return relative === null ? numberOf(name, value) : now.getFullYear() - Number(relative[1] ?? 0);
}

/** A day as Kometa takes it: `today`, 2020-01-15 or 01/15/2020. */
export function dayOf(name: string, value: unknown, now: Date): string {
  const text = textOf(name, value).trim();
  if (text === 'today') return isoDay(now);
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso))) return iso;
  throw new KometaRefuses(`“${name}” must be a day, such as 2020-01-15`);
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new KometaRefuses(`“${name}” has no value that can be compared`);
}

function isoDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
