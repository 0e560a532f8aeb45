import { allOf, type PlexItem, where } from '@marquee/plex';
import { choicesOf } from '../matching/library-search.ts';
import { searchField } from '../matching/search-fields.ts';
import { CannotTell, KometaRefuses } from '../matching/verdict.ts';
import { isMapping, lowerKeys, textsOf } from '../matching/yaml-values.ts';
import type { PreviewPlace } from './preview-place.ts';
import { pagesOf, type Source } from './source.ts';

/** One condition each, in one address. */
const MOST = 200;

/** Everything that is in no collection, or only in those that are left out. */
export async function openCollectionless(
  place: PreviewPlace,
  value: unknown,
  title: string,
): Promise<Source> {
  const { kind, level, server, sectionId, memory } = place;
  if (!isMapping(value)) throw new KometaRefuses('“plex_collectionless” must hold exclude or exclude_prefix');
  const { exclude, exclude_prefix: prefix } = lowerKeys(value);
  if (exclude === undefined && prefix === undefined)
    throw new KometaRefuses('“plex_collectionless” needs exclude or exclude_prefix');
  const field = kind === 'artist' || level !== kind ? undefined : searchField(kind, 'collection');
  if (field === undefined) throw new CannotTell(`plex_collectionless of ${level}s is not tried here`);
  const names = [...namesOf('exclude', exclude), title];
  const prefixes = namesOf('exclude_prefix', prefix);
  const counting = new Set<string>();
  for await (const page of pagesOf(place, { type: 'collection' })) {
    for (const one of page) if (!isLeftOut(one, names, prefixes)) counting.add(one.title);
  }
  const choices = await choicesOf(memory, place, 'collection', level);
  // What Plex keeps by a search is no tag of its items, so it is not among the choices.
  const keys = choices.flatMap(({ key, title }) => (counting.has(title ?? key) ? [key] : []));
  if (keys.length > MOST) throw new CannotTell(`There are ${keys.length} collections to look into`);
  const [first, ...rest] = keys.map((key) => where(field.field, '!=', key));
  const wanted = { type: level, ...(first === undefined ? {} : { filter: allOf(first, ...rest) }) };
  const count = await server.client.items.count(sectionId, wanted);
  return {
    count,
    message: `${keys.length} collections count, and these are in none of them`,
    complete: false,
    pages: (most) => pagesOf(place, wanted, most),
  };
}

const namesOf = (name: string, value: unknown): string[] =>
  value === undefined || value === null ? [] : textsOf(name, value, { split: true });

function isLeftOut(
  { title, titleSort }: PlexItem,
  names: readonly string[],
  prefixes: readonly string[],
): boolean {
  const words = titleSort === null ? [title] : [title, titleSort];
  return words.some((word) => names.includes(word) || prefixes.some((prefix) => word.startsWith(prefix)));
}
