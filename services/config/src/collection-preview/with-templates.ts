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

/** A definition with what its templates write. Files are read as people are shown them: no secret gets into a preview. */
export async function withTemplates(ports: Ports, asked: Asked): Promise<Expansion> {
  const { folder, desk, now } = ports;
  const { fileId, ...definition } = asked;
  if (!Object.keys(definition.definition).some((key) => readKey(key).name === 'template'))
    return { state: 'expanded', values: definition.definition };
  if (fileId === undefined)
    return {
      state: 'unsure',
      message: 'It stands in no file yet, so nobody can tell which templates it has',
    };
  const path = await pathOfFile(folder, fileId);
  const names = await folder.names();
  const text = (await shownText(folder, path)) ?? '';
  const others = await work(desk, { kind: 'template-files', text, names });
  const texts = new Map([[path, text]]);
  for (const other of new Set([CONFIG, ...others])) {
    const found = await shownText(folder, other);
    if (found !== undefined) texts.set(other, found);
  }
  return await work(desk, {
    kind: 'expand-templates',
    ...definition,
    path,
    texts,
    names,
    now: momentOf(now),
  });
}
