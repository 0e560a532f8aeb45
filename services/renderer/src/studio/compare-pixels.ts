import type { Rgb } from '@marquee/overlay';

const BRIGHT = [255, 64, 160] as const;

/** How many pixels differ, and a picture of them: bright over the dimmed poster. */
export function comparePixels(before: Rgb, after: Rgb): { differing: number; picture: Rgb } {
  const picture: Rgb = { ...after, data: new Uint8Array(after.data.length) };
  let differing = 0;
  for (let at = 0; at < after.data.length; at += 3) {
    const same =
      before.data[at] === after.data[at] &&
      before.data[at + 1] === after.data[at + 1] &&
      before.data[at + 2] === after.data[at + 2];
    if (!same) differing += 1;
    for (let channel = 0; channel < 3; channel += 1)
      picture.data[at + channel] = same ? (after.data[at + channel] ?? 0) >> 2 : (BRIGHT[channel] ?? 0);
  }
  return { differing, picture };
}
