import type { Rng } from '../../art/random.ts';
import type {
  AudioStream,
  DolbyVision,
  PlexMedia,
  PlexStream,
  SubtitleStream,
  VideoStream,
} from '../model.ts';

interface Picture {
  resolution: string;
  width: number;
  height: number;
  codec: string;
  profile: string;
  bitDepth: number;
  /** kbit/s. */
  bitrate: number;
  container: string;
  range?: 'hdr10' | 'hlg' | 'dolby-vision';
}

interface Sound {
  codec: string;
  profile?: string;
  channels: number;
  layout: string;
  /** As Plex words it behind the language. */
  wording: string;
  bitrate: number;
}

const pictures: Record<string, Picture> = {
  dolbyVision: {
    resolution: '4k',
    width: 3840,
    height: 1608,
    codec: 'hevc',
    profile: 'main 10',
    bitDepth: 10,
    bitrate: 62_400,
    container: 'mkv',
    range: 'dolby-vision',
  },
  hdr10: {
    resolution: '4k',
    width: 3840,
    height: 2160,
    codec: 'hevc',
    profile: 'main 10',
    bitDepth: 10,
    bitrate: 48_100,
    container: 'mkv',
    range: 'hdr10',
  },
  hlg: {
    resolution: '4k',
    width: 3840,
    height: 2160,
    codec: 'hevc',
    profile: 'main 10',
    bitDepth: 10,
    bitrate: 24_600,
    container: 'mp4',
    range: 'hlg',
  },
  av1: {
    resolution: '1080',
    width: 1920,
    height: 1080,
    codec: 'av1',
    profile: 'main',
    bitDepth: 10,
    bitrate: 5_200,
    container: 'mkv',
  },
  remux: {
    resolution: '1080',
    width: 1920,
    height: 800,
    codec: 'h264',
    profile: 'high',
    bitDepth: 8,
    bitrate: 28_700,
    container: 'mkv',
  },
  web: {
    resolution: '1080',
    width: 1920,
    height: 1080,
    codec: 'h264',
    profile: 'high',
    bitDepth: 8,
    bitrate: 9_800,
    container: 'mp4',
  },
  small: {
    resolution: '720',
    width: 1280,
    height: 720,
    codec: 'h264',
    profile: 'main',
    bitDepth: 8,
    bitrate: 4_100,
    container: 'mkv',
  },
  dvd: {
    resolution: '480',
    width: 720,
    height: 480,
    codec: 'mpeg2video',
    profile: 'main',
    bitDepth: 8,
    bitrate: 5_600,
    container: 'mkv',
  },
};

const sounds: Record<string, Sound> = {
  atmos: { codec: 'truehd', channels: 8, layout: '7.1', wording: 'TrueHD Atmos 7.1', bitrate: 4_300 },
  trueHd: { codec: 'truehd', channels: 8, layout: '7.1', wording: 'TrueHD 7.1', bitrate: 3_900 },
  dtsX: {
    codec: 'dca',
    profile: 'dts:x',
    channels: 8,
    layout: '7.1',
    wording: 'DTS-HD MA 7.1',
    bitrate: 4_700,
  },
  dtsHd: {
    codec: 'dca',
    profile: 'ma',
    channels: 6,
    layout: '5.1(side)',
    wording: 'DTS-HD MA 5.1',
    bitrate: 3_600,
  },
  eac3: { codec: 'eac3', channels: 6, layout: '5.1(side)', wording: 'EAC3 5.1', bitrate: 640 },
  aac: { codec: 'aac', profile: 'lc', channels: 2, layout: 'stereo', wording: 'AAC Stereo', bitrate: 192 },
  mono: { codec: 'ac3', channels: 1, layout: 'mono', wording: 'AC3 Mono', bitrate: 96 },
};

const languages = {
  English: ['en', 'eng'],
  French: ['fr', 'fra'],
  German: ['de', 'deu'],
  Spanish: ['es', 'spa'],
  Norwegian: ['no', 'nor'],
  Japanese: ['ja', 'jpn'],
} as const;
type Language = keyof typeof languages;

/** Which picture and sound a title of that year is likely to be kept in. */
function qualityOf(year: number, rng: Rng): { picture: Picture; sound: Sound } {
  const at = (picture: keyof typeof pictures, sound: keyof typeof sounds) => ({
    picture: pictures[picture] as Picture,
    sound: sounds[sound] as Sound,
  });
  if (year < 1960)
    return rng.pick([at('remux', 'mono'), at('dvd', 'mono'), at('web', 'mono'), at('small', 'mono')]);
  if (year < 1995)
    return rng.pick([at('remux', 'dtsHd'), at('dvd', 'aac'), at('small', 'aac'), at('hdr10', 'dtsHd')]);
  return rng.pick([
    at('dolbyVision', 'atmos'),
    at('dolbyVision', 'dtsX'),
    at('hdr10', 'trueHd'),
    at('hlg', 'eac3'),
    at('av1', 'eac3'),
    at('remux', 'dtsHd'),
    at('web', 'aac'),
  ]);
}

