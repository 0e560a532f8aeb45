import type { KeyTable } from '../key-spec.ts';
import type { LibraryKind } from './library-kind.ts';
import { anything, choice, either, entries, tags, text, yesNo } from './values.ts';

const every = ['genre', 'number', 'custom'];
const watched = [
  ...[
    'actor',
    'year',
    'content_rating',
    'original_language',
    'tmdb_popular_people',
    'trakt_user_lists',
    'studio',
  ],
  ...[
    'trakt_liked_lists',
    'trakt_people_list',
    'subtitle_language',
    'audio_language',
    'resolution',
    'decade',
  ],
  'imdb_awards',
];

/** What collections may be made one for each of. */
export const DYNAMIC_TYPES: Readonly<Record<LibraryKind, readonly string[]>> = {
  movie: [
    ...['tmdb_collection', 'edition', 'country', 'director', 'producer', 'writer', 'letterboxd_user_lists'],
    ...every,
    ...watched,
  ],
  show: ['network', 'origin_country', 'episode_year', ...every, ...watched],
  artist: ['mood', 'style', 'country', 'album_genre', 'album_mood', 'album_style', 'track_mood', ...every],
};

const types = [...new Set(Object.values(DYNAMIC_TYPES).flat())];
const names = either(tags, { type: 'list', of: anything });

/** Everything that may stand in the definition of dynamic collections. */
export const DYNAMIC_KEYS: KeyTable = {
  type: { value: choice(...types), required: true, help: 'What there is one collection for each of.' },
  data: { value: anything, help: 'What the type needs to know, as the names of lists.' },
  include: { value: names, help: 'Only these get a collection.' },
  exclude: { value: names, help: 'These get no collection.' },
  addons: { value: { type: 'dictionary', of: anything }, help: 'What is counted with what.' },
  template: { value: entries(text), help: 'Templates of this file that each collection is made with.' },
  template_variables: {
    value: { type: 'dictionary', of: anything },
    help: 'Values for the variables, one for each key or for all.',
  },
  other_template: { value: entries(text), help: 'Templates for the collection of all that is left.' },
  other_name: { value: text, help: 'The name of the collection of all that is left.' },
  remove_prefix: { value: tags, help: 'What is cut off where names begin.' },
  remove_suffix: { value: tags, help: 'What is cut off where names end.' },
  title_format: { value: text, default: '<<key_name>>', help: 'How the collections are called.' },
  key_name_override: { value: { type: 'dictionary', of: text }, help: 'Other names for some keys.' },
  title_override: { value: { type: 'dictionary', of: text }, help: 'Other titles for some keys.' },
  custom_keys: {
    value: yesNo,
    default: 'true',
    help: 'Let keys stand for themselves when they are unknown.',
  },
  sync: { value: yesNo, default: 'false', help: 'Delete collections that no longer come out.' },
  test: { value: yesNo, default: 'false', help: 'Run it when only tests are run.' },
};
