import { createRng, type Rng } from '../../art/random.ts';
import type { PlexItem } from '../model.ts';
import { addedAt, DAY, demoItem, OWNER, SECTION } from './items.ts';
import { audioMedia } from './media/media.ts';
import { type ArtistFacts, artists } from './music.ts';
import { moodsOf } from './music-moods.ts';

const FIRST_KEY = 6000;
const KEYS_PER_ARTIST = 50;

const soundOf = (genre: string | undefined): { mood?: string[]; style?: string[] } => {
  const known = genre === undefined ? undefined : moodsOf[genre];
  return known === undefined ? {} : { mood: [...known.moods], style: [...known.styles] };
};

/** A MusicBrainz id of nobody: its version digit is one no real id has. */
function musicId(rng: Rng): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => rng.int(0, 15).toString(16)).join('');
  return `mbid://${digits(8)}-${digits(4)}-0${digits(3)}-0${digits(3)}-${digits(12)}`;
}

/** The artist, then each album followed by its tracks. */
function artistItems(facts: ArtistFacts, place: number, now: number): PlexItem[] {
  const rng = createRng(`artist/${facts.name}`);
  const artistKey = FIRST_KEY + place * KEYS_PER_ARTIST;
  const added = addedAt(rng, now);
  const sectionId = SECTION.music;
  const artist = demoItem(`artist/${facts.name}`, now, {
    ratingKey: artistKey,
    kind: 'artist',
    sectionId,
    title: facts.name,
    summary: facts.summary,
    addedAt: added,
    tags: {
      country: [facts.country],
      genre: [...new Set(facts.albums.map(({ genre }) => genre))],
      ...soundOf(facts.albums[0]?.genre),
    },
    externalGuids: [musicId(rng.fork('mbid'))],
  });
  let key = artistKey;
  const below = facts.albums.flatMap((album) => {
    key += 1;
    const albumKey = key;
    const lossless = rng.chance(0.6);
    const record = demoItem(`album/${facts.name}/${album.title}`, now, {
      ratingKey: albumKey,
      kind: 'album',
      sectionId,
      parent: artistKey,
      title: album.title,
      year: album.year,
      originallyAvailableAt: `${album.year}-${String(rng.int(1, 12)).padStart(2, '0')}-01`,
      studio: `${facts.country} Phonographic`,
      addedAt: added,
      tags: { genre: [album.genre], ...soundOf(album.genre) },
      ...(rng.chance(0.5) ? { rating: Math.round(rng.range(6, 9.6) * 10) / 10 } : {}),
      externalGuids: [musicId(rng.fork(album.title))],
      use: rng.chance(0.4) ? { [OWNER]: { userRating: rng.int(6, 10) } } : {},
    });
    const tracks = album.tracks.map((title, trackPlace) => {
      key += 1;
      const durationMs = rng.int(128, 412) * 1000;
      const plays = rng.chance(0.35) ? rng.int(1, 24) : 0;
      return demoItem(`track/${facts.name}/${album.title}/${trackPlace + 1}`, now, {
        ratingKey: key,
        kind: 'track',
        sectionId,
        parent: albumKey,
        index: trackPlace + 1,
        title,
        duration: durationMs,
        addedAt: added,
        tags: { mood: rng.chance(0.6) ? [rng.pick(moodsOf[album.genre]?.moods ?? ['Calm'])] : [] },
        media: [
          audioMedia(400_000 + key * 5, {
            file: `/media/music/${facts.name}/${album.title}/${String(trackPlace + 1).padStart(2, '0')} ${title.replaceAll('/', '-')}`,
            durationMs,
            lossless,
          }),
        ],
        use: {
          [OWNER]: {
            ...(plays > 0 ? { viewCount: plays, lastViewedAt: now - rng.int(1, 200) * DAY } : {}),
            ...(rng.chance(0.25) ? { userRating: rng.int(4, 10) } : {}),
            ...(rng.chance(0.06) ? { skipCount: rng.int(1, 9) } : {}),
          },
        },
      });
    });
    return [record, ...tracks];
  });
  return [artist, ...below];
}

export const musicItems = (now: number): PlexItem[] =>
  artists.flatMap((facts, place) => artistItems(facts, place, now));
