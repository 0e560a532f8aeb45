import type { OverlayLevel } from '@marquee/contracts';
import type { PlexItem } from '@marquee/plex';
import { guidsOf } from '../../matching/id-builders.ts';
import { passesFilters } from '../../matching/item-filters.ts';
import { choiceType, type LibraryKind, libraryOf } from '../../matching/levels.ts';
import { choicesOf, type LibraryPlace, searchLibrary } from '../../matching/library-search.ts';
import { percentFor } from '../../matching/nested-filters.ts';
import { searchFilter } from '../../matching/search-filter.ts';
import {
  allOf,
  anyOf,
  assumed,
  CannotTell,
  KometaRefuses,
  matches,
  not,
  type Verdict,
} from '../../matching/verdict.ts';
import { whatItNeeds } from '../../matching/what-it-needs.ts';
import { booleanOf, isMapping, listOf, type YamlMap } from '../../matching/yaml-values.ts';
import type { PlexMemory } from '../../servers/plex-memory.ts';
import { REFUSED, SETTINGS } from './definition-words.ts';

export interface MatchPorts extends LibraryPlace {
  memory: PlexMemory;
  item: PlexItem;
  level: OverlayLevel;
  /** Its own and those of its show: an id of a show finds its seasons and episodes too. */
  guids(): Promise<readonly string[]>;
  now: Date;
}

const levelsOf: Record<LibraryKind, readonly string[]> = {
  movie: ['movie'],
  show: ['show', 'season', 'episode'],
  artist: ['artist', 'album'],
};

/** Whether the builders and filters of a definition find the item. */
export async function matchDefinition(ports: MatchPorts, definition: Readonly<YamlMap>): Promise<Verdict> {
  try {
    return await decide(ports, definition);
  } catch (cause) {
    if (cause instanceof CannotTell) return assumed(cause.message);
    if (cause instanceof KometaRefuses) return not(cause.message);
    throw cause;
  }
}

async function decide(ports: MatchPorts, definition: Readonly<YamlMap>): Promise<Verdict> {
  const { level } = ports;
  const refusedKey = Object.keys(definition).find((key) => REFUSED.has(key));
  if (refusedKey !== undefined) return not(`Kometa takes no “${refusedKey}” in an overlay file`);
  const wrongLevel = checkLevel(definition, level) ?? checkRun(definition, level);
  if (wrongLevel !== undefined) return wrongLevel;
  const builders = Object.entries(definition).filter(([key]) => !SETTINGS.has(key));
  if (builders.length === 0) return not('It has no builder, so Kometa draws it nowhere');

  const verdict = await allOf([
    () => found(ports, builders, definition),
    () => passesFilters(filterPorts(ports, definition), definition.filters),
    () => notIgnored(ports, definition),
  ]);
  if (verdict.verdict !== 'not' && 'limit' in definition)
    return assumed(`“limit” takes the first ${String(definition.limit)} only`);
  return verdict;
}

/** Films have one level, whatever a file says. */
function checkLevel(definition: Readonly<YamlMap>, level: OverlayLevel): Verdict | undefined {
  const library = libraryOf[level];
  if (library === 'movie') return undefined;
  const written = definition.builder_level ?? definition.overlay_level ?? definition.collection_level;
  const wanted = written === undefined || written === null ? library : String(written).toLowerCase();
  if (!levelsOf[library].includes(wanted)) return not(`builder_level “${wanted}” does not exist here`);
  return wanted === level ? undefined : not(`It is drawn on a ${wanted}, not on a ${level}`);
}

function checkRun(definition: Readonly<YamlMap>, level: OverlayLevel): Verdict | undefined {
  const { run_definition: written } = definition;
  if (written === undefined || written === null) return undefined;
  const words = listOf(written).flatMap((word) => String(word).toLowerCase().split(','));
  const wanted = words.map((word) => word.trim());
  if (wanted.includes('false')) return not('run_definition switches it off');
  const kinds = wanted.filter((word) => Object.hasOwn(levelsOf, word));
  return kinds.length === 0 || kinds.includes(libraryOf[level])
    ? undefined
    : not(`run_definition leaves it to libraries of ${kinds.join(', ')}`);
}

async function found(
  ports: MatchPorts,
  builders: readonly (readonly [string, unknown])[],
  definition: Readonly<YamlMap>,
): Promise<Verdict> {
  const blankIsFine =
    'ignore_blank_results' in definition &&
    booleanOf('ignore_blank_results', definition.ignore_blank_results);
  const verdicts: Verdict[] = [];
  // All of them are asked: one search without a result takes the whole definition with it.
  for (const [builder, value] of builders) {
    verdicts.push(await anyOf([() => build(ports, builder, value, blankIsFine)]));
  }
  return await anyOf(verdicts.map((verdict) => () => verdict));
}

async function build(
  ports: MatchPorts,
  builder: string,
  value: unknown,
  blankIsFine: boolean,
): Promise<Verdict> {
  if (builder === 'plex_all') {
    if (value === null) throw new KometaRefuses('“plex_all” is blank');
    return matches('plex_all finds everything');
  }
  if (builder === 'plex_search') return await search(ports, value, blankIsFine);
  const wanted = guidsOf(builder, value);
  if (wanted === undefined) return assumed(whatItNeeds(builder));
  const own = await ports.guids();
  return wanted.some((guid) => own.includes(guid))
    ? matches(`${builder} names it`)
    : not(`${builder} does not name it`);
}

async function search(ports: MatchPorts, value: unknown, blankIsFine: boolean): Promise<Verdict> {
  const { memory, item, level, now } = ports;
  const library = libraryOf[level];
  let hit = false;
  for (const block of listOf(value)) {
    if (!isMapping(block)) throw new KometaRefuses('“plex_search” must hold attributes');
    const choices = (of: { field: string; type: Parameters<typeof choicesOf>[3] }) =>
      choicesOf(memory, ports, of.field, of.type);
    const filter = await searchFilter({ library, choices, now }, block);
    const keys = await searchLibrary(memory, ports, level, filter);
    if (keys.size === 0 && !blankIsFine)
      throw new KometaRefuses('Plex finds nothing with one of its searches');
    hit ||= keys.has(item.ratingKey);
  }
  return hit ? matches('plex_search finds it') : not('plex_search does not find it');
}

async function notIgnored(ports: MatchPorts, definition: Readonly<YamlMap>): Promise<Verdict> {
  const ignored = definition.ignore_imdb_ids;
  if (ignored === undefined || ignored === null) return matches('Nothing is left out by id');
  const guids = guidsOf('imdb_id', ignored) ?? [];
  const own = await ports.guids();
  return guids.some((guid) => own.includes(guid))
    ? not('ignore_imdb_ids leaves it out')
    : matches('Nothing is left out by id');
}

function filterPorts(ports: MatchPorts, definition: Readonly<YamlMap>) {
  const { memory, item, level, now } = ports;
  return {
    item,
    level,
    now,
    choices: (field: string) => choicesOf(memory, ports, field, choiceType(field, level)),
    percent: percentFor(Object.entries(definition)),
  };
}
