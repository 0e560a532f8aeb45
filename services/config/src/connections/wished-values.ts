import { readFormDocument, valueAt, type YamlPath, type YamlValue } from '@marquee/kometa';

/** What a try needs of a section: its texts as they are, or why they are not known. */
export type Wished = { values: Readonly<Record<string, string>> } | { missing: string };

const HIDDEN = /^<<hidden:[^<>\s]+>>$/;
const FILLED_IN = /^(?:<<[^<>]+>>|ENV)$/;

/** What a library takes over from the whole file. */
const SHARED = ['url', 'token', 'apikey'];

interface Wish {
  section: string;
  /** The section of one library, which leaves to the whole file what it does not say. */
  library?: string | undefined;
  typed: Readonly<Record<string, string>>;
}

/** Placeholders become the secrets that the file has now; those go to the address that they were saved with only. */
export function wishedValues({ section, library, typed }: Wish, fileText: string): Wished {
  const document = readFormDocument(fileText);
  const all = 'values' in document ? document.values : null;
  const common = textsAt(all, [section]);
  const saved =
    library === undefined ? common : { ...common, ...textsAt(all, ['libraries', library, section]) };
  const values: Record<string, string> = {};
  const shared = Object.entries(common).filter(([key]) => SHARED.includes(key));
  const wished = library === undefined ? typed : { ...Object.fromEntries(shared), ...typed };
  for (const [key, text] of Object.entries(wished)) {
    const value = text.trim();
    const isOfFile = HIDDEN.test(value) || typed[key] === undefined;
    const known = isOfFile ? saved[key] : value;
    if (known === undefined) return { missing: `The file has no ${key} yet. Type it in.` };
    if (FILLED_IN.test(known)) {
      return { missing: `What ${key} is, Kometa learns when it runs. Marquee does not know it.` };
    }
    if (isOfFile && wished.url !== undefined && wished.url.trim() !== saved.url) {
      return { missing: `The address is another one than in the file. Type ${key} in again to try it.` };
    }
    values[key] = known;
  }
  return { values };
}

function textsAt(values: YamlValue, path: YamlPath): Record<string, string> {
  const section = valueAt(values, path);
  if (typeof section !== 'object' || section === null || Array.isArray(section)) return {};
  return Object.fromEntries(
    Object.entries(section).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
    ),
  );
}
