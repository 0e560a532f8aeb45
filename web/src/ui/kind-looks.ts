import type { ItemKind } from '@marquee/contracts';

export type Shape = 'poster' | 'square' | 'wide' | 'row';
export interface KindLook {
  shape: Shape;
  /** Whether words stand beneath the picture always, or only where nothing can hover. */
  caption: 'always' | 'touch';
  /** The filters that mean something for this kind. */
  filters: readonly ('unwatched' | 'resolution' | 'genre' | 'label')[];
}

const seen = ['unwatched', 'resolution'] as const;
const named = ['genre', 'label'] as const;

/** How each kind is shown in a grid. */
export const kindLooks: Record<ItemKind, KindLook> = {
  movie: { shape: 'poster', caption: 'touch', filters: [...seen, ...named] },
  show: { shape: 'poster', caption: 'touch', filters: [...seen, ...named] },
  collection: { shape: 'poster', caption: 'touch', filters: [] },
  season: { shape: 'poster', caption: 'always', filters: ['unwatched'] },
  episode: { shape: 'wide', caption: 'always', filters: seen },
  artist: { shape: 'square', caption: 'always', filters: named },
  album: { shape: 'square', caption: 'always', filters: named },
  track: { shape: 'row', caption: 'always', filters: [] },
};

export const aspectOf: Record<Exclude<Shape, 'row'>, number> = { poster: 2 / 3, square: 1, wide: 16 / 9 };
