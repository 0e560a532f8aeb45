import type { Drawn } from '../../../engine/messages.ts';
import type { Point } from './geometry/boxes.ts';

/** Puts what the engine drew onto a canvas, and knows each pixel of it from the engine's own bytes. */
export interface Painter {
  put(drawn: Drawn): void;
  /** As `#RRGGBB`; null beside the picture. */
  colourAt(point: Point): string | null;
}

export function createPainter(canvas: HTMLCanvasElement): Painter {
  let width = 0;
  let height = 0;
  let bytes = new Uint8ClampedArray();

  const put = ({ part, ...size }: Drawn) => {
    if (size.width !== width || size.height !== height) {
      ({ width, height } = size);
      canvas.width = width;
      canvas.height = height;
      bytes = new Uint8ClampedArray(width * height * 4);
    }
    if (part === null) return;
    const fresh = new Uint8ClampedArray(part.rgba);
    // Kept in memory: the browser would otherwise move each part to the graphics card and back.
    canvas
      .getContext('2d', { alpha: false, willReadFrequently: true })
      ?.putImageData(new ImageData(fresh, part.width, part.height), part.x, part.y);
    for (let row = 0; row < part.height; row += 1)
      bytes.set(
        fresh.subarray(row * part.width * 4, (row + 1) * part.width * 4),
        ((part.y + row) * width + part.x) * 4,
      );
  };

  return {
    put,
    colourAt({ x, y }) {
      const [column, row] = [Math.floor(x), Math.floor(y)];
      if (column < 0 || row < 0 || column >= width || row >= height) return null;
      const at = (row * width + column) * 4;
      const hex = [...bytes.subarray(at, at + 3)].map((value) => value.toString(16).padStart(2, '0'));
      return `#${hex.join('').toUpperCase()}`;
    },
  };
}
