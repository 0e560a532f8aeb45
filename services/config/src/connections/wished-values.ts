import { readFormDocument, valueAt } from '@marquee/kometa';

/** What a try needs of a section: its texts as they are, or why they are not known. */
export type Wished = { values: Readonly<Record<string, string>> } | { missing: string };

const HIDDEN = /^<<hidden:[^<>\s]+>>$/;
const FILLED_IN = /^(?:<<[^<>]+>>|ENV)$/;

/** Placeholders become the secrets that the file has now; those go to the address that they were saved with only. */
export function wishedValues(
  section: string,
  typed: Readonly<Record<string, string>>,
  fileText: string,
): Wished {
  const document = readFormDocument(fileText);
  const saved = (key: string): string | null => {
    const value = 'values' in document ? valueAt(document.values, [section, key]) : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const values: Record<string, string> = {};
  for (const [key, text] of Object.entries(typed)) {
    const value = text.trim();
    if (!HIDDEN.test(value)) {
      if (FILLED_IN.test(value)) {
        return { missing: `What ${key} is, Kometa learns when it runs. Marquee does not know it.` };
      }
      values[key] = value;
      continue;
    }
    const secret = saved(key);
    if (secret === null) return { missing: `The file has no ${key} yet. Type it in.` };
    if (typed.url !== undefined && typed.url.trim() !== saved('url')) {
      return { missing: `The address is another one than in the file. Type ${key} in again to try it.` };
    }
    values[key] = secret;
  }
  return { values };
}
