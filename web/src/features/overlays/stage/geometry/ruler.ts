const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Screen pixels that a number needs. */
const ROOM_FOR_NUMBER = 56;

export interface Tick {
  /** Pixel of the canvas. */
  at: number;
  /** Where that lies on the screen. */
  on: number;
  /** Has its number beside it. */
  told: boolean;
}

/** The marks of a ruler over a stretch of the screen. */
export function ticks(origin: number, zoom: number, length: number): Tick[] {
  const step = STEPS.find((one) => one * zoom >= ROOM_FOR_NUMBER) ?? 2000;
  const small = Math.max(1, step / (String(step).startsWith('2') ? 4 : 5));
  const first = Math.ceil(-origin / zoom / small);
  const last = Math.floor((length - origin) / zoom / small);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const at = (first + index) * small;
    return { at, on: at * zoom + origin, told: at % step === 0 };
  }).filter(({ at }) => Number.isInteger(at));
}
