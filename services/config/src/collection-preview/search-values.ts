import { type CollectionLevel, type Principal, problem, type SearchValues } from '@marquee/contracts';
import { SEARCH_ATTRIBUTES } from '@marquee/kometa';
import type { FilterChoice, PlexType } from '@marquee/plex';
import { visibleLibrary } from '../libraries/visible-library.ts';
import type { LibraryKind } from '../matching/levels.ts';
import { choicesOf } from '../matching/library-search.ts';
import { searchField } from '../matching/search-fields.ts';
import type { PlexPorts } from '../servers/server-info.ts';

interface ValuesAsked {
  libraryId: string;
  attribute: string;
  level?: CollectionLevel | undefined;
  query?: string | undefined;
  limit: number;
}

/** Plex lists them although any other text may be asked for too. */
const LISTED: readonly string[] = ['year', 'decade', 'studio', 'editionTitle'];
/** Their keys are words that people write; elsewhere keys are numbers. */
const BY_KEY: readonly string[] = ['resolution', 'audioLanguage', 'subtitleLanguage', 'year', 'decade'];

/** What an attribute can be in this library, as Plex lists it. */
export async function searchValues(
  ports: PlexPorts,
  principal: Principal,
  { libraryId, attribute, query = '', limit }: ValuesAsked,
): Promise<SearchValues> {
  const { kind, server, section } = await visibleLibrary(ports, principal, libraryId);
  if (!Object.hasOwn(SEARCH_ATTRIBUTES, attribute) && attribute !== 'decade') {
    const message = `A search knows no ${attribute}`;
    throw problem('request.invalid', { details: [{ path: 'query.attribute', message }] });
  }
  const list = kind === 'photo' ? undefined : listOf(kind, attribute);
  if (list === undefined) return { values: [], complete: false };
  const choices = await choicesOf(ports.memory, { server, sectionId: section.key }, list.field, list.type);
  const wanted = plain(query.trim());
  const fitting = choices.filter((choice) => plain(titleOf(choice)).includes(wanted));
  const values = fitting.slice(0, limit).map((choice) => ({
    value: BY_KEY.includes(list.field) ? choice.key : titleOf(choice),
    title: titleOf(choice),
  }));
  return { values, complete: list.closed && fitting.length <= limit };
}

function listOf(
  library: LibraryKind,
  attribute: string,
): { field: string; type: PlexType; closed: boolean } | undefined {
  const known = searchField(library, attribute);
  if (known === undefined) return undefined;
  if (known.choices !== undefined) return { ...known.choices, closed: true };
  const [field = '', type = library] = known.field.split('.').reverse();
  if (!LISTED.includes(field)) return undefined;
  const below = (['season', 'episode', 'album', 'track'] as const).find((one) => one === type);
  return { field, type: below ?? library, closed: false };
}

const titleOf = ({ key, title }: FilterChoice): string => title ?? key;
const plain = (text: string): string => text.normalize('NFC').toLowerCase();
