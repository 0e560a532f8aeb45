import type { Colour } from '@marquee/contracts';
import { COLOUR_NAMES } from './colour-names.ts';

type Rgb = readonly [number, number, number];

const space = '[ \\t\\n\\r\\f\\v]*';
const joined = (parts: readonly string[]) => parts.join(`${space},${space}`);
// Python's `$` also matches before a line feed at the very end.
const call = (name: string, parts: readonly string[]) =>
  new RegExp(`^${name}\\(${space}${joined(parts)}${space}\\)\\n?$`);

const whole = '([0-9]+)';
const decimal = '([0-9]+\\.?[0-9]*)';
const hexDigits = /^#([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})\n?$/;
const rgb = call('rgb', [whole, whole, whole]);
const rgbPercent = call('rgb', [`${whole}%`, `${whole}%`, `${whole}%`]);
const rgba = call('rgba', [whole, whole, whole, whole]);
const hsl = call('hsl', [decimal, `${decimal}%`, `${decimal}%`]);
const hsv = call('hs[bv]', [decimal, `${decimal}%`, `${decimal}%`]);

/** A colour as Pillow reads it, or null for what it refuses. Channels beyond 255 are drawn as 255. */
export function parseColour(text: string): Colour | null {
  if (text.length > 100) return null;
  const colour = text.toLowerCase();
  const named = COLOUR_NAMES.get(colour);
  if (named !== undefined) return fromHex(named);
  const hex = hexDigits.exec(colour)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const four = numbersIn(rgba, colour);
  if (four) return clipped(four[0], four[1], four[2], four[3]);
  const three = parseThree(colour);
  return three && clipped(three[0], three[1], three[2], 255);
}

function parseThree(colour: string): Rgb | null {
  const plain = numbersIn(rgb, colour);
  if (plain) return [plain[0], plain[1], plain[2]];
  const percent = numbersIn(rgbPercent, colour);
  if (percent) {
    const part = (value: number) => Math.trunc((value * 255) / 100 + 0.5);
    return [part(percent[0]), part(percent[1]), part(percent[2])];
  }
  const byLightness = numbersIn(hsl, colour);
  if (byLightness)
    return scaled(fromLightness(byLightness[0] / 360, byLightness[2] / 100, byLightness[1] / 100));
  const byValue = numbersIn(hsv, colour);
  if (byValue) return scaled(fromValue(byValue[0] / 360, byValue[1] / 100, byValue[2] / 100));
  return null;
}

function numbersIn(pattern: RegExp, text: string): [number, number, number, number] | null {
  const found = pattern.exec(text);
  return found && [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4] ?? 0)];
}

function fromHex(hex: string): Colour {
  const short = hex.length <= 4;
  const channel = (index: number) =>
    short
      ? Number.parseInt(hex.charAt(index), 16) * 17
      : Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  const alpha = hex.length === 4 || hex.length === 8 ? channel(3) : 255;
  return [channel(0), channel(1), channel(2), alpha];
}

function clipped(red: number, green: number, blue: number, alpha: number): Colour {
  const clip = (value: number) => Math.max(0, Math.min(255, value));
  return [clip(red), clip(green), clip(blue), clip(alpha)];
}

const scaled = ([red, green, blue]: Rgb): Rgb => [
  Math.trunc(red * 255 + 0.5),
  Math.trunc(green * 255 + 0.5),
  Math.trunc(blue * 255 + 0.5),
];

/** Hue, lightness and saturation from 0 to 1 (and beyond, as Python computes it). */
function fromLightness(hue: number, lightness: number, saturation: number): Rgb {
  if (saturation === 0) return [lightness, lightness, lightness];
  const high =
    lightness <= 0.5 ? lightness * (1 + saturation) : lightness + saturation - lightness * saturation;
  const low = 2 * lightness - high;
  return [ramp(low, high, hue + 1 / 3), ramp(low, high, hue), ramp(low, high, hue - 1 / 3)];
}

function ramp(low: number, high: number, hue: number): number {
  const turn = hue - Math.floor(hue);
  if (turn < 1 / 6) return low + (high - low) * turn * 6;
  if (turn < 0.5) return high;
  if (turn < 2 / 3) return low + (high - low) * (2 / 3 - turn) * 6;
  return low;
}

function fromValue(hue: number, saturation: number, value: number): Rgb {
  if (saturation === 0) return [value, value, value];
  const sector = Math.trunc(hue * 6);
  const rest = hue * 6 - sector;
  const low = value * (1 - saturation);
  const falling = value * (1 - saturation * rest);
  const rising = value * (1 - saturation * (1 - rest));
  const sectors: readonly Rgb[] = [
    [value, rising, low],
    [falling, value, low],
    [low, value, rising],
    [low, falling, value],
    [rising, low, value],
    [value, low, falling],
  ];
  return sectors[sector % 6] ?? [value, low, falling];
}
