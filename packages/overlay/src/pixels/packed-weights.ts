import { lanczosWeights } from './lanczos.ts';
import type { SimdModule } from './simd-module.ts';

/** Weights as the module reads them: two taps in one number, high and low parts apart. */
export interface PackedWeights {
  bytes: number;
  /** Writes them at a place in the module; returns the module's arguments for them. */
  write(simd: SimdModule, place: number): readonly [number, number, number, number];
}

const LOW_BITS = 11;
/** Posters come in a few sizes. */
const KEPT = 16;
const kept = new Map<string, PackedWeights>();

export function packedWeights(from: number, to: number, pad: 2 | 4): PackedWeights {
  const key = `${from} ${to} ${pad}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = pack(from, to, pad);
  const oldest = kept.keys().next();
  if (kept.size >= KEPT && !oldest.done) kept.delete(oldest.value);
  kept.set(key, made);
  return made;
}

function pack(from: number, to: number, pad: 2 | 4): PackedWeights {
  const { stride, starts, lengths, weights } = lanczosWeights(from, to, pad);
  const pairs = new Int16Array(weights.length * 2);
  for (let tap = 0; tap < weights.length; tap += 2) {
    const one = weights[tap] as number;
    const other = weights[tap + 1] as number;
    const low = (1 << LOW_BITS) - 1;
    pairs.set([one >> LOW_BITS, other >> LOW_BITS, one & low, other & low], tap * 2);
  }
  const parts = [starts, lengths, pairs].map(({ buffer }) => new Uint8Array(buffer));
  return {
    bytes: to * 8 + pairs.byteLength,
    write(simd, place) {
      const places = [place, place + to * 4, place + to * 8] as const;
      for (const [index, part] of parts.entries()) simd.write(places[index] ?? place, part);
      return [...places, stride];
    },
  };
}
