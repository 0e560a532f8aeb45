import type { MediaStream, MediaVersion } from '@marquee/contracts';
import type { PlexMedia, PlexStream } from '../metadata/media.ts';
import { dynamicRange, streamKind } from './dynamic-range.ts';

const mediaStream = (stream: PlexStream): MediaStream => ({
  kind: streamKind(stream),
  codec: stream.codec,
  language: stream.language,
  title: stream.extendedDisplayTitle ?? stream.displayTitle ?? stream.title,
  channels: stream.channels,
  bitDepth: stream.bitDepth,
  hdr: dynamicRange(stream),
  default: stream.default,
  forced: stream.forced,
});

/** One version of an item, as the contract shows it. */
export const mediaVersion = (media: PlexMedia): MediaVersion => ({
  id: media.id,
  resolution: media.videoResolution,
  width: media.width,
  height: media.height,
  aspectRatio: media.aspectRatio,
  container: media.container,
  videoCodec: media.videoCodec,
  audioCodec: media.audioCodec,
  audioChannels: media.audioChannels,
  bitrateKbps: media.bitrate,
  durationMs: media.duration,
  parts: media.parts.flatMap(({ file, size }) => (file === null ? [] : [{ file, sizeBytes: size }])),
  streams: media.parts.flatMap(({ streams }) => streams.map(mediaStream)),
});
