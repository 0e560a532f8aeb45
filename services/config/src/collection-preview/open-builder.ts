import { BUILDERS } from '@marquee/kometa';
import { allOf, where } from '@marquee/plex';
import { guidsOf } from '../matching/id-builders.ts';
import { CannotTell, KometaRefuses } from '../matching/verdict.ts';
import { whatItNeeds } from '../matching/what-it-needs.ts';
import { libraryGuids } from './library-guids.ts';
import { openCollectionless } from './open-collectionless.ts';
import { openAll, openSearch, openSmartFilter, openSmartUrl } from './open-search.ts';
import type { PreviewPlace } from './preview-place.ts';
import type { BuilderAsked, Definition } from './read-definition.ts';
import { pagesOf, type Source, sourceOfKeys } from './source.ts';

/** What a builder finds, or why we do not ask. */
export type Opened =
  | { state: 'asked'; source: Source }
  | { state: 'needs'; service: string; message: string }
  | { state: 'refused' | 'unsure'; message: string };

export async function openBuilder(
  place: PreviewPlace,
  definition: Definition,
  asked: BuilderAsked,
): Promise<Opened> {
  try {
    return await open(place, definition, asked);
  } catch (cause) {
    if (cause instanceof KometaRefuses) return { state: 'refused', message: cause.message };
    if (cause instanceof CannotTell) return { state: 'unsure', message: cause.message };
    throw cause;
  }
}

async function open(
  place: PreviewPlace,
  definition: Definition,
  { builder, value }: BuilderAsked,
): Promise<Opened> {
  if (value === null) throw new KometaRefuses(`“${builder}” is blank`);
  if (JSON.stringify(value).includes('<<')) throw new CannotTell('It holds variables of a template');
  checkLibrary(place, builder);
  const source = await sourceOf(place, definition, builder, value);
  if (source !== undefined) return { state: 'asked', source };
  const service = builder === 'plex_watchlist' ? 'plex.tv' : (BUILDERS[builder]?.service ?? 'unknown');
  const need = builder === 'plex_watchlist' ? 'plex_watchlist needs plex.tv' : whatItNeeds(builder);
  return { state: 'needs', service, message: `${need}; not asked here` };
}

function checkLibrary({ kind }: PreviewPlace, builder: string): void {
  const libraries: readonly string[] | undefined = BUILDERS[builder]?.libraries;
  if (libraries !== undefined && !libraries.includes(kind))
    throw new KometaRefuses(`Kometa takes no “${builder}” in a library of this kind`);
}

function sourceOf(
  place: PreviewPlace,
  definition: Definition,
  builder: string,
  value: unknown,
): Promise<Source> | Source | undefined {
  switch (builder) {
    case 'plex_all':
      return openAll(place);
    case 'plex_search':
      return openSearch(place, value);
    case 'smart_filter':
      return openSmartFilter(place, value);
    case 'smart_url':
      return openSmartUrl(place, value);
    case 'plex_collectionless':
      return openCollectionless(place, value, definition.title);
    case 'plex_pilots':
      return openPilots(place);
    default:
      return openIds(place, definition, builder, value);
  }
}

function openIds(
  place: PreviewPlace,
  { ignored }: Definition,
  builder: string,
  value: unknown,
): Promise<Source> | undefined {
  const wanted = guidsOf(builder, value);
  if (wanted === undefined) {
    if (guidsOf(builder, 1) !== undefined || guidsOf(builder, 'tt1') !== undefined)
      throw new KometaRefuses(`“${builder}” takes numbers or addresses`);
    return undefined;
  }
  if (place.level !== place.kind)
    throw new CannotTell(`Which ${place.level}s “${builder}” stands for is not tried here`);
  const counting = wanted.filter((guid) => !ignored.has(guid.slice(guid.indexOf('//') + 2)));
  return libraryGuids(place).then((known) => {
    const keys = [...new Set(counting.flatMap((guid) => known.get(guid) ?? []))];
    return sourceOfKeys(place, keys, `${keys.length} of ${wanted.length} are in the library`);
  });
}

async function openPilots(place: PreviewPlace): Promise<Source> {
  if (place.level !== 'episode') throw new KometaRefuses('“plex_pilots” needs builder_level: episode');
  const filter = allOf(where('season.index', '=', 1), where('episode.index', '=', 1));
  const keys: string[] = [];
  for await (const page of pagesOf(place, { type: 'episode', filter, sort: { by: 'show.titleSort' } })) {
    // A server that does not know the question answers everything.
    for (const { ratingKey, index, parentIndex } of page)
      if (index === 1 && parentIndex === 1) keys.push(ratingKey);
  }
  return sourceOfKeys(place, keys, 'The first episode of every show');
}
