import type { PosterOrder } from '../../art/compose.ts';
import { createRng, hashOf } from '../../art/random.ts';
import type { PictureKind, PictureOwner, PlexItem, PlexState } from '../model.ts';
import { filmLooks, genreLooks, lookOf, seriesLooks, sleeveStyles } from './looks.ts';

export type Items = Pick<PlexState, 'items'>;

/** The look of a film, or of the film an unknown one resembles. */
function filmLook({ title, tags }: PlexItem): string | undefined {
  const byGenre = tags.genre?.flatMap((genre) => genreLooks[genre] ?? []) ?? [];
  return filmLooks[title] ?? byGenre[hashOf(title) % Math.max(1, byGenre.length)];
}

function credits(item: PlexItem): Partial<PosterOrder> {
  return {
    year: item.year,
    tagline: item.tagline,
    studio: item.studio,
    director: item.tags.director?.[0],
    cast: item.roles.map(({ name }) => name),
  };
}

function showOrder(show: PlexItem, part: PlexItem, kind: PictureKind, seed: string): PosterOrder {
  const looks = seriesLooks[show.title];
  const { title } = show;
  if (kind === 'art') return { seed, title, kind: 'background', ...lookOf(looks?.look) };
  if (part.kind === 'episode') {
    const stills = looks?.stills ?? [];
    return {
      seed,
      title: part.title,
      kind: 'still',
      ...lookOf(stills[hashOf(seed) % Math.max(1, stills.length)]),
    };
  }
  if (part.kind === 'season')
    return { seed, title, subtitle: part.title, kind: 'season', ...lookOf(looks?.look) };
  return { seed, title, kind: 'poster', ...lookOf(looks?.look), ...credits(show) };
}

function sleeve(artist: PlexItem, part: PlexItem, seed: string): PosterOrder {
  const style = createRng(`designer/${artist.ratingKey}`).pick(sleeveStyles);
  return { seed, title: part.title, subtitle: artist.title, kind: 'cover', style, year: part.year };
}

/** Agents offer several posters; all but the first are in whatever style their seed leads to. */
const isAlternative = (key: string): boolean => /\.[2-9]$/.test(key);

/** What is drawn for an item, a collection or a playlist. */
export function orderFor(owner: PictureOwner, kind: PictureKind, key: string, { items }: Items): PosterOrder {
  const seed = `${key}/${owner.title}/${owner.ratingKey}`;
  if (owner.kind === 'collection') {
    const member = items.find(({ ratingKey }) => ratingKey === owner.members[0]);
    const look = lookOf(member === undefined ? 'deco noir' : filmLook(member));
    return {
      seed,
      title: owner.title,
      subtitle: 'The collection',
      kind: kind === 'art' ? 'background' : 'season',
      ...look,
    };
  }
  if (owner.kind === 'playlist')
    return { seed, title: owner.title, subtitle: 'Playlist', kind: 'cover', style: 'mesh' };
  const parent = items.find(({ ratingKey }) => ratingKey === owner.parent);
  const top = items.find(({ ratingKey }) => ratingKey === parent?.parent) ?? parent ?? owner;
  switch (owner.kind) {
    case 'movie': {
      const look = isAlternative(key) ? {} : lookOf(filmLook(owner));
      if (kind === 'art') return { seed, title: owner.title, kind: 'background', ...look };
      return { seed, title: owner.title, kind: 'poster', ...look, ...credits(owner) };
    }
    case 'album':
      return sleeve(top, owner, seed);
    case 'artist':
    case 'track':
      if (kind === 'art') return { seed, title: owner.title, kind: 'background', style: 'mesh' };
      // A portrait has no words on it.
      return { seed, title: '', kind: 'cover', style: 'halftone' };
    default:
      return showOrder(top, owner, kind, seed);
  }
}
