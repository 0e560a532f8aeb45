/** Weights are whole numbers of 2^-22. */
export const PRECISION = 22;
const SUPPORT = 3;

/** For each pixel of the result: where its window begins, how long it is, and the weights, `stride` apart. */
export interface LanczosWeights {
  stride: number;
  starts: Int32Array;
  lengths: Int32Array;
  weights: Int32Array;
}

function sinc(x: number): number {
  if (x === 0) return 1;
  const turned = x * Math.PI;
  return Math.sin(turned) / turned;
}

function lanczos(x: number): number {
  return x >= -SUPPORT && x < SUPPORT ? sinc(x) * sinc(x / SUPPORT) : 0;
}

/** Pillow's weights for bringing `from` pixels to `to`. `pad`: the stride is a multiple of it, filled with zeros. */
export function lanczosWeights(from: number, to: number, pad = 1): LanczosWeights {
  const scale = from / to;
  const spread = Math.max(scale, 1);
  const support = SUPPORT * spread;
  const stride = Math.ceil((Math.ceil(support) * 2 + 1) / pad) * pad;
  const starts = new Int32Array(to);
  const lengths = new Int32Array(to);
  const weights = new Int32Array(to * stride);
  const exact = new Float64Array(stride);
  const shrink = 1 / spread;
  for (let place = 0; place < to; place += 1) {
    const centre = (place + 0.5) * scale;
    const start = Math.max(0, Math.trunc(centre - support + 0.5));
    const length = Math.min(from, Math.trunc(centre + support + 0.5)) - start;
    let total = 0;
    for (let index = 0; index < length; index += 1) {
      const weight = lanczos((index + start - centre + 0.5) * shrink);
      exact[index] = weight;
      total += weight;
    }
    for (let index = 0; index < length; index += 1) {
      const weight = ((exact[index] as number) / total) * 2 ** PRECISION;
      weights[place * stride + index] = Math.trunc(weight < 0 ? weight - 0.5 : weight + 0.5);
    }
    starts[place] = start;
    lengths[place] = length;
  }
  return { stride, starts, lengths, weights };
}
