import { type BulkOutcome, type InPlaceAction, Problem } from '@marquee/contracts';
import { isNever, type PlainMap, type PlainValue } from '@marquee/kometa';
import { etagOf } from '../files/file-id.ts';
import type { Deed } from '../files/save-file.ts';
import { versionView } from '../history/view-version.ts';
import type { Finding } from '../problems/finding.ts';
import { wordsFor } from './bulk.ts';
import {
  blocksWithin,
  blockWith,
  type ConfigBlock,
  configText,
  countWithin,
  placeView,
  wholeView,
} from './config-blocks.ts';
import { quoted, rewriteBlock, writeAll } from './edit-definition.ts';
import { CONFIG, openFile, refusal, writeOf } from './edit-file.ts';
import { findingsOf, type ResourcePorts } from './list-definitions.ts';
import { work } from './work.ts';

const LIBRARIES = ['libraries'];

export const libraryBlocks = (ports: ResourcePorts) => blocksWithin(ports, LIBRARIES);

const lengthOf = (list: PlainValue | undefined): number =>
  Array.isArray(list) ? list.length : Number(list !== undefined && list !== null);

/** What Plex calls the library. */
const titleOf = ({ name, values }: ConfigBlock): string =>
  typeof values.library_name === 'string' && values.library_name !== '' ? values.library_name : name;

function libraryView(block: ConfigBlock, findings: readonly Finding[]) {
  const { name, values, about } = block;
  return {
    ...{ ...placeView(block), name, title: titleOf(block), enabled: !isNever(values.schedule) },
    schedule: about.schedule,
    files: {
      collections: lengthOf(values.collection_files),
      metadata: lengthOf(values.metadata_files),
      overlays: lengthOf(values.overlay_files),
      images: lengthOf(values.image_files),
    },
    operations: lengthOf(values.operations) > 0,
    problems: countWithin(findings, [...LIBRARIES, name]),
  };
}

export async function listConfigLibraries(ports: ResourcePorts) {
  const [blocks, findings] = await Promise.all([libraryBlocks(ports), findingsOf(ports)]);
  return blocks.map((block) => libraryView(block, findings));
}

export async function readConfigLibrary(ports: ResourcePorts, isWanted: (block: ConfigBlock) => boolean) {
  const [blocks, findings] = await Promise.all([libraryBlocks(ports), findingsOf(ports)]);
  const block = blockWith(blocks, blocks.find(isWanted)?.id ?? '');
  return { ...libraryView(block, findings), ...wholeView(block) };
}

export async function createConfigLibrary(
  ports: ResourcePorts,
  { name, values, ...deed }: Deed & { name: string; values: PlainMap },
) {
  const { saving, desk } = ports;
  await saving.turns.inTurn(CONFIG, async () => {
    const file = await openFile(saving, CONFIG);
    const changes = [{ name, change: { kind: 'create', values } as const }];
    const made = await work(desk, {
      kind: 'change-definitions',
      text: file.shown,
      within: LIBRARIES,
      changes,
    });
    const [refused] = made.refused;
    if (refused) throw refusal(refused, CONFIG, 'body.values');
    await writeAll(ports, [writeOf(file, made.text)], {
      ...deed,
      message: `Add the library ${quoted(name)}`,
    });
  });
  return await readConfigLibrary(ports, (block) => block.name === name);
}

export async function writeConfigLibrary(
  ports: ResourcePorts,
  id: string,
  {
    values,
    name,
    ...change
  }: Deed & {
    ifMatch: string | undefined;
    values: PlainMap;
    name?: string | undefined;
    after?: string | null | undefined;
  },
) {
  const { place } = blockWith(await libraryBlocks(ports), id);
  const to = name ?? place.name;
  await rewriteBlock(ports, place, { ...change, value: values, to });
  return await readConfigLibrary(ports, (block) => block.name === to);
}

export async function changeConfigLibraries(
  ports: ResourcePorts,
  { ids, action: change, ...deed }: Deed & { ids: readonly string[]; action: InPlaceAction },
): Promise<BulkOutcome> {
  const { saving, desk } = ports;
  const known = new Map((await libraryBlocks(ports)).map(({ id, name }) => [id, name]));
  const gone = ids.filter((id) => !known.has(id));
  const told = gone.map((id) => ({ id, name: '', message: 'It is not there any more' }));
  const wanted = [...new Set(ids)].flatMap((id) => {
    const name = known.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  if (wanted.length === 0) return { version: null, changed: 0, refused: told };
  return await saving.turns.inTurn(CONFIG, async () => {
    const file = await openFile(saving, CONFIG);
    const changes = wanted.map(({ name }) => ({ name, change }));
    const outcome = await work(desk, {
      kind: 'change-definitions',
      text: file.shown,
      within: LIBRARIES,
      changes,
    });
    const message = wordsFor(['library', 'libraries'], change, outcome.changed, '');
    const version = await writeAll(ports, [writeOf(file, outcome.text)], { ...deed, message });
    const refused = outcome.refused.flatMap(({ at, message }) => {
      const one = wanted[at];
      return one === undefined ? [] : [{ ...one, message }];
    });
    return {
      version: version === undefined ? null : versionView(version),
      changed: outcome.changed,
      refused: [...told, ...refused],
    };
  });
}

/** The block of a library of Plex, by its name; kept until config.yml changes. What is wrong with the folder is told elsewhere. */
export function createConfigured(ports: ResourcePorts) {
  let last: { etag: string; byTitle: ConfiguredLibraries } | undefined;
  return async (): Promise<ConfiguredLibraries> => {
    const text = await configText(ports).catch(unreadable);
    if (text === null) return new Map();
    const etag = etagOf(Buffer.from(text, 'utf8'));
    if (last?.etag === etag) return last.byTitle;
    const blocks = await libraryBlocks(ports);
    const byTitle = new Map(
      blocks.map((block) => {
        const { id, name, values } = block;
        return [titleOf(block), { id, name, enabled: !isNever(values.schedule) }];
      }),
    );
    last = { etag, byTitle };
    return byTitle;
  };
}

function unreadable(cause: unknown): null {
  if (cause instanceof Problem) return null;
  throw cause;
}

type ConfiguredLibraries = ReadonlyMap<string, { id: string; name: string; enabled: boolean }>;
