import type { CollectionLevel } from '@marquee/contracts';
import { readContentUri } from '@marquee/plex';
import { levelsOf } from '../matching/levels.ts';
import { type SearchQuestion, searchQuestion } from '../matching/search-question.ts';
import { CannotTell, KometaRefuses } from '../matching/verdict.ts';
import { isMapping, lowerKeys } from '../matching/yaml-values.ts';
import { type PreviewPlace, searchPorts } from './preview-place.ts';
import { pagesOf, type Source } from './source.ts';

/** A block of `plex_search`. */
export async function openSearch(place: PreviewPlace, block: unknown): Promise<Source> {
  if (!isMapping(block)) throw new KometaRefuses('A search must hold attributes');
  return await openQuestion(place, await searchQuestion(searchPorts(place), place.level, block));
}

/** Kometa makes a collection of it that Plex keeps itself; `type` says of what, by default the main kind. */
export async function openSmartFilter(place: PreviewPlace, block: unknown): Promise<Source> {
  if (!isMapping(block)) throw new KometaRefuses('“smart_filter” must hold attributes');
  const levels: readonly CollectionLevel[] = levelsOf[place.kind];
  const { type = levels[0] } = lowerKeys(block);
  const level = levels.find((one) => one === String(type).toLowerCase().replace(/s$/, ''));
  if (level === undefined) throw new KometaRefuses(`“type” must be one of ${levels.join(', ')}`);
  return await openQuestion(place, await searchQuestion(searchPorts(place), level, block));
}

/** The address of a search, copied from Plex's own pages; Kometa asks its question of the library at hand. */
export async function openSmartUrl(place: PreviewPlace, address: unknown): Promise<Source> {
  const content = readContentUri(String(address));
  if (content?.type === undefined || content.type === null)
    throw new KometaRefuses('“smart_url” must be the address of a search in Plex');
  if (content.filter === null) throw new CannotTell('What this address asks for cannot be read here');
  const level = levelsOf[place.kind].find((one) => one === content.type);
  if (level === undefined) throw new CannotTell(`This address asks for ${content.type}s, which are not here`);
  return await openQuestion(place, {
    type: level,
    filter: content.filter,
    sort: content.sort,
    random: content.sort.some(({ by }) => by === 'random'),
    ...(content.limit === null ? {} : { limit: content.limit }),
  });
}

/** Everything of the level. */
export function openAll(place: PreviewPlace): Promise<Source> {
  return openQuestion(place, { type: place.level, sort: [], random: false });
}

async function openQuestion(place: PreviewPlace, question: SearchQuestion): Promise<Source> {
  const { type, filter, sort, limit, random } = question;
  const all = await place.server.client.items.count(place.sectionId, { type, filter });
  const count = Math.min(all, limit ?? all);
  if (random && count < all) throw new CannotTell(`It takes ${count} of ${all} by chance`);
  const wanted = { type, filter, limit, sort: random ? [] : sort };
  return {
    count,
    message: count === 0 ? 'Plex finds nothing' : random ? 'Plex finds them, in no order' : 'Plex finds them',
    complete: false,
    pages: (most) => pagesOf(place, wanted, most),
  };
}
