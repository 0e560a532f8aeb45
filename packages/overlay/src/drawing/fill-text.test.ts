import type { OverlayFacts } from '@marquee/contracts';
import { fillText } from './fill-text.ts';

const film: OverlayFacts = {
  level: 'movie',
  title: 'they’re: don’t',
  originalTitle: 'Düne',
  showTitle: null,
  seasonTitle: null,
  seasonNumber: null,
  episodeNumber: null,
  episodeCount: null,
  edition: 'IMAX Enhanced',
  contentRating: 'PG-13',
  originallyAvailable: '2021-10-02',
  criticRating: 10,
  audienceRating: 7.25,
  userRating: null,
  durationMs: 9_360_000,
  partDurationsMs: [],
  bitratesKbps: [25_000, 8_000, 40_000.7],
  versions: 3,
  ratings: { imdb_rating: 8, tmdb_rating: 7.25 },
};
const show: OverlayFacts = {
  ...film,
  level: 'show',
  episodeCount: 104,
  durationMs: 2_700_000,
  partDurationsMs: [2_701_000, 2_762_000, 2_701_000, 2_762_000],
};

test.each([
  ['<<critic_rating>> <<critic_rating#>> <<critic_rating/>> <<critic_rating%>>%', '10.0 10 5.0 100%'],
  ['<<audience_rating>> <<audience_rating#>> <<audience_rating/>> <<audience_rating%>>', '7.25 7.2 3.6 72'],
  ['<<imdb_rating>> <<imdb_rating#>> <<tmdb_rating>>', '8.0 8 7.2'],
  ['<<runtime>> = <<runtimeH>>h <<runtimeM>>m', '156 = 2h 36m'],
  ['<<bitrate>>/<<bitrateH>>/<<bitrateL>>', '25000/40000/8000'],
  ['<<versions>>x <<versions0>> <<versions00>> <<versionsW>> <<versionsWU>>', '3x 03 003 three THREE'],
  ['<<titleP>> <<titleU>> <<editionL>>', 'They’Re: Don’T THEY’RE: DON’T imax enhanced'],
  ['<<originally_available>>', '2021-10-02'],
  ['<<originally_available[%d %b %Y]>>', '02 Oct 2021'],
  ['<<originally_available[%-d.%-m.%y, %A, day %j, week %V]>>', '2.10.21, Saturday, day 275, week 39'],
  ['<<season_number>> <<unknown>> stay', '<<season_number>> <<unknown>> stay'],
])('%s on a film is %s', (template, text) => {
  expect(fillText(template, film)).toMatchObject({ ok: true, text });
});

test('a show runs as long as its episodes do on average, and in all', () => {
  expect(fillText('<<runtime>> / <<total_runtimeH>>h<<total_runtimeM>>m', show)).toMatchObject({
    text: '45 / 3h2m',
  });
  expect(fillText('<<episode_countW>>', show)).toMatchObject({ text: 'one hundred and four' });
});

test('a variable without a value leaves the overlay out, and is named', () => {
  expect(fillText('★ <<user_rating#>>', film)).toEqual({ ok: false, variable: 'user_rating' });
  expect(fillText('<<mdb_rating>>', film)).toEqual({ ok: false, variable: 'mdb_rating' });
});
