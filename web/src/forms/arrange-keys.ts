import { type KeySpec, type KeyTable, type LibraryKind, readKey, type YamlValue } from '@marquee/kometa';
import type { KeysProps } from './scope.ts';

export interface KeyLine {
  name: string;
  spec: KeySpec;
  /** Not a key that Kometa has. */
  unknown: boolean;
  value: YamlValue | undefined;
}

interface Arranged {
  lines: KeyLine[];
  /** What could be added. */
  free: { name: string; spec: KeySpec }[];
}

const fieldsOf = (values: YamlValue | undefined): Readonly<Record<string, YamlValue>> =>
  values !== undefined && values !== null && typeof values === 'object' && !Array.isArray(values)
    ? (values as Readonly<Record<string, YamlValue>>)
    : {};

/** The keys that are written, in their order, with those that are asked for; and the others, to be added. */
export function arrangeKeys(
  { table, values, always = [], hide = [], open = false, each, beginnings = {} }: Omit<KeysProps, 'path'>,
  pending: readonly string[],
  libraryKind: LibraryKind | null,
): Arranged {
  const written = fieldsOf(values);
  const line = (name: string): KeyLine => {
    const known = specIn(table, name) ?? specByBeginning(beginnings, name);
    const spec = known ?? { value: each ?? { type: 'any' }, help: '' };
    return {
      name,
      spec,
      unknown: !known && !open,
      value: Object.hasOwn(written, name) ? written[name] : undefined,
    };
  };
  const here = new Set([...always, ...Object.keys(written), ...pending]);
  const lines = [...here].filter((name) => !hide.includes(name)).map(line);
  const free = Object.entries(table).flatMap(([name, spec]) =>
    here.has(name) || hide.includes(name) || !isOffered(spec, libraryKind) ? [] : [{ name, spec }],
  );
  return { lines, free };
}

function isOffered(spec: KeySpec, kind: LibraryKind | null): boolean {
  const { renamedTo, movedTo, ignored, refused, libraries } = spec;
  const old = [renamedTo, movedTo, ignored, refused].some((one) => one !== undefined);
  return !old && (kind === null || !libraries || libraries.includes(kind));
}

/** By its name, or by what Kometa reads its name as. */
function specIn(table: KeyTable, written: string): KeySpec | undefined {
  const { name, modifier } = readKey(written);
  const found = [written, `${name}${modifier}`].find((one) => Object.hasOwn(table, one));
  return found === undefined ? undefined : table[found];
}

function specByBeginning(beginnings: KeyTable, name: string): KeySpec | undefined {
  const found = Object.keys(beginnings)
    .filter((beginning) => name.startsWith(beginning) && name.length > beginning.length)
    .sort((one, other) => other.length - one.length)[0];
  return found === undefined ? undefined : beginnings[found];
}
