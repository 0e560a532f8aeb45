import type { Scalar } from './section.ts';

/** In the middle an overlay is centred; at an edge it may not be pushed out. */
export function offsetAt(align: string, offset: Scalar): string | number {
  if (align === 'center' || offset === null) return 0;
  if (typeof offset === 'number') return Math.abs(offset);
  return offset.replace(/^\s*-/, '');
}
