import type { KeyTable, ValueSpec } from '../key-spec.ts';

export const anything: ValueSpec = { type: 'any' };
export const yesNo: ValueSpec = { type: 'boolean' };
export const text: ValueSpec = { type: 'text' };
export const date: ValueSpec = { type: 'date' };
export const schedule: ValueSpec = { type: 'schedule' };
export const rating: ValueSpec = { type: 'number', min: 0, max: 10 };

export const whole = (min?: number, max?: number): ValueSpec => ({
  type: 'integer',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

export const choice = (...of: readonly string[]): ValueSpec => ({ type: 'choice', of, anyCase: true });

/** One or several; a text with commas counts as several. */
export const several = (of: ValueSpec): ValueSpec => ({ type: 'list', of, comma: true, oneIsEnough: true });

/** One or several, each written as its own entry. */
export const entries = (of: ValueSpec): ValueSpec => ({ type: 'list', of, oneIsEnough: true });

export const tags = several(text);
export const map = (keys: KeyTable): ValueSpec => ({ type: 'map', keys });
export const either = (...of: readonly ValueSpec[]): ValueSpec => ({ type: 'either', of });
