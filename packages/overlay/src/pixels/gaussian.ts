export interface BoxBlur {
  /** Whole pixels on each side of the middle. */
  radius: number;
  /** Weights in 2^-24 of the pixels inside, and of the one more on each end. */
  inside: number;
  ends: number;
}

export const BLUR_PASSES = 3;

/** The extended box that, done three times, is Pillow's GaussianBlur. The constants are 32-bit floats there. */
export function boxOfGaussian(radius: number): BoxBlur {
  const f = Math.fround;
  const variance = f(f(f(radius) * f(radius)) / BLUR_PASSES);
  const length = f(Math.sqrt(12 * variance + 1));
  const whole = f(Math.floor((length - 1) / 2));
  const next = f(whole + 1);
  const above = f(f(f(2 * whole) + 1) * f(f(whole * next) - f(3 * variance)));
  const below = f(6 * f(variance - f(next * next)));
  const size = f(whole + f(above / below));
  const inner = Math.trunc(size);
  const inside = Math.trunc(f(2 ** 24 / f(f(size * 2) + 1)));
  return { radius: inner, inside, ends: Math.trunc((2 ** 24 - (inner * 2 + 1) * inside) / 2) };
}
