import type { MediaStream } from '@marquee/contracts';
import type { PlexStream } from '../metadata/media.ts';

const kinds: Record<number, MediaStream['kind']> = { 1: 'video', 2: 'audio', 3: 'subtitle' };
export const streamKind = ({ streamType }: PlexStream): MediaStream['kind'] =>
  kinds[streamType ?? 0] ?? 'other';

/** Dolby Vision first: such a stream usually carries the HDR10 curve as well. */
export function dynamicRange(stream: PlexStream): MediaStream['hdr'] {
  if (streamKind(stream) !== 'video') return null;
  if (stream.dolbyVision) return 'dolby-vision';
  if (stream.colorTrc === 'smpte2084') return 'hdr10';
  return stream.colorTrc === 'arib-std-b67' ? 'hlg' : 'none';
}
