import { createRng } from '../../art/random.ts';
import type { PlexItem } from '../model.ts';
import { episodeSummaries } from './episode-summaries.ts';
import { addedAt, CHILD, DAY, demoItem, OWNER, SECTION } from './items.ts';
import { creditsOf, introOf } from './markers.ts';
import { qualityOf } from './media/formats.ts';
import { languageOf } from './media/languages.ts';
import { IDS_PER_VERSION, videoMedia } from './media/media.ts';
import { type SeriesFacts, series } from './series.ts';

const FIRST_KEY = 3000;
const KEYS_PER_SERIES = 100;
const FIRST_TVDB = 90_100_000;
const FIRST_MEDIA = 200_000;
const FIRST_MARKER = 650_000;
const DAYS_BETWEEN_EPISODES = 7;

const dateOf = (epochSeconds: number): string => new Date(epochSeconds * 1000).toISOString().slice(0, 10);

/** The series, then each season followed by its episodes. */
function seriesItems(facts: SeriesFacts, place: number, now: number): PlexItem[] {
  const rng = createRng(`series/${facts.title}`);
  const showKey = FIRST_KEY + place * KEYS_PER_SERIES;
  const added = addedAt(rng, now);
  const watchedSeasons = rng.int(0, facts.seasons.length - 1);
  const firstDate = Date.UTC(facts.year, rng.int(0, 10), rng.int(1, 28)) / 1000;
  const common = { sectionId: SECTION.series, contentRating: facts.certificate };
  const show = demoItem(`series/${facts.title}`, now, {
    ...common,
    ratingKey: showKey,
    kind: 'show',
    title: facts.title,
    summary: facts.summary,
    studio: facts.network,
    year: facts.year,
    originallyAvailableAt: dateOf(firstDate),
    duration: facts.minutes * 60_000,
    audienceRating: facts.audience,
    audienceRatingImage: 'themoviedb://image.rating',
    addedAt: added,
    externalGuids: [`tvdb://${FIRST_TVDB + place}`, `tmdb://${FIRST_TVDB + place}`],
    tags: {
      genre: facts.genres.split('|'),
      country: [facts.country],
      network: [facts.network],
      label: [facts.ended ? 'Ended' : 'Returning'],
    },
    roles: facts.cast.split(', ').map((person) => ({ name: person })),
  });
  let key = showKey;
  const below = facts.seasons.flatMap((episodeTitles, seasonPlace) => {
    key += 1;
    const seasonKey = key;
    // A season is kept in one quality, as it was fetched in one go.
    const quality = qualityOf(Math.max(1996, facts.year + seasonPlace), rng.fork(`quality ${seasonPlace}`));
    const seasonStart = firstDate + seasonPlace * 365 * DAY;
    const season = demoItem(`season/${facts.title}/${seasonPlace + 1}`, now, {
      ...common,
      ratingKey: seasonKey,
      kind: 'season',
      parent: showKey,
      index: seasonPlace + 1,
      title: `Season ${seasonPlace + 1}`,
      addedAt: added,
    });
    const episodes = episodeTitles.map((title, episodePlace) => {
      key += 1;
      const number = `S${String(seasonPlace + 1).padStart(2, '0')}E${String(episodePlace + 1).padStart(2, '0')}`;
      const summary = episodeSummaries[facts.title]?.[seasonPlace]?.[episodePlace];
      const durationMs = facts.minutes * 60_000 + rng.int(-90, 90) * 1000;
      return demoItem(`episode/${facts.title}/${number}`, now, {
        ...common,
        ratingKey: key,
        kind: 'episode',
        parent: seasonKey,
        index: episodePlace + 1,
        title,
        year: facts.year + seasonPlace,
        originallyAvailableAt: dateOf(seasonStart + episodePlace * DAYS_BETWEEN_EPISODES * DAY),
        duration: durationMs,
        ...(summary ? { summary } : {}),
        externalGuids: [`tvdb://${FIRST_TVDB + 1000 + key}`, `tmdb://${FIRST_TVDB + 1000 + key}`],
        audienceRating: Math.round(rng.range(facts.audience - 0.6, facts.audience + 0.6) * 10) / 10,
        audienceRatingImage: 'themoviedb://image.rating',
        addedAt: added + episodePlace * 60,
        media: [
          videoMedia(FIRST_MEDIA + (key - FIRST_KEY) * IDS_PER_VERSION, {
            folder: `/media/series/${facts.title}/Season ${String(seasonPlace + 1).padStart(2, '0')}`,
            name: `${facts.title} - ${number} - ${title}`,
            durationMs,
            quality,
            language: languageOf(facts.country),
            rng: rng.fork(number),
          }),
        ],
        markers: [
          introOf(FIRST_MARKER + key * 2, rng.fork(`intro ${number}`)),
          creditsOf(FIRST_MARKER + key * 2 + 1, durationMs),
        ],
        use: {
          [OWNER]:
            seasonPlace < watchedSeasons || (seasonPlace === watchedSeasons && episodePlace < 3)
              ? { viewCount: 1, lastViewedAt: now - rng.int(0, 400) * DAY }
              : {},
          ...(facts.certificate === 'TV-Y' && rng.chance(0.5)
            ? { [CHILD]: { viewCount: rng.int(1, 6), lastViewedAt: now - rng.int(0, 60) * DAY } }
            : {}),
        },
      });
    });
    return [season, ...episodes];
  });
  return [show, ...below];
}

export const allSeriesItems = (now: number): PlexItem[] =>
  series.flatMap((facts, place) => seriesItems(facts, place, now));
