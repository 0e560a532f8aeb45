import type { AudioStream, SubtitleStream, VideoStream } from '../../model.ts';
import type { PictureFormat, SoundFormat } from './formats.ts';
import { type Language, languages } from './languages.ts';

const codecWording = { hevc: 'HEVC', h264: 'H.264', av1: 'AV1', mpeg2video: 'MPEG2VIDEO' } as const;
const framesPerSecond = { '24p': 23.976, '25p': 25, NTSC: 29.97, PAL: 25 } as const;
const subtitleWording = { srt: 'SRT', pgs: 'PGS', ass: 'ASS' } as const;

const colours = ({ range }: PictureFormat): Partial<VideoStream> => {
  if (range === undefined) return { colorSpace: 'bt709', colorPrimaries: 'bt709', colorTrc: 'bt709' };
  // Profile 5 has no HDR10 beneath it, so its base layer names no curve a plain set would know.
  if (range === 'DoVi') return { colorSpace: 'ictcp', colorPrimaries: 'bt2020' };
  return {
    colorSpace: 'bt2020nc',
    colorPrimaries: 'bt2020',
    colorTrc: range === 'HLG' ? 'arib-std-b67' : 'smpte2084',
  };
};

export function videoStream(id: number, picture: PictureFormat): VideoStream {
  const deep = picture.profile === 'main 10';
  const size = picture.resolution === '4k' ? '4K' : picture.wording;
  const kind = `${codecWording[picture.codec]}${deep ? ' Main 10' : ''}`;
  const displayTitle = `${size}${picture.range === undefined ? '' : ` ${picture.range}`} (${kind})`;
  return {
    id,
    kind: 'video',
    codec: picture.codec,
    index: 0,
    bitrate: picture.bitrate,
    default: true,
    width: picture.width,
    height: picture.height,
    frameRate: framesPerSecond[picture.frameRate],
    bitDepth: deep || picture.codec === 'av1' ? 10 : 8,
    profile: picture.profile,
    ...colours(picture),
    ...(picture.dolbyVision ? { dolbyVision: picture.dolbyVision } : {}),
    displayTitle,
    extendedDisplayTitle: displayTitle,
  };
}

export function audioStream(id: number, index: number, sound: SoundFormat, language: Language): AudioStream {
  const [languageTag, languageCode] = languages[language];
  const displayTitle = `${language} (${sound.wording})`;
  return {
    id,
    kind: 'audio',
    codec: sound.codec,
    index,
    bitrate: sound.bitrate,
    default: index === 1,
    selected: index === 1,
    language,
    languageTag,
    languageCode,
    channels: sound.channels,
    audioChannelLayout: sound.layout,
    samplingRate: sound.samplingRate ?? 48_000,
    ...(sound.bitDepth ? { bitDepth: sound.bitDepth } : {}),
    ...(sound.profile ? { profile: sound.profile } : {}),
    ...(sound.title ? { title: sound.title } : {}),
    displayTitle,
    extendedDisplayTitle: sound.title
      ? `${sound.title} (${language} ${sound.codec.toUpperCase()})`
      : displayTitle,
  };
}

export interface SubtitleFacts {
  codec: keyof typeof subtitleWording;
  language: Language;
  forced?: boolean;
  hearingImpaired?: boolean;
  external?: boolean;
}

export function subtitleStream(id: number, index: number, facts: SubtitleFacts): SubtitleStream {
  const { codec, language, forced, hearingImpaired, external } = facts;
  const [languageTag, languageCode] = languages[language];
  const extra = `${forced ? ' Forced' : ''}${hearingImpaired ? ' SDH' : ''}`;
  const displayTitle = `${language}${extra} (${subtitleWording[codec]}${external ? ' External' : ''})`;
  return {
    id,
    kind: 'subtitle',
    codec,
    language,
    languageTag,
    languageCode,
    displayTitle,
    extendedDisplayTitle: displayTitle,
    ...(external ? { external } : { index }),
    ...(forced ? { forced } : {}),
    ...(hearingImpaired ? { hearingImpaired, title: 'SDH' } : {}),
  };
}
