import { SEARCH_BLOCK } from '../plex-search-block.ts';
import { WATCHLIST_SORTS } from '../sorts.ts';
import { choice, either, entries, map, several, tags, text, whole, yesNo } from '../values.ts';
import { type BuilderTable, buildersOf } from './builder.ts';

const movie = { kind: 'movie' } as const;
const show = { kind: 'show' } as const;

const plex = buildersOf('plex');
const mdblist = buildersOf('mdblist');
const radarr = buildersOf('radarr');
const simkl = buildersOf('simkl');
const sonarr = buildersOf('sonarr');
const stevenlu = buildersOf('stevenlu');
const tautulli = buildersOf('tautulli');
const textFile = buildersOf('text-file');
const tvdb = buildersOf('tvdb');

const everywhere = ['movie', 'show', 'artist'] as const;

export const PLEX_BUILDERS: BuilderTable = {
  plex_all: {
    ...plex.plain(yesNo, 'Everything in the library, mostly to be filtered.'),
    libraries: everywhere,
  },
  plex_collectionless: plex.plain(
    map({
      exclude: { value: tags, help: 'Collections that do not count.' },
      exclude_prefix: { value: tags, help: 'Collections whose names begin so do not count.' },
    }),
    'Everything that is in no collection.',
  ),
  plex_pilots: plex.ordered(yesNo, 'The first episode of every show.', { kind: 'show', level: 'episode' }),
  plex_search: {
    ...plex.ordered(entries(SEARCH_BLOCK), 'What the library itself finds.'),
    libraries: everywhere,
  },
  plex_watchlist: plex.ordered(choice(...WATCHLIST_SORTS), 'What is on your Plex watchlist.'),
};

const list = (help: string) =>
  mdblist.ordered(
    entries(
      either(
        text,
        map({
          url: { value: text, required: true, help: 'The address of the list.' },
          limit: { value: whole(0), help: 'How many titles at most.' },
          sort_by: { value: text, help: 'How the list is sorted, as rank.asc.' },
        }),
      ),
    ),
    help,
  );

const history = tautulli.ordered(
  map({
    list_days: { value: whole(1), default: '30', help: 'How many days back it counts.' },
    list_minimum: { value: whole(0), default: '0', help: 'Leave out what was watched less often.' },
    list_size: { value: whole(1), default: '10', help: 'How many titles at most.' },
  }),
  'What most people of your server watched.',
);

const simklLimit = { value: whole(1, 500), default: '20', help: 'How many titles at most.' };
const tvdbIds = several(either(whole(1), text));

export const OTHER_BUILDERS: BuilderTable = {
  mdblist_list: list('A list of MDBList, by its address.'),
  radarr_all: radarr.plain(yesNo, 'Every film that Radarr knows.', movie),
  radarr_taglist: radarr.plain(tags, 'The films that carry these tags in Radarr; blank for those without.', {
    ...movie,
    mayBeBlank: true,
  }),
  simkl_dvd: simkl.ordered(either(whole(1, 500), map({ limit: simklLimit })), 'What just came out on disc.'),
  simkl_trending: simkl.ordered(
    either(
      whole(1, 500),
      map({
        period: { value: choice('today', 'week', 'month'), help: 'Over how long Simkl counts.' },
        limit: simklLimit,
      }),
    ),
    'What people watch now, from Simkl.',
  ),
  sonarr_all: sonarr.plain(yesNo, 'Every show that Sonarr knows.', show),
  sonarr_taglist: sonarr.plain(tags, 'The shows that carry these tags in Sonarr; blank for those without.', {
    ...show,
    mayBeBlank: true,
  }),
  stevenlu_popular: stevenlu.ordered(yesNo, 'The popular films of StevenLu’s list.', movie),
  tautulli_popular: { ...history, help: 'What the most people of your server watched.' },
  tautulli_watched: { ...history, help: 'What your server played most often.' },
  // Not among the 81 that are listed where order counts; a run of Kometa took the order of the file.
  text_file: textFile.ordered(entries(text), 'The numbers of titles in a text file.'),
  tvdb_list: tvdb.ordered(entries(text), 'A list of TVDb, by its address.'),
  tvdb_list_details: tvdb.plain(entries(text), 'A TVDb list, whose words become the summary.'),
  tvdb_movie: tvdb.plain(tvdbIds, 'Films by their TVDb numbers or addresses.', movie),
  tvdb_movie_details: tvdb.plain(tvdbIds, 'Films by TVDb, with the first one’s picture and words.', movie),
  tvdb_show: tvdb.plain(tvdbIds, 'Shows by their TVDb numbers or addresses.', show),
  tvdb_show_details: tvdb.plain(tvdbIds, 'Shows by TVDb, with the first one’s picture and words.', show),
};
