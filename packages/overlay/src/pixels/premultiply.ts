/** Taken once: looking up a global for every pixel is slow where scripts run in a world of their own. */
const { min } = Math;

/** Pillow's RGBA to RGBa, in place. */
export function premultiply(data: Uint8Array): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] as number;
    if (alpha === 255) continue;
    data[at] = share(data[at] as number, alpha);
    data[at + 1] = share(data[at + 1] as number, alpha);
    data[at + 2] = share(data[at + 2] as number, alpha);
  }
}

/** Pillow's RGBa to RGBA, in place. */
export function unpremultiply(data: Uint8Array): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] as number;
    if (alpha === 0 || alpha === 255) continue;
    data[at] = taken(data[at] as number, alpha);
    data[at + 1] = taken(data[at + 1] as number, alpha);
    data[at + 2] = taken(data[at + 2] as number, alpha);
  }
}

function share(value: number, alpha: number): number {
  const product = value * alpha + 128;
  return ((product >> 8) + product) >> 8;
}

function taken(value: number, alpha: number): number {
  return min(255, ((value * 255) / alpha) | 0);
}
