import type { PlexSection, SectionKind } from '../model.ts';
import type { Query } from '../wire/query.ts';
import { wholeNumber } from '../wire/request.ts';
import { type TypeName, typeNames } from '../world/titles.ts';
import { compileFilter } from './evaluate.ts';
import type { Eyes, Listed } from './field.ts';
import { parseFilter } from './parse-filter.ts';
import { sortItems } from './sort.ts';

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

/** In title order, which every other order keeps among equals. */
const candidates = (section: PlexSection, kind: TypeName, eyes: Eyes): Listed[] => {
  const { state } = eyes.world;
  const there: readonly Listed[] = kind === 'collection' ? state.collections : state.items;
  return eyes.world.remember(`${section.id} ${kind} by title`, () =>
    sortItems(
      there.filter((one) => one.sectionId === section.id && one.kind === kind),
      'titleSort',
      kind,
      eyes,
    ),
  );
};

/** Everything a `/library/sections/N/all?…` query finds, in its order; also how smart lists are filled. */
export const listSection = (section: PlexSection, query: Query, eyes: Eyes): Listed[] => {
  const kind = listedType(section, query);
  const holds = compileFilter(parseFilter(query.list), kind, eyes);
  const found = candidates(section, kind, eyes).filter(holds);
  const sorted = sortItems(found, query.get('sort'), kind, eyes);
  const limit = wholeNumber(query.get('limit'));
  return limit === undefined || limit < 1 ? sorted : sorted.slice(0, limit);
};