const wide: DolbyVision = {
  profile: 8,
  level: 6,
  version: '1.0',
  blPresent: true,
  elPresent: false,
  rpuPresent: true,
  blCompatId: 1,
};

function videoStream(id: number, picture: Picture): VideoStream {
  const transfer = { hdr10: 'smpte2084', 'dolby-vision': 'smpte2084', hlg: 'arib-std-b67' } as const;
  const hdr = picture.range === undefined ? 'bt709' : 'bt2020';
  const label = { hdr10: ' HDR10', 'dolby-vision': ' DoVi/HDR10', hlg: ' HLG' } as const;
  const name = picture.resolution === '4k' ? '4K' : `${picture.resolution}p`;
  return {
    id,
    kind: 'video',
    codec: picture.codec,
    index: 0,
    bitrate: picture.bitrate,
    default: true,
    width: picture.width,
    height: picture.height,
    frameRate: 23.976,
    bitDepth: picture.bitDepth,
    colorPrimaries: hdr,
    colorTrc: picture.range === undefined ? 'bt709' : transfer[picture.range],
    profile: picture.profile,
    ...(picture.range === 'dolby-vision' ? { dolbyVision: wide } : {}),
    displayTitle: `${name}${picture.range === undefined ? '' : label[picture.range]} (${picture.codec.toUpperCase()})`,
  };
}

function audioStream(id: number, index: number, sound: Sound, language: Language): AudioStream {
  const [languageTag, languageCode] = languages[language];
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
    samplingRate: 48_000,
    ...(sound.profile ? { profile: sound.profile } : {}),
    displayTitle: `${language} (${sound.wording})`,
  };
}

function subtitleStream(id: number, index: number, language: Language, forced: boolean): SubtitleStream {
  const [languageTag, languageCode] = languages[language];
  const displayTitle = `${language}${forced ? ' Forced' : ''} (SRT)`;
  return {
    id,
    kind: 'subtitle',
    codec: 'srt',
    index,
    language,
    languageTag,
    languageCode,
    forced,
    displayTitle,
  };
}

/** One version of a film or an episode, with ids that grow from `firstId`. */
export function videoMedia(
  firstId: number,
  facts: { folder: string; name: string; year: number; durationMs: number; rng: Rng },
): PlexMedia {
  const { rng, durationMs } = facts;
  const { picture, sound } = qualityOf(facts.year, rng);
  const second = rng.chance(0.4)
    ? rng.pick<Language>(['French', 'German', 'Spanish', 'Norwegian', 'Japanese'])
    : undefined;
  const streams: PlexStream[] = [
    videoStream(firstId + 2, picture),
    audioStream(firstId + 3, 1, sound, 'English'),
  ];
  if (second) streams.push(audioStream(firstId + 4, 2, sounds.eac3 as Sound, second));
  if (rng.chance(0.7)) streams.push(subtitleStream(firstId + 5, streams.length, 'English', false));
  if (second) streams.push(subtitleStream(firstId + 6, streams.length, second, rng.chance(0.5)));
  const bitrate = picture.bitrate + sound.bitrate;
  return {
    id: firstId,
    duration: durationMs,
    bitrate,
    width: picture.width,
    height: picture.height,
    aspectRatio: Number((picture.width / picture.height).toFixed(2)),
    audioChannels: sound.channels,
    audioCodec: sound.codec,
    ...(sound.profile ? { audioProfile: sound.profile } : {}),
    videoCodec: picture.codec,
    videoProfile: picture.profile,
    videoResolution: picture.resolution,
    videoFrameRate: '24p',
    container: picture.container,
    parts: [
      {
        id: firstId + 1,
        file: `${facts.folder}/${facts.name}.${picture.container}`,
        size: Math.round((bitrate * durationMs) / 8),
        duration: durationMs,
        container: picture.container,
        streams,
      },
    ],
  };
}

/** One track's file. */
export function audioMedia(
  firstId: number,
  facts: { file: string; durationMs: number; lossless: boolean },
): PlexMedia {
  const codec = facts.lossless ? 'flac' : 'mp3';
  const bitrate = facts.lossless ? 912 : 320;
  return {
    id: firstId,
    duration: facts.durationMs,
    bitrate,
    audioChannels: 2,
    audioCodec: codec,
    container: codec,
    parts: [
      {
        id: firstId + 1,
        file: `${facts.file}.${codec}`,
        size: Math.round((bitrate * facts.durationMs) / 8),
        duration: facts.durationMs,
        container: codec,
        streams: [
          {
            id: firstId + 2,
            kind: 'audio',
            codec,
            index: 0,
            bitrate,
            selected: true,
            channels: 2,
            audioChannelLayout: 'stereo',
            samplingRate: 44_100,
            ...(facts.lossless ? { bitDepth: 16 } : {}),
            displayTitle: facts.lossless ? 'FLAC (Stereo)' : 'MP3 (Stereo)',
          },
        ],
      },
    ],
  };
}
