import type { PlexMedia, PlexPart, PlexStream } from '../model.ts';
import { type Attributes, type Element, element } from '../wire/element.ts';

const dolbyVision = (stream: PlexStream): Attributes =>
  stream.kind === 'video' && stream.dolbyVision
    ? {
        DOVIPresent: true,
        DOVIProfile: stream.dolbyVision.profile,
        DOVILevel: stream.dolbyVision.level,
        DOVIVersion: stream.dolbyVision.version,
        DOVIBLPresent: stream.dolbyVision.blPresent,
        DOVIELPresent: stream.dolbyVision.elPresent,
        DOVIRPUPresent: stream.dolbyVision.rpuPresent,
        DOVIBLCompatID: stream.dolbyVision.blCompatId,
      }
    : {};

const streamTypes = { video: 1, audio: 2, subtitle: 3 } as const;

const own = (stream: PlexStream): Attributes => {
  switch (stream.kind) {
    case 'video':
      return {
        width: stream.width,
        height: stream.height,
        frameRate: stream.frameRate,
        bitDepth: stream.bitDepth,
        colorSpace: stream.colorSpace,
        colorPrimaries: stream.colorPrimaries,
        colorTrc: stream.colorTrc,
        profile: stream.profile,
        ...dolbyVision(stream),
      };
    case 'audio':
      return {
        language: stream.language,
        languageTag: stream.languageTag,
        languageCode: stream.languageCode,
        channels: stream.channels,
        audioChannelLayout: stream.audioChannelLayout,
        samplingRate: stream.samplingRate,
        bitDepth: stream.bitDepth,
        profile: stream.profile,
      };
    case 'subtitle':
      return {
        language: stream.language,
        languageTag: stream.languageTag,
        languageCode: stream.languageCode,
        forced: stream.forced,
        hearingImpaired: stream.hearingImpaired,
        key: stream.external ? `/library/streams/${stream.id}` : undefined,
      };
  }
};

const describeStream = (stream: PlexStream): Element =>
  element('Stream', {
    id: stream.id,
    streamType: streamTypes[stream.kind],
    default: stream.default,
    selected: stream.selected,
    codec: stream.codec,
    index: stream.index,
    bitrate: stream.bitrate,
    title: stream.title,
    displayTitle:
      stream.displayTitle ?? (stream.kind === 'video' ? stream.codec.toUpperCase() : stream.language),
    extendedDisplayTitle: stream.extendedDisplayTitle,
    ...own(stream),
  });

const describePart = (part: PlexPart, withStreams: boolean): Element =>
  element(
    'Part',
    {
      id: part.id,
      key: `/library/parts/${part.id}/${part.id}/file${part.container ? `.${part.container}` : ''}`,
      duration: part.duration,
      file: part.file,
      size: part.size,
      container: part.container,
      accessible: withStreams ? true : undefined,
      exists: withStreams ? true : undefined,
    },
    withStreams ? part.streams.map(describeStream) : [],
  );

/** Lists leave the streams out; one item's own page has them. */
export const describeMedia = (media: PlexMedia, withStreams: boolean): Element => {
  const { parts, ...properties } = media;
  return element(
    'Media',
    properties,
    parts.map((part) => describePart(part, withStreams)),
  );
};
