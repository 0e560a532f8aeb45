import type { Rng } from '../../../art/random.ts';
import type { DolbyVision } from '../../model.ts';

export interface PictureFormat {
  resolution: '4k' | '1080' | '720' | '480';
  /** As scene names and Plex's titles word it. */
  wording: string;
  width: number;
  height: number;
  codec: 'hevc' | 'h264' | 'av1' | 'mpeg2video';
  profile: string;
  /** kbit/s. */
  bitrate: number;
  container: 'mkv' | 'mp4' | 'ts';
  frameRate: '24p' | '25p' | 'NTSC' | 'PAL';
  range?: 'HDR10' | 'HLG' | 'DoVi' | 'DoVi/HDR10';
  dolbyVision?: DolbyVision;
}

export interface SoundFormat {
  codec: string;
  profile?: string;
  channels: number;
  layout: string;
  /** As Plex words it behind the language; it leaves Atmos and DTS:X to the track's title. */
  wording: string;
  title?: string;
  bitrate: number;
  samplingRate?: number;
  bitDepth?: number;
}

const vision = (profile: number, blCompatId: number, elPresent = false): DolbyVision => ({
  profile,
  level: 6,
  version: '1.0',
  blPresent: true,
  elPresent,
  rpuPresent: true,
  blCompatId,
});

const uhd = {
  resolution: '4k',
  wording: '2160p',
  codec: 'hevc',
  profile: 'main 10',
  container: 'mkv',
  frameRate: '24p',
  width: 3840,
} as const;
const hd = {
  resolution: '1080',
  wording: '1080p',
  profile: 'high',
  codec: 'h264',
  container: 'mkv',
  frameRate: '24p',
  width: 1920,
} as const;

const pictures = {
  visionDisc: { ...uhd, height: 1608, bitrate: 62_400, range: 'DoVi/HDR10', dolbyVision: vision(7, 6, true) },
  visionHybrid: { ...uhd, height: 2160, bitrate: 41_800, range: 'DoVi/HDR10', dolbyVision: vision(8, 1) },
  visionStream: {
    ...uhd,
    height: 2076,
    bitrate: 17_200,
    container: 'mp4',
    range: 'DoVi',
    dolbyVision: vision(5, 0),
  },
  hdr10: { ...uhd, height: 2160, bitrate: 48_100, range: 'HDR10' },
  hlg: { ...uhd, height: 2160, bitrate: 24_600, container: 'ts', frameRate: '25p', range: 'HLG' },
  uhdPlain: { ...uhd, height: 2160, bitrate: 21_300 },
  av1: { ...hd, height: 1080, codec: 'av1', profile: 'main', bitrate: 5_200 },
  remux: { ...hd, height: 800, bitrate: 28_700 },
  academy: { ...hd, width: 1480, height: 1080, bitrate: 24_300 },
  web: { ...hd, height: 1080, bitrate: 9_800, container: 'mp4' },
  small: {
    ...hd,
    resolution: '720',
    wording: '720p',
    width: 1280,
    height: 720,
    profile: 'main',
    bitrate: 4_100,
  },
  dvdNtsc: {
    ...hd,
    resolution: '480',
    wording: '480p',
    width: 720,
    height: 480,
    codec: 'mpeg2video',
    profile: 'main',
    bitrate: 5_600,
    frameRate: 'NTSC',
  },
  dvdPal: {
    ...hd,
    resolution: '480',
    wording: '480p',
    width: 640,
    height: 480,
    codec: 'mpeg2video',
    profile: 'main',
    bitrate: 4_900,
    frameRate: 'PAL',
  },
} satisfies Record<string, PictureFormat>;

export const sounds = {
  atmosDisc: {
    codec: 'truehd',
    channels: 8,
    layout: '7.1',
    wording: 'TrueHD 7.1',
    title: 'TrueHD Atmos 7.1',
    bitrate: 4_300,
    bitDepth: 24,
  },
  trueHd: {
    codec: 'truehd',
    channels: 8,
    layout: '7.1',
    wording: 'TrueHD 7.1',
    bitrate: 3_900,
    bitDepth: 24,
  },
  dtsX: {
    codec: 'dca',
    profile: 'ma',
    channels: 8,
    layout: '7.1',
    wording: 'DTS-HD MA 7.1',
    title: 'DTS:X MA 7.1',
    bitrate: 4_700,
    bitDepth: 24,
  },
  dtsHd: {
    codec: 'dca',
    profile: 'ma',
    channels: 6,
    layout: '5.1(side)',
    wording: 'DTS-HD MA 5.1',
    bitrate: 3_600,
    bitDepth: 24,
  },
  dts: { codec: 'dca', profile: 'dts', channels: 6, layout: '5.1(side)', wording: 'DTS 5.1', bitrate: 1_509 },
  atmosStream: {
    codec: 'eac3',
    channels: 6,
    layout: '5.1(side)',
    wording: 'EAC3 5.1',
    title: 'DD+ Atmos 5.1',
    bitrate: 768,
  },
  eac3: { codec: 'eac3', channels: 6, layout: '5.1(side)', wording: 'EAC3 5.1', bitrate: 640 },
  ac3: { codec: 'ac3', channels: 6, layout: '5.1(side)', wording: 'AC3 5.1', bitrate: 448 },
  aac: { codec: 'aac', profile: 'lc', channels: 2, layout: 'stereo', wording: 'AAC Stereo', bitrate: 192 },
  flac: { codec: 'flac', channels: 1, layout: 'mono', wording: 'FLAC Mono', bitrate: 410, bitDepth: 24 },
  mono: { codec: 'ac3', channels: 1, layout: 'mono', wording: 'AC3 Mono', bitrate: 96 },
} satisfies Record<string, SoundFormat>;

export interface Quality {
  picture: PictureFormat;
  sound: SoundFormat;
}

const pair = (picture: keyof typeof pictures, sound: keyof typeof sounds): Quality => ({
  picture: pictures[picture],
  sound: sounds[sound],
});

const silver = [
  pair('academy', 'flac'),
  pair('academy', 'mono'),
  pair('dvdNtsc', 'mono'),
  pair('small', 'mono'),
  pair('uhdPlain', 'flac'),
];
const analogue = [
  pair('remux', 'dtsHd'),
  pair('dvdPal', 'ac3'),
  pair('small', 'aac'),
  pair('hdr10', 'dtsHd'),
  pair('visionHybrid', 'dts'),
];
const digital = [
  pair('visionDisc', 'atmosDisc'),
  pair('visionHybrid', 'atmosDisc'),
  pair('visionStream', 'atmosStream'),
  pair('visionDisc', 'dtsX'),
  pair('hdr10', 'trueHd'),
  pair('hdr10', 'dtsX'),
  pair('hlg', 'eac3'),
  pair('av1', 'eac3'),
  pair('remux', 'dtsHd'),
  pair('web', 'aac'),
];
const travel = [pair('web', 'aac'), pair('small', 'aac'), pair('av1', 'eac3')];

/** Which picture and sound a title of that year is likely to be kept in. */
export const qualityOf = (year: number, rng: Rng): Quality =>
  rng.pick(year < 1960 ? silver : year < 1996 ? analogue : digital);

/** A second, smaller file for the road. */
export const travelQuality = (rng: Rng): Quality => rng.pick(travel);
