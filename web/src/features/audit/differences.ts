type Values = Record<string, unknown> | null;

export interface Difference {
  path: string;
  before: string | null;
  after: string | null;
}

/** What was and what is, value by value, nested ones by their dotted path; what stayed the same is left out. */
export function differences(before: Values, after: Values): Difference[] {
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((line) => line.before !== line.after);
}

function flat(value: unknown, path = ''): Map<string, string> {
  if (value === null && path === '') return new Map();
  if (typeof value !== 'object' || value === null) return new Map([[path, told(value)]]);
  const entries = Object.entries(value);
  if (entries.length === 0) return new Map([[path, Array.isArray(value) ? '[]' : '{}']]);
  return new Map(entries.flatMap(([key, inner]) => [...flat(inner, path === '' ? key : `${path}.${key}`)]));
}

function told(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
