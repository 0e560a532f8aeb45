import type { PlainMap } from '../definitions/not-changed.ts';
import type { LibraryKind } from '../model/key-spec.ts';
import { DynamicFault } from './said-values.ts';

/** How the collections of a type are called where nothing else is said. */
export function defaultTitle(type: string, kind: LibraryKind): string {
  if (['number', 'custom', 'actor', 'director', 'writer', 'producer'].includes(type)) return '<<key_name>>';
  if (kind === 'artist') {
    const what = type.startsWith('album') ? 'Album' : type.startsWith('track') ? 'Track' : '<<library_type>>';
    return `Most Played <<key_name>> ${what}s`;
  }
  switch (type) {
    case 'resolution':
      return '<<key_name>> <<library_type>>s';
    case 'episode_year':
      return 'Best Episodes of <<key_name>>';
    case 'year':
      return 'Best <<library_type>>s of <<key_name>>';
    case 'decade':
      return 'Best <<library_type>>s of the <<key_name>>';
    default:
      return 'Top <<key_name>> <<library_type>>s';
  }
}

/** What each of them says where the block calls no template. */
export function defaultDefinition(type: string, kind: LibraryKind, value: readonly string[]): PlainMap {
  const wanted = [...value];
  if (type === 'number' || type === 'custom')
    throw new DynamicFault(`Collections by “${type}” need a template`);
  if (['actor', 'director', 'writer', 'producer'].includes(type))
    return { plex_search: { any: { [type]: wanted } } };
  if (kind === 'artist') return musicDefinition(type, wanted);
  if (type === 'resolution') return { smart_filter: { sort_by: 'title.asc', any: { resolution: wanted } } };
  const attribute = type === 'studio' ? 'studio.is' : type === 'decade' && kind === 'show' ? 'year' : type;
  const smart = { limit: 50, sort_by: 'critic_rating.desc', any: { [attribute]: wanted } };
  return { smart_filter: smart, ...(type === 'episode_year' && { builder_level: 'episode' }) };
}

function musicDefinition(type: string, value: string[]): PlainMap {
  const level = ['album', 'track'].find((one) => type.startsWith(one));
  return {
    smart_filter: {
      limit: level === 'track' ? 50 : 10,
      sort_by: 'plays.desc',
      any: { [level === undefined ? `artist_${type}` : type]: value },
    },
    ...(level !== undefined && { builder_level: level }),
  };
}
