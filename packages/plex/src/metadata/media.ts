import { z } from 'zod';
import { flag, integerOrNull, listOf, numberOrNull, text, textOrNull } from '../reply/fields.ts';

export const PlexStream = z
  .object({
    id: textOrNull,
    streamType: integerOrNull,
    codec: textOrNull,
    index: integerOrNull,
    language: textOrNull,
    languageTag: textOrNull,
    languageCode: textOrNull,
    title: textOrNull,
    displayTitle: textOrNull,
    extendedDisplayTitle: textOrNull,
    channels: integerOrNull,
    audioChannelLayout: textOrNull,
    bitDepth: integerOrNull,
    bitrate: integerOrNull,
    frameRate: numberOrNull,
    profile: textOrNull,
    colorTrc: textOrNull,
    colorSpace: textOrNull,
    colorPrimaries: textOrNull,
    DOVIPresent: flag,
    DOVIProfile: integerOrNull,
    width: integerOrNull,
    height: integerOrNull,
    default: flag,
    forced: flag,
    hearingImpaired: flag,
    selected: flag,
  })
  .transform(({ DOVIPresent, DOVIProfile, ...stream }) => ({
    ...stream,
    dolbyVision: DOVIPresent,
    dolbyVisionProfile: DOVIProfile,
  }));
export type PlexStream = z.output<typeof PlexStream>;

export const PlexPart = z
  .object({
    id: textOrNull,
    key: textOrNull,
    file: textOrNull,
    size: numberOrNull,
    duration: integerOrNull,
    container: textOrNull,
    Stream: listOf(PlexStream),
  })
  .transform(({ Stream, ...part }) => ({ ...part, streams: Stream }));
export type PlexPart = z.output<typeof PlexPart>;

export const PlexMedia = z
  .object({
    id: text,
    duration: integerOrNull,
    bitrate: integerOrNull,
    width: integerOrNull,
    height: integerOrNull,
    aspectRatio: numberOrNull,
    audioChannels: integerOrNull,
    audioCodec: textOrNull,
    videoCodec: textOrNull,
    videoResolution: textOrNull,
    videoFrameRate: textOrNull,
    videoProfile: textOrNull,
    container: textOrNull,
    editionTitle: textOrNull,
    Part: listOf(PlexPart),
  })
  .transform(({ Part, ...media }) => ({ ...media, parts: Part }));
export type PlexMedia = z.output<typeof PlexMedia>;
