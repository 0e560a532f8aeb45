import { MAX_FILE_BYTES } from '@marquee/contracts';
import { listedFiles } from '@marquee/kometa';
import { BoundedMap } from '@marquee/service-kit';
import type { ConfigFolder, FolderEntry } from '../files/config-folder.ts';
import { etagOf } from '../files/file-id.ts';
import { kindOfFile } from '../files/file-kind.ts';
import { shownText } from '../files/shown-text.ts';
import { createTurns } from '../images/turns.ts';
import { lookInto } from '../problems/check-texts.ts';
import type { LookThrough } from '../problems/look-through.ts';
import type { ListedDefinition } from './definition-task.ts';
import { CONFIG } from './edit-file.ts';
import { definitionIdOf, type Resource } from './resource.ts';
import { definitionsOfFiles } from './work.ts';

/** A file that was changed just now may change again within the same tick of its clock. */
const SETTLED_MS = 2_000;
const KEPT = 5_000;
const KEPT_MS = 3_600_000;
const AT_A_TIME = 8;

export type IndexedDefinition = ListedDefinition & { id: string };
type Definitions = readonly IndexedDefinition[] | null;

export interface IndexedFile {
  path: string;
  editable: boolean;
  /** null where it holds none of the sections, or cannot be read. */
  definitions: Definitions;
}

/** What is defined where. Files whose size and time have not moved are not read again, the same text is not parsed again. */
export function createDefinitionIndex(ports: {
  folder: ConfigFolder;
  lookThrough: LookThrough;
  now: () => number;
}) {
  const { folder, lookThrough, now } = ports;
  const byStamp = new BoundedMap<{ stamp: string; file: IndexedFile }>(KEPT, now);
  const byText = new BoundedMap<Definitions>(KEPT, now);
  const listed = new BoundedMap<Map<string, string[]>>(10, now);
  const inTurn = createTurns(AT_A_TIME);

  /** Of files that were read; what is not known yet is parsed all at once. */
  const definitionsOf = async (texts: ReadonlyMap<string, string>) => {
    const marks = new Map(
      [...texts].map(([path, text]) => [path, `${path} ${etagOf(Buffer.from(text, 'utf8'))}`]),
    );
    const found = new Map<string, Definitions | undefined>();
    for (const [path, mark] of marks) found.set(path, byText.get(mark));
    const unknown = new Map([...texts].filter(([path]) => found.get(path) === undefined));
    if (unknown.size === 0) return found;
    const parsed = await definitionsOfFiles(lookThrough, unknown);
    for (const [path, written] of parsed) {
      const definitions = written?.map((one) => ({ ...one, id: definitionIdOf({ path, ...one }) })) ?? null;
      found.set(path, definitions);
      byText.set(marks.get(path) ?? '', definitions, KEPT_MS);
    }
    return found;
  };

  const readAll = async (entries: readonly FolderEntry[]) => {
    const texts = new Map<string, string>();
    const readInto = async ({ path }: FolderEntry) => {
      const text = await shownText(folder, path);
      if (text !== undefined) texts.set(path, text);
    };
    await Promise.all(entries.map((entry) => inTurn(() => readInto(entry))));
    return texts;
  };

  const filesOf = async (entries: readonly FolderEntry[]): Promise<IndexedFile[]> => {
    const indexed = new Map<string, IndexedFile>();
    const moved: FolderEntry[] = [];
    for (const entry of entries) {
      const kept = byStamp.get(entry.path);
      if (kept?.stamp === stampOf(entry)) indexed.set(entry.path, kept.file);
      else moved.push(entry);
    }
    const definitions = await definitionsOf(await readAll(moved.filter(isEditable)));
    for (const entry of moved) {
      const { path, modifiedAt } = entry;
      const file = { path, editable: isEditable(entry), definitions: definitions.get(path) ?? null };
      indexed.set(path, file);
      const isSettled = now() - modifiedAt.getTime() > SETTLED_MS;
      if (isSettled) byStamp.set(path, { stamp: stampOf(entry), file }, KEPT_MS);
    }
    return entries.flatMap(({ path }) => indexed.get(path) ?? []);
  };

  return {
    /** All YAML files of the folder. */
    async files(): Promise<IndexedFile[]> {
      const { entries } = await folder.list();
      return await filesOf(entries.filter(({ path }) => kindOfFile(path) === 'yaml'));
    },

    /** The files that config.yml lists, with the libraries that it lists them for. */
    async libraries(kind: Resource['listedAs']): Promise<ReadonlyMap<string, readonly string[]>> {
      const [text, names] = await Promise.all([shownText(folder, CONFIG), folder.names()]);
      if (text === undefined) return new Map();
      const key = etagOf(Buffer.from(JSON.stringify([kind, text, names]), 'utf8'));
      const known = listed.get(key) ?? listedFiles(text, { texts: new Map(), ...lookInto(names) }, kind);
      listed.set(key, known, KEPT_MS);
      return known;
    },
  };
}
export type DefinitionIndex = ReturnType<typeof createDefinitionIndex>;

const isEditable = ({ link, sizeBytes }: FolderEntry): boolean => !link && sizeBytes <= MAX_FILE_BYTES;

const stampOf = (entry: FolderEntry): string =>
  `${entry.sizeBytes} ${entry.modifiedAt.getTime()} ${isEditable(entry)}`;
