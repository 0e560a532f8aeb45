import { type Expansion, type PlainMap, readKey } from '@marquee/kometa';
import type { ConfigFolder } from '../files/config-folder.ts';
import { pathOfFile } from '../files/find-file.ts';
import { shownText } from '../files/shown-text.ts';
import type { LibraryKind } from '../matching/levels.ts';
import type { Desk } from '../problems/deskwork.ts';
import { momentOf } from '../problems/read-texts.ts';
import { CONFIG } from '../resources/edit-file.ts';
import { work } from '../resources/work.ts';

interface Ports {
  folder: ConfigFolder;
  desk: Desk;
  now: Date;
}
interface Asked {
  library: { name: string; kind: LibraryKind };
  /** Where the definition stands, or would. */
  fileId: string | undefined;
  name: string;
  definition: PlainMap;
}

/** A definition with what its templates write. */
export async function withTemplates(ports: Ports, { fileId, ...asked }: Asked): Promise<Expansion> {
  if (!callsTemplates(asked.definition)) return { state: 'expanded', values: asked.definition };
  const shelf = await readShelf(ports, fileId);
  return await expanded(ports, shelf, asked);
}

const callsTemplates = (definition: PlainMap): boolean =>
  Object.keys(definition).some((key) => readKey(key).name === 'template');

/** The texts that a definition of a file depends on; null where it stands in no file. */
export interface Shelf {
  path: string;
  texts: ReadonlyMap<string, string>;
  names: Awaited<ReturnType<ConfigFolder['names']>>;
}

/** Files are read as people are shown them: no secret gets into a preview. */
export async function readShelf({ folder, desk }: Ports, fileId: string | undefined): Promise<Shelf | null> {
  if (fileId === undefined) return null;
  const path = await pathOfFile(folder, fileId);
  const names = await folder.names();
  const text = (await shownText(folder, path)) ?? '';
  const others = await work(desk, { kind: 'template-files', text, names });
  const texts = new Map([[path, text]]);
  for (const other of new Set([CONFIG, ...others])) {
    const found = await shownText(folder, other);
    if (found !== undefined) texts.set(other, found);
  }
  return { path, texts, names };
}

/** With the files that were read for it. */
export async function expanded(
  { desk, now }: Ports,
  shelf: Shelf | null,
  asked: Omit<Asked, 'fileId'>,
): Promise<Expansion> {
  if (!callsTemplates(asked.definition)) return { state: 'expanded', values: asked.definition };
  if (shelf === null)
    return {
      state: 'unsure',
      message: 'It stands in no file yet, so nobody can tell which templates it has',
    };
  return await work(desk, { kind: 'expand-templates', ...asked, ...shelf, now: momentOf(now) });
}
