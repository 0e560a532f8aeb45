import { MAX_FILE_BYTES, Problem } from '@marquee/contracts';
import { listedFiles } from '@marquee/kometa';
import { BoundedMap } from '@marquee/service-kit';
import type { ConfigFolder, FolderEntry } from '../files/config-folder.ts';
import { etagOf } from '../files/file-id.ts';
import { kindOfFile } from '../files/file-kind.ts';
import { textOf } from '../files/file-text.ts';
import { hiddenText } from '../files/hidden-text.ts';
import { createTurns } from '../images/turns.ts';
import { lookInto } from '../problems/check-texts.ts';
import type { Desk } from '../problems/deskwork.ts';
import type { ListedDefinition } from './definition-task.ts';
import { CONFIG } from './edit-file.ts';
import type { Resource } from './resource.ts';
import { work } from './work.ts';

/** A file that was changed just now may change again within the same tick of its clock. */
const SETTLED_MS = 2_000;
const KEPT = 5_000;
const KEPT_MS = 3_600_000;
const AT_A_TIME = 8;

export interface IndexedFile {
  path: string;
  editable: boolean;
  /** null where it holds none of the sections, or cannot be read. */
  definitions: readonly ListedDefinition[] | null;
}

/** What is defined where. Files whose size and time have not moved are not read again, the same text is not parsed again. */
export function createDefinitionIndex(ports: { folder: ConfigFolder; desk: Desk; now: () => number }) {
  const { folder, desk, now } = ports;
  const byStamp = new BoundedMap<{ stamp: string; file: IndexedFile }>(KEPT, now);
  const byText = new BoundedMap<readonly ListedDefinition[] | null>(KEPT, now);
  const listed = new BoundedMap<Map<string, string[]>>(10, now);
  const inTurn = createTurns(AT_A_TIME);

  const readShown = async (path: string): Promise<string | undefined> => {
    const found = await folder.read(path).catch(notThere);
    const text = found && textOf(found.bytes);
    return text === undefined ? undefined : hiddenText(path, text);
  };

  const definitionsOf = async (path: string) => {
    const text = await readShown(path);
    if (text === undefined) return null;
    const etag = etagOf(Buffer.from(text, 'utf8'));
    const known = byText.get(etag);
    if (known !== undefined) return known;
    const definitions = await work(desk, { kind: 'definitions', text });
    byText.set(etag, definitions, KEPT_MS);
    return definitions;
  };

  const fileOf = async ({ path, sizeBytes, modifiedAt, link }: FolderEntry): Promise<IndexedFile> => {
    const editable = !link && sizeBytes <= MAX_FILE_BYTES;
    const stamp = `${sizeBytes} ${modifiedAt.getTime()} ${editable}`;
    const kept = byStamp.get(path);
    if (kept?.stamp === stamp) return kept.file;
    const file = { path, editable, definitions: editable ? await definitionsOf(path) : null };
    if (now() - modifiedAt.getTime() > SETTLED_MS) byStamp.set(path, { stamp, file }, KEPT_MS);
    return file;
  };

  return {
    /** All YAML files of the folder. */
    async files(): Promise<IndexedFile[]> {
      const { entries } = await folder.list();
      const yaml = entries.filter(({ path }) => kindOfFile(path) === 'yaml');
      return await Promise.all(yaml.map((entry) => inTurn(() => fileOf(entry))));
    },

    /** One of them, without looking at the others. */
    async file(path: string): Promise<IndexedFile | undefined> {
      const entry = await folder.look(path);
      return entry && (await fileOf(entry));
    },

    /** The files that config.yml lists, with the libraries that it lists them for. */
    async libraries(kind: Resource['listedAs']): Promise<ReadonlyMap<string, readonly string[]>> {
      const [text, names] = await Promise.all([readShown(CONFIG), folder.names()]);
      if (text === undefined) return new Map();
      const key = etagOf(Buffer.from(JSON.stringify([kind, text, names]), 'utf8'));
      const known = listed.get(key) ?? listedFiles(text, { texts: new Map(), ...lookInto(names) }, kind);
      listed.set(key, known, KEPT_MS);
      return known;
    },
  };
}
export type DefinitionIndex = ReturnType<typeof createDefinitionIndex>;

/** Removed, swapped or grown since it was listed: the next list will tell. */
function notThere(cause: unknown): undefined {
  const expected = ['config.file-not-found', 'config.outside-folder', 'request.too-large'];
  if (cause instanceof Problem && expected.includes(cause.code)) return undefined;
  throw cause;
}
