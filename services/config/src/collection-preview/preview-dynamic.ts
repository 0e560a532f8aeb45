import type { DynamicCollectionPreview, DynamicPreview, Principal } from '@marquee/contracts';
import {
  type DynamicAsked,
  type DynamicSource,
  dynamicCollections,
  dynamicSource,
  type FoundKeys,
  type MadeCollection,
  type PlainMap,
} from '@marquee/kometa';
import { createTurns } from '../images/turns.ts';
import { visibleLibrary } from '../libraries/visible-library.ts';
import type { LibraryKind } from '../matching/levels.ts';
import { CannotTell, KometaRefuses } from '../matching/verdict.ts';
import { work } from '../resources/work.ts';
import { levelIn } from './count-search.ts';
import { peopleIn, tagKeys, yearsOf } from './dynamic-keys.ts';
import { findItems } from './find-items.ts';
import { type KnownSettings, knownSettings } from './library-settings.ts';
import { openBuilder } from './open-builder.ts';
import type { PreviewPorts } from './preview-collection.ts';
import type { PreviewPlace } from './preview-place.ts';
import { type Definition, readDefinition, whySkipped } from './read-definition.ts';
import { pagesOf } from './source.ts';
import { expanded, readShelf, type Shelf } from './with-templates.ts';

interface Asked {
  libraryId: string;
  name: string;
  definition: PlainMap;
  fileId?: string | undefined;
}

/** As the contract has it. */
const MOST_LISTED = 2_000;
const MOST_WITH = 1_000;
/** Each is a question to Plex. */
const MOST_COUNTED = 200;
const AT_A_TIME = 4;

type Present = ReadonlyMap<string, { size: number; smart: boolean }>;

/** Which collections a block would make of the library now, and how many items each would hold. */
export async function previewDynamic(
  ports: PreviewPorts,
  principal: Principal,
  { libraryId, name, definition, fileId }: Asked,
): Promise<DynamicPreview> {
  const library = await visibleLibrary(ports, principal, libraryId);
  const kind = levelIn(library, undefined);
  if (kind !== 'movie' && kind !== 'show' && kind !== 'artist')
    return without('refused', 'Kometa makes none here');
  const { server, section } = library;
  const now = ports.clock();
  const place = { server, sectionId: section.key, memory: ports.memory, kind, level: kind, now };
  const shelf = await readShelf({ ...ports, now }, fileId);
  const { variables, taken } = await groundOf(ports, shelf, section.title);
  const asked = { name, values: definition, variables, kind, year: now.getFullYear() };
  const source = dynamicSource(asked);
  if (source.kind === 'elsewhere') return { ...without('needs', source.message), service: source.service };
  if (source.kind === 'refused' || source.kind === 'unsure') return without(source.kind, source.message);
  const found = await foundKeys(place, source);
  if ('unsure' in found) return without('unsure', found.unsure);
  const outcome = dynamicCollections(asked, found, taken);
  if ('refused' in outcome) return without('refused', outcome.refused);
  const { settings, note } = await knownSettings(ports.folder, section.title);
  const read = createReader({ ...ports, now }, shelf, { library: { name: section.title, kind }, settings });
  const { made, notes } = outcome;
  return {
    state: 'asked',
    message: source.kind === 'keys' ? 'It names them itself' : 'Plex lists them',
    total: made.length,
    collections: await counted(place, made.slice(0, MOST_LISTED), read),
    notes: [...notes, ...notesOn(asked, made.length), ...(note === null ? [] : [note])],
  };
}

type Read = (made: MadeCollection) => Promise<Definition>;

/** What each of them says, with what its templates write. */
function createReader(
  ports: Parameters<typeof expanded>[0],
  shelf: Shelf | null,
  {
    library,
    settings,
  }: { library: { name: string; kind: LibraryKind }; settings: KnownSettings['settings'] },
): Read {
  return async ({ title, definition }) => {
    const expansion = await expanded(ports, shelf, { library, name: title, definition });
    if (expansion.state !== 'expanded') throw new Unread(expansion.state, expansion.message);
    const skipped = whySkipped(expansion.values, library.kind);
    if (skipped !== null) throw new KometaRefuses(skipped);
    return readDefinition({ name: title, values: expansion.values, kind: library.kind, settings });
  };
}

/** What is known of a collection before Plex is asked. */
class Unread extends Error {
  readonly state: 'refused' | 'unsure';
  constructor(state: 'refused' | 'unsure', message: string) {
    super(message);
    this.name = 'Unread';
    this.state = state;
  }
}

const without = (state: DynamicPreview['state'], message: string): DynamicPreview => ({
  ...{ state, message, total: 0, collections: [], notes: [] },
});

