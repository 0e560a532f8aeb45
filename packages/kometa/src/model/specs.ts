import type { KeySpec, KeyTable, ValueSpec } from './key-spec.ts';

type More = Omit<KeySpec, 'value' | 'help'>;

const key = (value: ValueSpec, help: string, more: More): KeySpec => ({ value, help, ...more });

export const text = (help: string, more: More = {}) => key({ type: 'text' }, help, more);
export const secret = (help: string, more: More = {}) => text(help, { secret: true, ...more });
export const flag = (fallback: boolean | null, help: string, more: More = {}) =>
  key({ type: 'boolean' }, help, { ...(fallback === null ? {} : { default: String(fallback) }), ...more });

export const whole = (
  min: number,
  fallback: number | null,
  help: string,
  more: More & { max?: number } = {},
) => {
  const { max, ...rest } = more;
  return key({ type: 'integer', min, ...(max === undefined ? {} : { max }) }, help, {
    ...(fallback === null ? {} : { default: String(fallback) }),
    ...rest,
  });
};

export const word = (of: readonly string[], fallback: string | null, help: string, more: More = {}) =>
  key({ type: 'choice', of }, help, { ...(fallback === null ? {} : { default: fallback }), ...more });

export const schedule = (help: string, more: More = {}) => key({ type: 'schedule' }, help, more);
export const map = (keys: KeyTable, help: string, more: More = {}) => key({ type: 'map', keys }, help, more);
export const of = (value: ValueSpec, help: string, more: More = {}) => key(value, help, more);

/** Words with commas between them, or a list. */
export const words: ValueSpec = { type: 'list', of: { type: 'text' }, comma: true, oneIsEnough: true };
/** One text, commas and all, or a list. */
export const texts: ValueSpec = { type: 'list', of: { type: 'text' }, oneIsEnough: true };

export const cacheDays = whole(1, 60, 'For how many days answers are kept.');
