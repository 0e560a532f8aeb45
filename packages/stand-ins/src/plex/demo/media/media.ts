import type { Rng } from '../../../art/random.ts';
import type { PlexMedia, PlexStream } from '../../model.ts';
import { type Quality, sounds } from './formats.ts';
import { type Language, languages } from './languages.ts';
import { audioStream, subtitleStream, videoStream } from './streams.ts';

export interface VideoFacts {
  folder: string;
  name: string;
  durationMs: number;
  quality: Quality;
  language: Language;
  rng: Rng;
}

/** Ids a version may use: its own, its part's and its streams'. */
export const IDS_PER_VERSION = 30;

const isLanguage = (name: string): name is Language => name in languages;
const others = Object.keys(languages).filter(isLanguage);

function soundTracks(nextId: () => number, { quality, language, rng }: VideoFacts): PlexStream[] {
  const streams: PlexStream[] = [audioStream(nextId(), 1, quality.sound, language)];
  const dubbed =
    language === 'English' ? (rng.chance(0.4) ? rng.pick(others.slice(1, 7)) : undefined) : 'English';
  if (dubbed && rng.chance(0.7)) streams.push(audioStream(nextId(), 2, sounds.eac3, dubbed));
  if (rng.chance(0.22)) {
    const spoken = audioStream(nextId(), streams.length + 1, sounds.aac, language);
    streams.push({
      ...spoken,
      title: 'Commentary',
      extendedDisplayTitle: `Commentary (${language} AAC Stereo)`,
    });
  }
  return streams;
}

function subtitles(
  nextId: () => number,
  first: number,
  { quality, language, rng }: VideoFacts,
): PlexStream[] {
  const codec =
    quality.picture.container === 'mkv' && quality.picture.resolution !== '480' && rng.chance(0.4)
      ? 'pgs'
      : 'srt';
  const streams: PlexStream[] = [];
  const add = (facts: Parameters<typeof subtitleStream>[2]): void => {
    streams.push(subtitleStream(nextId(), first + streams.length, facts));
  };
  if (rng.chance(0.85))
    add({ codec, language: 'English', hearingImpaired: language === 'English' && rng.chance(0.5) });
  if (language !== 'English') add({ codec, language });
  if (rng.chance(0.3)) add({ codec, language: 'English', forced: true });
  for (const more of rng.shuffle(others.slice(1, 9)).slice(0, rng.int(0, 3))) add({ codec, language: more });
  if (rng.chance(0.2)) add({ codec: 'srt', language: rng.pick(others.slice(1)), external: true });
  return streams;
}

/** What release names tell, for those who read file names. */
function tagged({ picture, sound }: Quality): string {
  const range = picture.range?.replace('DoVi', 'DV').replace('/', ' ');
  return [
    picture.wording,
    range,
    (sound.title ?? sound.wording).replace(/^English /, ''),
    picture.codec.toUpperCase(),
  ]
    .filter(Boolean)
    .join(' ')
    .replaceAll(':', '-');
}

/** One version of a film or an episode, with ids that grow from `firstId`. */
export function videoMedia(firstId: number, facts: VideoFacts): PlexMedia {
  const { durationMs, quality } = facts;
  const { picture, sound } = quality;
  let id = firstId + 1;
  const nextId = (): number => {
    id += 1;
    return id;
  };
  const seen = videoStream(nextId(), picture);
  const heard = soundTracks(nextId, facts);
  const streams = [seen, ...heard, ...subtitles(nextId, heard.length + 1, facts)];
  const bitrate = picture.bitrate + heard.reduce((sum, stream) => sum + (stream.bitrate ?? 0), 0);
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
    videoFrameRate: picture.frameRate,
    container: picture.container,
    parts: [
      {
        id: firstId + 1,
        file: `${facts.folder}/${facts.name} [${tagged(quality)}].${picture.container}`,
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
  const displayTitle = `${codec.toUpperCase()} (Stereo)`;
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
            displayTitle,
            extendedDisplayTitle: displayTitle,
          },
        ],
      },
    ],
  };
}
