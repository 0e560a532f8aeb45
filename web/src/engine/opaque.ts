import type { Region, Rgb } from '@marquee/overlay';
import type { Part } from './messages.ts';

/** A part of the picture as a browser's canvas takes it, byte for byte: an opaque pixel is not changed by it. */
export function opaquePart(rgb: Rgb, { x, y, width, height }: Region): Part {
  const rgba = new Uint8Array(width * height * 4);
  let to = 0;
  for (let row = y; row < y + height; row += 1) {
    let from = (row * rgb.width + x) * 3;
    for (let column = 0; column < width; column += 1) {
      rgba[to] = rgb.data[from] ?? 0;
      rgba[to + 1] = rgb.data[from + 1] ?? 0;
      rgba[to + 2] = rgb.data[from + 2] ?? 0;
      rgba[to + 3] = 255;
      from += 3;
      to += 4;
    }
  }
  return { x, y, width, height, rgba: rgba.buffer };
}

/** The whole picture at another width, for looking at only: each pixel is the mean of those it stands for. */
export function smallPart(rgb: Rgb, wantedWidth: number): Part {
  const width = Math.max(1, Math.min(rgb.width, Math.round(wantedWidth)));
  const height = Math.max(1, Math.round((rgb.height * width) / rgb.width));
  const rgba = new Uint8Array(width * height * 4);
  const columns = edges(rgb.width, width);
  const rows = edges(rgb.height, height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const box = {
        left: columns[x] ?? 0,
        right: columns[x + 1] ?? 0,
        top: rows[y] ?? 0,
        bottom: rows[y + 1] ?? 0,
      };
      rgba.set(mean(rgb, box), (y * width + x) * 4);
    }
  return { x: 0, y: 0, width, height, rgba: rgba.buffer };
}

function edges(from: number, to: number): number[] {
  return Array.from({ length: to + 1 }, (_, index) => Math.floor((index * from) / to));
}

function mean(rgb: Rgb, box: { left: number; right: number; top: number; bottom: number }): number[] {
  let [red, green, blue] = [0, 0, 0];
  for (let y = box.top; y < box.bottom; y += 1) {
    let from = (y * rgb.width + box.left) * 3;
    for (let x = box.left; x < box.right; x += 1) {
      red += rgb.data[from] ?? 0;
      green += rgb.data[from + 1] ?? 0;
      blue += rgb.data[from + 2] ?? 0;
      from += 3;
    }
  }
  const count = (box.right - box.left) * (box.bottom - box.top);
  return [Math.round(red / count), Math.round(green / count), Math.round(blue / count), 255];
}
