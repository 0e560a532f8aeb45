import { z } from 'zod';

/** XML has only text and JSON has types, so each field says what it is and takes both. */
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const LATEST = 8_640_000_000_000;

function toNumber(value: string | number | boolean): number | undefined {
  const number = typeof value === 'string' ? Number(value.trim()) : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export const text = scalar.transform(String);
export const textOrNull = scalar
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)));

export const numberOrNull = scalar.nullish().transform((value, context) => {
  if (value === null || value === undefined || value === '') return null;
  const number = toNumber(value);
  if (number !== undefined) return number;
  context.addIssue({ code: 'custom', message: 'must be a number' });
  return z.NEVER;
});
export const integerOrNull = numberOrNull.transform((value) => (value === null ? null : Math.round(value)));
export const count = integerOrNull.transform((value) => Math.max(0, value ?? 0));

export const flag = scalar
  .nullish()
  .transform((value) => value === true || value === 1 || value === '1' || value === 'true');

/** Seconds since 1970 → ISO text; Plex writes 0 and absurd numbers for "never". */
export const timeOrNull = numberOrNull.transform((seconds) =>
  seconds === null || seconds <= 0 || seconds > LATEST ? null : new Date(seconds * 1000).toISOString(),
);

export const listOf = <T extends z.ZodType>(entry: T) =>
  z
    .array(entry)
    .nullish()
    .transform((entries) => entries ?? []);
/** Genre, Label, Collection …: only the name matters. */
export const tagNames = listOf(z.object({ tag: text })).transform((tags) => tags.map(({ tag }) => tag));
