import type { Rng } from '../../art/random.ts';
import type { Chapter, Marker } from '../model.ts';

const CREDITS_SHARE = 0.955;

/** Evenly uneven chapters over the whole length. */
export function chaptersOf(firstId: number, durationMs: number, rng: Rng): Chapter[] {
  const count = rng.int(8, 14);
  const starts = Array.from({ length: count }, (_, place) =>
    place === 0 ? 0 : Math.round(((place + rng.range(-0.3, 0.3)) / count) * durationMs),
  );
  return starts.map((startTimeOffset, place) => ({
    id: firstId + place,
    index: place + 1,
    title: `Chapter ${place + 1}`,
    startTimeOffset,
    endTimeOffset: starts[place + 1] ?? durationMs,
  }));
}

export function creditsOf(id: number, durationMs: number): Marker {
  return {
    id,
    type: 'credits',
    startTimeOffset: Math.round(durationMs * CREDITS_SHARE),
    endTimeOffset: durationMs,
  };
}

export function introOf(id: number, rng: Rng): Marker {
  const startTimeOffset = rng.int(0, 140) * 1000;
  return { id, type: 'intro', startTimeOffset, endTimeOffset: startTimeOffset + rng.int(24, 75) * 1000 };
}
