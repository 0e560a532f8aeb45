import type { KeyTable, ValueSpec } from './key-spec.ts';
import { flag, map, of, schedule, text, texts, whole, words } from './specs.ts';

const LOCKS = ['lock', 'unlock', 'remove', 'reset'];
const RATINGS = [
  ...['tmdb', 'imdb', 'trakt', 'trakt_user', 'omdb', 'omdb_metascore', 'omdb_tomatoes'],
  ...['plex_imdb', 'plex_tmdb', 'plex_tomatoes', 'plex_tomatoesaudience'],
  ...['mdb', 'mdb_average', 'mdb_imdb', 'mdb_metacritic', 'mdb_metacriticuser', 'mdb_trakt', 'mdb_tomatoes'],
  ...['mdb_tomatoesaudience', 'mdb_tmdb', 'mdb_letterboxd', 'mdb_myanimelist'],
  ...['anidb_rating', 'anidb_average', 'anidb_score', 'mal'],
  ...LOCKS,
];
const EPISODE_RATINGS = ['plex_tmdb', 'plex_imdb', 'tmdb', 'imdb', 'trakt', ...LOCKS];
const DATES = [
  ...['tmdb', 'tmdb_premiere', 'tmdb_theatrical', 'tmdb_theatricallimited', 'tmdb_digital', 'tmdb_physical'],
  ...['tmdb_tv', 'tvdb', 'omdb', 'mdb', 'mdb_digital', 'anidb', 'mal'],
  ...LOCKS,
];

/** Sources one after the other until one answers. `false` switches the operation off. */
function sources(of: readonly string[], ...more: ValueSpec[]): ValueSpec {
  const source: ValueSpec = { type: 'either', of: [{ type: 'choice', of, anyCase: true }, ...more] };
  return { type: 'either', of: [{ type: 'list', of: source, oneIsEnough: true }, { type: 'boolean' }] };
}

const tenth: ValueSpec = { type: 'number', min: 0, max: 10, fromText: true };
const anySource: ValueSpec = { type: 'either', of: [texts, { type: 'boolean' }] };
const ratings = (what: string) =>
  of(sources(RATINGS, tenth), `Where ${what} ratings come from: sources in order, or a number.`);
const episodeRatings = (what: string) =>
  of(
    sources(EPISODE_RATINGS, tenth),
    `Where ${what} ratings of episodes come from: sources in order, or a number.`,
  );
const dates = (what: string) =>
  of(sources(DATES, { type: 'date' }), `Where ${what} come from: sources in order, or a date.`);

const IMAGE_SOURCES: ValueSpec = { type: 'choice', of: ['tmdb', 'plex', 'lock', 'unlock'] };
const pictures = (what: string) =>
  of(
    {
      type: 'either',
      of: [
        IMAGE_SOURCES,
        { type: 'boolean' },
        {
          type: 'map',
          keys: {
            source: of(IMAGE_SOURCES, `Where ${what} come from.`),
            language: text('ISO 639-1 code of the language of pictures.'),
            seasons: flag(true, 'Whether seasons get theirs too.'),
            episodes: flag(true, 'Whether episodes get theirs too.'),
            ignore_locked: flag(false, 'Whether locked pictures stay.'),
            ignore_overlays: flag(false, 'Whether items with overlays stay as they are.'),
          },
        },
      ],
    },
    `Sets ${what} of all items.`,
  );

const mapper = (what: string) =>
  of(
    { type: 'dictionary', of: { type: 'text' } },
    `Renames ${what}: the old one, then the new one; blank takes it away.`,
  );

const COLLECTION_RATING_SOURCES: ValueSpec = {
  type: 'choice',
  of: ['highest', 'lowest', 'average', ...LOCKS],
};

