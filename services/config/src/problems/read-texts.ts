import { MAX_FILE_BYTES, Problem } from '@marquee/contracts';
import { isYaml } from '@marquee/kometa';
import type { ConfigFolder, FolderEntry } from '../files/config-folder.ts';
import { textOf } from '../files/file-text.ts';
import type { FolderTexts } from './finding.ts';

/** A file that was changed just now may change again within the same tick of its clock. */
const SETTLED_MS = 2_000;

export interface ReadTexts extends FolderTexts {
  at: Date;
  /** Paths of what was left out. */
  tooLarge: string[];
}

interface Ports {
  folder: ConfigFolder;
  clock: () => Date;
}

/** What of the folder is checked: YAML files and `.env`, as they are now. */
export async function readTexts({ folder, clock }: Ports): Promise<ReadTexts> {
  const at = clock();
  return await readChecked(folder, checkedOf((await folder.list()).entries), at);
}

/** Does work on all texts again only when one of them has changed. */
export function whenChanged<T>(
  { folder, clock }: Ports,
  work: (read: ReadTexts) => Promise<T>,
): () => Promise<T> {
  let last: { of: string; done: Promise<T> } | undefined;
  return async () => {
    const at = clock();
    const { entries } = await folder.list();
    const read = checkedOf(entries);
    // A schedule that ends, and a picture that is missing, are told too: the hour and all names count.
    const of = JSON.stringify([
      at.toISOString().slice(0, 13),
      entries.map(({ path }) => path),
      read.map(({ sizeBytes, modifiedAt }) => [sizeBytes, modifiedAt.getTime()]),
    ]);
    if (last?.of === of) return await last.done;
    const mine = { of, done: readChecked(folder, read, at).then(work) };
    last = mine;
    const forget = () => {
      if (last === mine) last = undefined;
    };
    const settled = entries.every(({ modifiedAt }) => at.getTime() - modifiedAt.getTime() > SETTLED_MS);
    mine.done.then(settled ? () => undefined : forget, forget);
    return await mine.done;
  };
}

const checkedOf = (entries: readonly FolderEntry[]) =>
  entries.filter(({ path, link }) => (isYaml(path) || path === '.env') && !link);

async function readChecked(
  folder: ConfigFolder,
  entries: readonly FolderEntry[],
  at: Date,
): Promise<ReadTexts> {
  const texts = new Map<string, string>();
  const tooLarge: string[] = [];
  for (const { path, sizeBytes } of entries) {
    if (sizeBytes > MAX_FILE_BYTES) tooLarge.push(path);
    else {
      const text = await readText(folder, path);
      if (text !== undefined) texts.set(path, text);
    }
  }
  return { at, texts, tooLarge, names: await folder.names(), now: momentOf(at) };
}

async function readText(folder: ConfigFolder, path: string): Promise<string | undefined> {
  try {
    return textOf((await folder.read(path)).bytes);
  } catch (cause) {
    const gone = ['config.file-not-found', 'config.outside-folder', 'request.too-large'];
    if (cause instanceof Problem && gone.includes(cause.code)) return undefined;
    throw cause;
  }
}

export function momentOf(date: Date) {
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hour: date.getHours(),
  };
}
