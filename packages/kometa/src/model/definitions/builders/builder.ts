import type { KeySpec, ValueSpec } from '../../key-spec.ts';

/** What a builder asks; where `config.yml` has a section of the name, that connection is needed. */
export type Service =
  | 'anidb'
  | 'anilist'
  | 'boxofficemojo'
  | 'icheckmovies'
  | 'imdb'
  | 'letterboxd'
  | 'mal'
  | 'mdblist'
  | 'plex'
  | 'radarr'
  | 'simkl'
  | 'sonarr'
  | 'stevenlu'
  | 'tautulli'
  | 'text-file'
  | 'tmdb'
  | 'trakt'
  | 'tvdb';

export interface Builder extends KeySpec {
  service: Service;
  /** Whether `collection_order: custom` may follow its order; playlists take these alone. */
  ordered: boolean;
  /** Nothing after the colon is not a fault. */
  mayBeBlank?: boolean;
  /** Only where the collection is made of these. */
  level?: 'episode';
}

export type BuilderTable = Readonly<Record<string, Builder>>;

type More = Partial<Pick<Builder, 'renamedTo' | 'mayBeBlank' | 'level'>> & { kind?: 'movie' | 'show' };

/** Builders of one service, which are told apart by whether their order counts. */
export function buildersOf(service: Service) {
  const make =
    (ordered: boolean) =>
    (value: ValueSpec, help: string, { kind, ...more }: More = {}): Builder => ({
      service,
      ordered,
      value,
      help,
      // Of what is looked up outside of Plex nothing is music.
      libraries: kind ? [kind] : ['movie', 'show'],
      ...more,
    });
  return { ordered: make(true), plain: make(false) };
}
