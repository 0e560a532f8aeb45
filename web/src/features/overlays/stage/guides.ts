import { z } from 'zod';

const positions = z.array(z.int().min(-5000).max(5000)).max(100);
const Kept = z.record(z.string(), z.object({ x: positions, y: positions }));
export type GuideLines = z.infer<typeof Kept>[string];
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

const KEY = 'marquee-stage-guides';
const none: GuideLines = { x: [], y: [] };

interface Canvas {
  width: number;
  height: number;
}

/** Guides are this browser's own, for each size of canvas. Anything unreadable counts as none. */
export function readGuides(storage: Storage, canvas: Canvas): GuideLines {
  return all(storage)[nameOf(canvas)] ?? none;
}

export function writeGuides(storage: Storage, canvas: Canvas, guides: GuideLines): void {
  storage.setItem(KEY, JSON.stringify({ ...all(storage), [nameOf(canvas)]: guides }));
}

/** A guide goes where it is pulled, and away when it is pulled off the canvas. */
export function withGuide(
  guides: GuideLines,
  { axis, index, at }: { axis: 'x' | 'y'; index: number | null; at: number },
  canvas: Canvas,
): GuideLines {
  const others = guides[axis].filter((_, place) => place !== index);
  const onCanvas = at >= 0 && at <= (axis === 'x' ? canvas.width : canvas.height);
  return { ...guides, [axis]: onCanvas ? [...others, Math.round(at)] : others };
}

function all(storage: Storage): z.infer<typeof Kept> {
  const text = storage.getItem(KEY);
  if (text === null) return {};
  return z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown;
      } catch (cause) {
        context.addIssue(String(cause));
        return z.NEVER;
      }
    })
    .pipe(Kept)
    .catch({})
    .parse(text);
}

function nameOf({ width, height }: Canvas): string {
  return `${width}x${height}`;
}
