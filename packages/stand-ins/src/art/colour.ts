type Triple = readonly [number, number, number];

const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const toGamma = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

function linearOf(hex: string): Triple {
  const digits = Number.parseInt(hex.slice(1), 16);
  return [
    toLinear(((digits >> 16) & 255) / 255),
    toLinear(((digits >> 8) & 255) / 255),
    toLinear((digits & 255) / 255),
  ];
}

function hexOf(linear: Triple): string {
  const bytes = linear.map((value) =>
    Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, value)))) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${bytes.join('')}`;
}

function toLab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Mixed in OKLab, where the way between two colours stays clean instead of going grey. */
export function mix(from: string, to: string, share: number): string {
  const a = toLab(linearOf(from));
  const b = toLab(linearOf(to));
  const between = (index: 0 | 1 | 2): number => a[index] + (b[index] - a[index]) * share;
  return hexOf(fromLab([between(0), between(1), between(2)]));
}

export function luminance(colour: string): number {
  const [r, g, b] = linearOf(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Of several inks, the first that reads on the ground; failing that, the one that reads best. */
export function readable(ground: string, inks: readonly string[], enough = 4.5): string {
  const good = inks.find((ink) => contrast(ink, ground) >= enough);
  if (good !== undefined) return good;
  return [...inks, '#ffffff', '#000000'].reduce((best, ink) =>
    contrast(ink, ground) > contrast(best, ground) ? ink : best,
  );
}

/** `count` steps from one colour to the other, both included. */
export function ramp(from: string, to: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => mix(from, to, count === 1 ? 0 : index / (count - 1)));
}
