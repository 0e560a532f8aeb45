import type { PlexSection, SectionKind } from '../model.ts';
import type { Query } from '../wire/query.ts';
import { wholeNumber } from '../wire/request.ts';
import { sortTitleOf, type TypeName, typeNames } from '../world/titles.ts';
import { compileFilter } from './evaluate.ts';
import type { Eyes, Listed } from './field.ts';
import { parseFilter } from './parse-filter.ts';
import { sortItems } from './sort.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const byTitle = (a: Listed, b: Listed): number => collator.compare(sortTitleOf(a), sortTitleOf(b));

export const sectionTypes: Record<SectionKind, TypeName[]> = {
  movie: ['movie'],
  show: ['show', 'season', 'episode'],
  artist: ['artist', 'album', 'track'],
};

/** What a listing holds: the asked type, or the section's own kind. */
export const listedType = (section: PlexSection, query: Query): TypeName => {
  const asked = query.get('type');
  const byName = asked !== undefined && sectionTypes[section.kind].find((one) => one === asked);
  return byName || typeNames.get(wholeNumber(asked) ?? -1) || section.kind;
};

const candidates = (section: PlexSection, kind: TypeName, { world }: Eyes): Listed[] =>
  kind === 'collection'
    ? world.state.collections.filter((one) => one.sectionId === section.id)
    : world.state.items.filter((one) => one.sectionId === section.id && one.kind === kind);

/** Everything a `/library/sections/N/all?…` query finds, in its order; also how smart lists are filled. */
export const listSection = (section: PlexSection, query: Query, eyes: Eyes): Listed[] => {
  const kind = listedType(section, query);
  const holds = compileFilter(parseFilter(query.list), kind, eyes);
  const found = candidates(section, kind, eyes).filter(holds).sort(byTitle);
  const sorted = sortItems(found, query.get('sort'), kind, eyes);
  const limit = wholeNumber(query.get('limit'));
  return limit === undefined || limit < 1 ? sorted : sorted.slice(0, limit);
};
