export interface Rgba {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** `#RGB`, `#RGBA`, `#RRGGBB` and `#RRGGBBAA`, as Kometa takes them. */
export function readHex(text: string): Rgba | null {
  const digits = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.exec(text.trim())?.[1];
  if (!digits) return null;
  const full = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const part = (at: number) => Number.parseInt(full.slice(at, at + 2), 16);
  return { red: part(0), green: part(2), blue: part(4), alpha: full.length === 8 ? part(6) : 255 };
}

/** The shortest way that keeps everything: alpha only where there is some. */
export function writeHex({ red, green, blue, alpha }: Rgba): string {
  const parts = alpha === 255 ? [red, green, blue] : [red, green, blue, alpha];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
