import { pythonInteger } from '../yaml/read-values.ts';

/** What the entry of an overlay file in config.yml gives to its templates and queues. */
export type QueueVariables = Readonly<Record<string, unknown>>;

export type Known = ReadonlyMap<string, unknown>;

/** What Python's `str()` would make of plain data. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  return String(value);
}

// As often as Kometa goes round.
const ROUNDS = 8;
const MAX_FILLED = 20_000;

/** `<<name>>` replaced from the first source that has the name; a value that is nothing else keeps its type. */
export function filled(value: unknown, sources: readonly Known[]): unknown {
  let current = value;
  for (let round = 0; round < ROUNDS && typeof current === 'string'; round += 1) {
    const text: string = current;
    const alone = /^<<([^<>]+)>>$/.exec(text)?.[1];
    const own = alone === undefined ? undefined : lookUp(alone, sources);
    const next =
      own ??
      text.replace(/<<([^<>]+)>>/g, (whole, name: string) => {
        const found = lookUp(name, sources);
        return found === undefined ? whole : textOf(found);
      });
    if (next === text || (typeof next === 'string' && next.length > MAX_FILLED)) break;
    current = next;
  }
  return current;
}

function lookUp(name: string, sources: readonly Known[]): unknown {
  return sources.find((source) => source.has(name))?.get(name);
}

export const wholeNumber = (value: unknown): number | null => pythonInteger(textOf(value));

/** Whether Python takes it for true. */
export const isSet = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false && value !== 0;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