export const operationKeys: KeyTable = {
  schedule: schedule('When these operations run.'),
  assets_for_all: flag(false, 'Looks for assets of every item.'),
  assets_for_all_collections: flag(false, 'Looks for assets of every collection.'),
  ignore_labels: of(words, 'Items with these labels stay as they are.'),
  respect_ignore_ids: flag(false, 'Whether items of ignore_ids stay as they are.'),
  split_duplicates: flag(false, 'Splits items that Plex has merged.'),
  update_blank_track_titles: flag(false, 'Gives tracks without a title the one that sorts them.', {
    libraries: ['artist'],
  }),
  remove_title_parentheses: flag(false, 'Takes what stands in brackets out of titles.'),
  radarr_add_all_existing: flag(false, 'Adds every film to Radarr.'),
  radarr_add_all: flag(false, 'The old name of radarr_add_all_existing.', {
    renamedTo: 'radarr_add_all_existing',
  }),
  radarr_remove_by_tag: of(words, 'Removes films with these tags from Radarr.'),
  sonarr_add_all_existing: flag(false, 'Adds every show to Sonarr.'),
  sonarr_add_all: flag(false, 'The old name of sonarr_add_all_existing.', {
    renamedTo: 'sonarr_add_all_existing',
  }),
  sonarr_remove_by_tag: of(words, 'Removes shows with these tags from Sonarr.'),
  mass_genre_update: of(
    { type: 'either', of: [{ type: 'list', of: texts, oneIsEnough: true }, { type: 'boolean' }] },
    'Where genres come from: sources in order, or genres.',
  ),
  mass_content_rating_update: of(
    anySource,
    'Where content ratings come from: sources in order, or a rating.',
  ),
  mass_collection_content_rating_update: of(
    {
      type: 'either',
      of: [
        COLLECTION_RATING_SOURCES,
        { type: 'boolean' },
        {
          type: 'map',
          keys: {
            source: of(COLLECTION_RATING_SOURCES, 'Which of its items’ ratings a collection gets.'),
            ranking: of(texts, 'Content ratings, from the lowest to the highest.'),
          },
        },
      ],
    },
    'Gives collections a content rating by their items.',
  ),
  mass_studio_update: of(anySource, 'Where studios come from: sources in order, or a studio.'),
  mass_original_title_update: of(anySource, 'Where original titles come from: sources in order, or a title.'),
  mass_audience_rating_update: ratings('audience'),
  mass_critic_rating_update: ratings('critic'),
  mass_user_rating_update: ratings('user'),
  mass_episode_audience_rating_update: episodeRatings('audience'),
  mass_episode_critic_rating_update: episodeRatings('critic'),
  mass_episode_user_rating_update: episodeRatings('user'),
  mass_originally_available_update: dates('release dates'),
  mass_added_at_update: dates('dates of addition'),
  mass_imdb_parental_labels: of(
    {
      type: 'either',
      of: [
        {
          type: 'choice',
          of: ['remove', 'none', 'mild', 'moderate', 'severe'],
          old: { with_none: 'none', without_none: 'mild' },
        },
        { type: 'boolean' },
      ],
    },
    'Labels items with IMDb’s advice for parents, from this degree on.',
  ),
  mass_collection_mode: of(
    {
      type: 'choice',
      of: ['default', 'hide', 'hide_items', 'show_items', 'hideitems', 'showitems'],
      anyCase: true,
    },
    'How Plex shows all collections.',
  ),
  mass_poster_update: pictures('posters'),
  mass_background_update: pictures('backgrounds'),
  metadata_backup: map(
    {
      path: text('File to write; <Library>_Metadata_Backup.yml when blank.'),
      exclude: of(words, 'Attributes to leave out.'),
      sync_tags: flag(false, 'Whether tags are written so that others are taken away.'),
      add_blank_entries: flag(true, 'Whether items without changes are written too.'),
    },
    'Writes the library’s metadata to a file.',
  ),
  delete_collections: map(
    {
      managed: flag(null, 'True deletes those that Kometa made, false those it did not make.'),
      configured: flag(null, 'True deletes those that are in a file, false those that are in none.'),
      less: whole(1, null, 'Deletes those with fewer items.'),
      ignore_empty_smart_collections: flag(true, 'Whether smart collections without items stay.'),
      unmanaged: flag(null, 'Once deleted what Kometa did not make.', {
        ignored: 'Kometa no longer reads it; managed: false says the same',
      }),
    },
    'Deletes collections that fit all of this.',
  ),
  delete_unmanaged_collections: flag(false, 'Old form of delete_collections with managed: false.', {
    ignored: 'Kometa no longer acts on it; write delete_collections with managed: false',
  }),
  delete_collections_with_less: whole(1, null, 'Old form of delete_collections with less.', {
    movedTo: 'delete_collections',
  }),
  genre_mapper: mapper('genres'),
  content_rating_mapper: mapper('content ratings'),
  plex_bulk_edit_batch_size: whole(1, null, 'How many items Plex is told to change at once.'),
};
