import type { LibraryKind } from '../model/key-spec.ts';

/** One of Kometa's own files that is good to begin with: it needs nothing but Plex and TMDb. */
interface GoodDefault {
  /** As `default:` calls it. */
  name: string;
  title: string;
  /** What it makes. */
  what: string;
  /** Whether it is chosen to begin with. */
  chosen: boolean;
}

type Offers = Readonly<Record<'collections' | 'overlays', readonly GoodDefault[]>>;

const offer = (name: string, title: string, what: string): GoodDefault => ({
  ...{ name, title, what },
  chosen: false,
});
const chosen = (name: string, title: string, what: string): GoodDefault => ({
  ...{ name, title, what },
  chosen: true,
});

const genre = offer('genre', 'Genres', 'A collection for each genre of the library.');
const decade = offer('decade', 'Decades', 'The best of each decade.');
const actor = offer('actor', 'Actors', 'Collections of those who play most often, with their pictures.');
const resolution = chosen('resolution', 'Resolution', '4K, 1080p, HDR and Dolby Vision at the top.');
const sound = chosen('audio_codec', 'Sound', 'Dolby Atmos, DTS-HD and other formats.');
const languages = offer('languages', 'Languages', 'Flags of the languages that one can hear.');
const runtimes = offer('runtimes', 'Running time', 'How long it takes.');
const studios = offer('studio', 'Studios', 'The studio’s logo.');

const FOR_FILMS: Offers = {
  collections: [
    chosen('basic', 'Newest', 'What is newly released, and what was added lately.'),
    chosen('imdb', 'IMDb charts', 'Top 250, popular, lowest rated.'),
    offer('tmdb', 'TMDb charts', 'Popular, top rated, trending, now in cinemas.'),
    chosen('franchise', 'Film series', 'The parts of a series together, as TMDb has them.'),
    genre,
    decade,
    offer('studio', 'Studios', 'A collection for each studio of note.'),
    actor,
    offer('director', 'Directors', 'Collections of those who direct most often.'),
    offer('oscars', 'Oscars', 'The winners, year by year.'),
  ],
  overlays: [
    resolution,
    sound,
    runtimes,
    languages,
    offer('mediastinger', 'After the credits', 'Marks films with a scene after the credits.'),
    studios,
  ],
};

const FOR_SHOWS: Offers = {
  collections: [
    chosen('basic', 'Newest', 'What is newly released, and new episodes.'),
    chosen('imdb', 'IMDb charts', 'Top 250, popular, lowest rated.'),
    offer('tmdb', 'TMDb charts', 'Popular, top rated, trending, on the air.'),
    chosen('network', 'Networks', 'A collection for each network.'),
    genre,
    decade,
    offer('franchise', 'Series that belong together', 'As spin-offs with what they came from.'),
    actor,
    offer('emmy', 'Emmys', 'The winners, year by year.'),
  ],
  overlays: [
    resolution,
    chosen('status', 'Status', 'Airing, returning, ended or cancelled.'),
    sound,
    offer('network', 'Networks', 'The network’s logo.'),
    studios,
    languages,
  ],
};

/** Kometa has no files of its own for music. */
const NONE: Offers = { collections: [], overlays: [] };

export const goodDefaults: Readonly<Record<LibraryKind, Offers>> = {
  movie: FOR_FILMS,
  show: FOR_SHOWS,
  artist: NONE,
};
