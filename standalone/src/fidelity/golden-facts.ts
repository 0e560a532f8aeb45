import type { OverlayFacts } from '@marquee/contracts';
import type { GoldenItem, RunCase } from './golden-case.ts';

/** How long the episodes of a golden show are, by season and episode: a case of a show does not list them. */
export type Episodes = ReadonlyMap<number, ReadonlyMap<number, number>>;

export function episodesOf(cases: readonly RunCase[]): Episodes {
  const seasons = new Map<number, Map<number, number>>();
  for (const { item, parents, id } of cases) {
    // Only shows that were made for one case each have the same episodes throughout.
    if (item.type !== 'episode' || !id.startsWith('t')) continue;
    const season = number(parents.season, 'index') ?? 1;
    const episodes = seasons.get(season) ?? new Map<number, number>();
    episodes.set(number(item, 'index') ?? 0, number(item, 'duration') ?? 0);
    seasons.set(season, episodes);
  }
  return seasons;
}

const SOURCES: Record<string, string> = {
  'imdb://image.rating/audience': 'plex_imdb_rating',
  'themoviedb://image.rating/audience': 'plex_tmdb_rating',
};

export function factsOf(
  { item, parents, level }: Pick<RunCase, 'item' | 'parents' | 'level'>,
  episodes: Episodes,
): OverlayFacts {
  const season = level === 'season' ? item : parents.season;
  const seasonNumber = season === undefined ? null : number(season, 'index');
  const inside =
    level === 'show'
      ? [...episodes.values()].flatMap((one) => [...one.values()])
      : level === 'season'
        ? [...(episodes.get(seasonNumber ?? -1)?.values() ?? [])]
        : [];
  const ratings: Record<string, number> = {};
  for (const { image, type, value } of item.ratings) {
    const name = SOURCES[`${image}/${type}`] ?? tomatoes(image, type);
    if (name !== undefined) ratings[name] = value;
  }
  return {
    level,
    title: item.title,
    originalTitle: words(item, 'originalTitle'),
    showTitle: parents.show?.title ?? null,
    seasonTitle: parents.season?.title ?? null,
    seasonNumber,
    episodeNumber: level === 'episode' ? number(item, 'index') : null,
    episodeCount: level === 'show' || level === 'season' ? inside.length : null,
    edition: words(item, 'editionTitle'),
    contentRating: words(item, 'contentRating'),
    originallyAvailable: words(item, 'originallyAvailableAt'),
    criticRating: number(item, 'rating'),
    audienceRating: number(item, 'audienceRating'),
    userRating: number(item, 'userRating'),
    durationMs: number(item, 'duration'),
    partDurationsMs: inside,
    bitratesKbps: item.media.map(({ bitrate }) => bitrate ?? 0),
    versions: item.media.length,
    ratings,
  };
}

function tomatoes(image: string, type: string): string | undefined {
  if (!image.startsWith('rottentomatoes://')) return undefined;
  return type === 'critic' ? 'plex_tomatoes_rating' : 'plex_tomatoesaudience_rating';
}

function number(item: GoldenItem | undefined, name: string): number | null {
  const value = item?.attrs[name];
  return typeof value === 'number' ? value : null;
}

function words(item: GoldenItem, name: string): string | null {
  const value = item.attrs[name];
  return typeof value === 'string' ? value : null;
}
