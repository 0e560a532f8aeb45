import type { Rgb, Rgba } from '@marquee/overlay';
import type { Check, Subject } from './check.ts';

interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

export function compareRgb(subject: Subject, what: string, expected: Rgb, actual: Rgb): Check {
  return compare(subject, what, expected, actual, 3);
}

/** Colours under no alpha at all count too: Kometa's layers have them, and pasting does not. */
export function compareAlpha(subject: Subject, what: string, expected: Rgba, actual: Rgba): Check {
  return compare(subject, what, expected, actual, 4);
}

function compare(subject: Subject, what: string, expected: Raster, actual: Raster, channels: 3 | 4): Check {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height)
    return {
      subject,
      what,
      ok: false,
      detail: `${width}×${height} expected, ${actual.width}×${actual.height} made`,
    };
  if (Buffer.compare(expected.data, actual.data) === 0) return { subject, what, ok: true, detail: '' };
  let pixels = 0;
  let largest = 0;
  for (let at = 0; at < expected.data.length; at += channels) {
    let off = 0;
    for (let channel = 0; channel < channels; channel += 1)
      off = Math.max(off, Math.abs((expected.data[at + channel] ?? 0) - (actual.data[at + channel] ?? 0)));
    if (off > 0) pixels += 1;
    largest = Math.max(largest, off);
  }
  return {
    ...{ subject, what, ok: false, detail: `${pixels} pixels differ, by up to ${largest}` },
    pictures: { width, height, channels, expected: expected.data, actual: actual.data },
  };
}