async function groundOf({ desk }: PreviewPorts, shelf: Shelf | null, library: string) {
  if (shelf === null) return { variables: {}, taken: [] };
  return await work(desk, { kind: 'dynamic-ground', ...shelf, library });
}

async function foundKeys(
  place: PreviewPlace,
  source: Extract<DynamicSource, { kind: 'tags' | 'years' | 'people' | 'keys' }>,
): Promise<FoundKeys | { unsure: string }> {
  try {
    switch (source.kind) {
      case 'tags':
        return await tagKeys(place, source);
      case 'years':
        return await yearsOf(place);
      case 'people':
        return await peopleIn(place, source);
      case 'keys':
        return source;
    }
  } catch (cause) {
    if (cause instanceof CannotTell) return { unsure: cause.message };
    throw cause;
  }
}

async function counted(
  place: PreviewPlace,
  made: readonly MadeCollection[],
  read: Read,
): Promise<DynamicCollectionPreview[]> {
  const present = await presentIn(place);
  const inTurn = createTurns(AT_A_TIME);
  return await Promise.all(
    made.map((one, at) =>
      inTurn(async () => {
        const { title, told } = at < MOST_COUNTED ? await countOf(place, one, read) : uncounted(one);
        const { key, value } = one;
        const others = value.filter((word) => word !== key).slice(0, MOST_WITH);
        return { title, key, with: others, ...told, present: present.get(title) ?? null };
      }),
    ),
  );
}

type Told = Pick<DynamicCollectionPreview, 'state' | 'count' | 'message'>;
type Counted = Told & Pick<DynamicCollectionPreview, 'made'>;

const uncounted = ({ title }: MadeCollection): { title: string; told: Counted } => ({
  title,
  told: { state: 'unsure', count: null, message: `Only the first ${MOST_COUNTED} are counted`, made: true },
});

async function countOf(
  place: PreviewPlace,
  made: MadeCollection,
  read: Read,
): Promise<{ title: string; told: Counted }> {
  try {
    const definition = await read(made);
    const at = { ...place, level: definition.level };
    return { title: definition.title, told: belowMinimum(definition, await itemsOf(at, definition)) };
  } catch (cause) {
    if (!(cause instanceof Unread) && !(cause instanceof KometaRefuses)) throw cause;
    const state = cause instanceof Unread ? cause.state : 'refused';
    const told = { state, count: null, message: cause.message, made: state !== 'refused' };
    return { title: made.title, told };
  }
}

async function itemsOf(place: PreviewPlace, definition: Definition): Promise<Told> {
  const [only, ...others] = definition.builders;
  if (only === undefined)
    return { state: 'asked', count: 0, message: 'No builder says which items it is for' };
  if (others.length === 0 && definition.filters === undefined) {
    const opened = await openBuilder(place, definition, only);
    if (opened.state !== 'asked') return { state: opened.state, count: null, message: opened.message };
    const { count, message } = opened.source;
    return { state: 'asked', count: Math.min(count, definition.limit ?? count), message };
  }
  const { builders, refusal, sure, keys, filters } = await findItems(place, definition);
  if (refusal !== null) return { state: 'refused', count: null, message: refusal };
  if (sure) return { state: 'asked', count: keys.length, message: 'Plex finds them' };
  const open = builders.find(({ state }) => state !== 'asked');
  return { state: open?.state ?? 'unsure', count: null, message: open?.message ?? filters.message };
}

function belowMinimum({ smart, minimum }: Definition, told: Told): Counted {
  if (told.count === null || smart || told.count >= minimum)
    return { ...told, made: told.state !== 'refused' };
  const message = `minimum_items is ${minimum}: Kometa would make no collection`;
  return { ...told, message, made: false };
}

/** All that Plex has, by their titles. */
async function presentIn(place: PreviewPlace): Promise<Present> {
  const present = new Map<string, { size: number; smart: boolean }>();
  for await (const page of pagesOf(place, { type: 'collection' }))
    for (const { title, childCount, smart } of page) present.set(title, { size: childCount ?? 0, smart });
  return present;
}

function notesOn({ name, values }: DynamicAsked, made: number): string[] {
  const own = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
  const notes: string[] = [];
  if (/_language$/.test(String(own.get('type')).toLowerCase()))
    notes.push('Kometa calls languages as TMDb does; here they are called as in Plex');
  if (own.get('sync') === true)
    notes.push(`sync: collections with the label “${name}” that no longer come out are deleted`);
  const listed = made > MOST_LISTED ? `the first ${MOST_LISTED} are listed and ` : '';
  if (made > MOST_COUNTED)
    notes.push(`${made} collections come out; ${listed}the first ${MOST_COUNTED} are counted`);
  return notes;
}
