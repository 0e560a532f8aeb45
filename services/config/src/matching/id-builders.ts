import { listOf } from './yaml-values.ts';

const schemes: Record<string, { scheme: string; id: RegExp }> = {
  imdb_id: { scheme: 'imdb', id: /tt\d+/ },
  ...both('tmdb_movie', 'tmdb'),
  ...both('tmdb_show', 'tmdb'),
  ...both('tvdb_movie', 'tvdb'),
  ...both('tvdb_show', 'tvdb'),
};

function both(name: string, scheme: string) {
  const known = { scheme, id: /^\d+$|\/(?:movie|tv)\/(\d+)/ };
  return { [name]: known, [`${name}_details`]: known };
}

/** The ids a builder names, as Plex writes them; undefined for other builders and for what is not a plain id. */
export function guidsOf(builder: string, value: unknown): string[] | undefined {
  const known = Object.hasOwn(schemes, builder) ? schemes[builder] : undefined;
  if (known === undefined) return undefined;
  const texts = listOf(value).flatMap((one) => String(one).split(','));
  const guids = texts.map((text) => {
    const found = known.id.exec(text.trim());
    return found === null ? undefined : `${known.scheme}://${found[1] ?? found[0]}`;
  });
  return guids.every((guid) => guid !== undefined) ? guids : undefined;
}
