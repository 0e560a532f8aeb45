import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startPlexStandIn } from './plex-stand-in.ts';
import { smallLibrary } from './testing/small-library.ts';

const root = resolve(__dirname, '../../../..');
const venv = process.env.MARQUEE_TEST_VENV ?? join(root, 'node_modules/.cache/marquee/venv');
const driver = join(root, 'packages/stand-ins/python/drive_plexapi.py');

interface Outcome {
  step: string;
  value?: unknown;
  error?: string;
  trace?: string;
}

const expected: Record<string, unknown> = {
  a_wrong_token_is_refused: 'Unauthorized',
  a_missing_token_is_refused: 'Unauthorized',
  connects: [
    'Attic',
    'feedfacefeedfacefeedfacefeedfacefeedface',
    '1.41.0.8994-f2c27da23',
    'owner@example.org',
  ],
  tells_its_identity: 'feedfacefeedfacefeedfacefeedfacefeedface',
  reads_server_settings: 'Attic',
  lists_sections: [
    [1, 'movie', 'Movies', ['/media/movies']],
    [2, 'show', 'Shows', ['/media/shows']],
    [3, 'artist', 'Music', ['/media/music']],
  ],
  reads_section_settings: ['hidden'],
  lists_films_in_title_order: ['The Amber Road', 'Brass & Bone', 'Cinder', 'Dünen'],
  counts_without_listing: [4, 3, 3],
  pages_through_a_list: ['Brass & Bone', 'Cinder', 'Dünen'],
  limits_a_search: ['Dünen', 'Brass & Bone'],
  sorts_by_two_keys: ['Dünen', 'Cinder', 'Brass & Bone', 'The Amber Road'],
  sorts_at_random: ['Brass & Bone', 'Cinder', 'Dünen', 'The Amber Road'],
  searches_by_title: ['Brass & Bone'],
  gets_by_title: 103,
  misses_an_unknown_title: 'NotFound',
  misses_an_unknown_key: 'NotFound',
  gets_by_guid: 'Brass & Bone',
  lists_agents: ['tv.plex.agents.movie', 'tv.plex.agents.series', 'tv.plex.agents.music'],
  lists_filter_types: ['show', 'season', 'episode', 'collection'],
  lists_operators: ['=', '!=', '==', '!==', '<=', '>='],
  lists_fields: ['track.userRating'],
  lists_sorts: true,
  lists_genres: ['Comedy', 'Drama', 'History'],
  lists_resolutions: [
    ['4k', '4K'],
    ['720', '720p'],
    ['1080', '1080p'],
    ['sd', 'SD'],
  ],
  filters_by_genre: ['The Amber Road', 'Cinder', 'Dünen'],
  filters_by_either_genre: ['The Amber Road', 'Brass & Bone', 'Cinder'],
  filters_by_both_genres: ['Cinder'],
  filters_by_not_genre: ['The Amber Road', 'Dünen'],
  filters_by_exact_title: [['Cinder'], []],
  filters_by_beginning_and_end: [['Brass & Bone'], ['Brass & Bone']],
  filters_by_year_range: ['Brass & Bone', 'Cinder'],
  filters_by_decade: ['Brass & Bone', 'Cinder'],
  filters_by_rating: ['The Amber Road'],
  filters_by_resolution_and_hdr: [['The Amber Road'], ['The Amber Road']],
  filters_by_language: ['The Amber Road'],
  filters_by_unwatched: ['Brass & Bone', 'Cinder', 'Dünen'],
  filters_by_date: ['Brass & Bone'],
  filters_by_actor: ['Brass & Bone', 'Cinder'],
  filters_by_nested_groups: ['The Amber Road', 'Brass & Bone'],
  filters_episodes_by_their_show: ['First Light', 'Second Sight', 'Third Rail'],
  filters_shows_by_their_episodes: ['Lanterns'],
  refuses_an_unknown_filter_value_gracefully: [],
  reads_media_and_streams: ['/media/movies/101.mkv', ['hevc'], ['en', 'de'], 1],
  reads_tags_and_guids: [
    ['Drama', 'History'],
    ['Ada Quill'],
    ['Bo Stern'],
    ['imdb://tt0000101', 'tmdb://101'],
  ],
  leaves_guids_out_unless_asked: [0, 3],
  reloads_a_partial_film: [true, ['Keep']],
  fetches_many_at_once: ['The Amber Road', 'Cinder'],
  rates: [7.5, true],
  takes_a_rating_away: null,
  adds_labels: ['Keep', 'New', 'Newer, Newest'],
  removes_labels: ['New'],
  filters_by_a_fresh_label: [['Brass & Bone'], ['New']],
  edits_genres: [['Epic'], []],
  edits_and_locks_fields: [
    'Cinder Lane',
    'Ash & "embers" <now>',
    'Zinder',
    ['summary', 'title', 'titleSort'],
  ],
  unlocks_a_field: ['summary', 'titleSort'],
  edits_several_fields_in_a_batch: ['Sand', 'PG-13', ['Norway']],
  edits_several_films_in_a_batch: [['Batch'], ['New', 'Batch']],
  lists_posters: [['metadata://posters/101', true, 'tv.plex.agents.movie']],
  uploads_a_poster_as_bytes: [
    ['upload://posters/2', true],
    ['metadata://posters/101', false],
  ],
  uploads_a_poster_by_url: [
    ['upload://posters/3', true],
    ['upload://posters/2', false],
    ['metadata://posters/101', false],
  ],
  selects_a_poster: [false, false, true],
  serves_the_chosen_poster: [200, 'image/png', '89504e47'],
  serves_a_listed_poster: [200, 'image/png'],
  uploads_a_background: [[true], true],
  locks_the_poster: true,
  scrobbles: [1, true],
  unscrobbles: false,
  keeps_progress: [1000000, ['Brass & Bone']],
  shows_what_is_being_watched: [['Brass & Bone'], ['Brass & Bone']],
  ends_a_session: [],
  counts_a_finished_film_as_played: 1,
  reads_history: [
    ['Brass & Bone', 9002],
    ['The Amber Road', 1],
    ['The Amber Road', 1],
  ],
  reads_history_of_one_account: [['Brass & Bone', 1691000000]],
  reads_history_since: ['The Amber Road'],
  reads_history_of_one_film: 2,
  lists_accounts: [
    [1, 'owner'],
    [9002, 'sam'],
  ],
  creates_a_collection: ['Night In', false, ['Brass & Bone', 'The Amber Road']],
  creates_a_collection_by_tag: ['movie', ['Cinder'], ['By Tag']],
  adds_to_a_collection: 3,
  moves_within_a_collection: ['Dünen', 'Brass & Bone', 'The Amber Road'],
  removes_from_a_collection: ['Brass & Bone', 'The Amber Road'],
  changes_collection_settings: [1, 2, ['collectionMode', 'collectionSort']],
  edits_a_collection: ['Away', ['Mine']],
  filters_by_collection: ['The Amber Road', 'Brass & Bone'],
  searches_collections: ['Night Out'],
  gives_a_collection_a_poster: [1, 'image/png'],
  creates_a_smart_collection: [true, ['The Amber Road', 'Brass & Bone', 'Cinder']],
  parses_the_filters_of_a_smart_collection: {
    includeGuids: 1,
    sort: ['movie.year'],
    libtype: 'movie',
    filters: { 'year<<': '2010' },
  },
  changes_a_smart_collection: ['The Amber Road'],
  shows_a_collection_on_the_home_screen: [true, true, false, 'custom.collection.1.1000'],
  moves_a_hub: ['Long Ago', 'Night Out'],
  takes_a_hub_away: ['Night Out'],
  shows_hubs: ['Recently Added Movies', 'Night Out'],
  deletes_collections: [],
  lists_no_playlists: [],
  creates_a_playlist: ['Sunday', 'audio', 2, false],
  adds_to_a_playlist: ['Ebb', 'Flow', 'Gull'],
  moves_within_a_playlist: ['Ebb', 'Gull', 'Flow'],
  removes_from_a_playlist: ['Gull', 'Flow'],
  edits_a_playlist: ['Monday', 'Slow'],
  filters_playlists: [['Monday'], [], ['Monday']],
  creates_a_video_playlist_of_a_show: ['video', ['First Light', 'Second Sight', 'Third Rail']],
  creates_a_smart_playlist: [true, 'audio', ['Ebb', 'Flow']],
  parses_the_filters_of_a_smart_playlist: {
    includeGuids: 1,
    limit: 10,
    sort: ['track.userRating:desc'],
    libtype: 'track',
    filters: { 'track.userRating>>': '5' },
  },
  finds_the_section_of_a_smart_playlist: 'Music',
  a_smart_playlist_follows_the_library: ['Gull', 'Ebb', 'Flow'],
  changes_a_smart_playlist: ['Gull'],
  deletes_playlists: [],
  walks_through_a_show: [['Season 1', 'Season 2'], ['First Light', 'Second Sight', 'Third Rail'], 3, 2],
  finds_an_episode: 'Second Sight',
  climbs_from_an_episode: ['Lanterns', 'Season 1', 's01e02', 'Lanterns', 'Season 1'],
  marks_a_season_played: [2, 1],
  walks_through_music: [['Low Sun'], ['Ebb', 'Flow', 'Gull'], ['Ebb', 'Flow', 'Gull']],
  climbs_from_a_track: ['Kite', 'Low Sun', 2, 'Low Sun', 'Kite'],
  searches_tracks: ['Gull'],
  finds_similar_tracks: true,
  searches_everything: ['Lanterns'],
  lists_recently_added: ['Dünen', 'Cinder'],
  changes_item_settings: 1,
  refreshes: 'ok',
  splits_and_merges: [2, 1],
  deletes_a_film: ['The Amber Road', 'Brass & Bone', 'Cinder'],
  a_shared_user_sees_only_what_is_shared: ['Movies'],
  a_shared_user_cannot_reach_other_libraries: 'NotFound',
  a_shared_user_rates_for_themselves: [9.0, 9.0, 2.0],
};

const drive = async (): Promise<Map<string, Outcome>> => {
  const plex = await startPlexStandIn({ library: smallLibrary() });
  const picture = `${plex.url}/library/metadata/102/thumb/1`;
  try {
    const python = join(venv, 'bin/python');
    const { stdout } = await promisify(execFile)(python, [
      driver,
      plex.url,
      plex.token,
      'sam-token',
      picture,
    ]);
    expect(plex.failures).toEqual([]);
    return new Map(
      stdout
        .trim()
        .split('\n')
        .map((line): Outcome => JSON.parse(line))
        .map((outcome) => [outcome.step, outcome]),
    );
  } finally {
    await plex.close();
  }
};

describe('unmodified python-plexapi', () => {
  let outcomes: Map<string, Outcome>;

  beforeAll(async () => {
    outcomes = await drive();
  }, 120_000);

  test('runs exactly the steps that are judged here', () => {
    expect([...outcomes.keys()]).toEqual(Object.keys(expected));
  });

  test.each(Object.entries(expected))('%s', (step, value) => {
    expect(outcomes.get(step)).toEqual({ step, value });
  });
});
