import type { PlexItem } from '@marquee/stand-ins';
import { asking } from '../../testing/ask.ts';
import { plexLibrary } from '../../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../../testing/running-config.ts';

/** 1001 is in 4k, a drama of 2000, kept, rated 0.5; 1002 in 1080, a comedy of 2001, rated 1.5. */
const changes: Record<number, Partial<PlexItem>> = {
  1001: { contentRating: 'PG', studio: 'Kite & Sons', editionTitle: 'Director’s Cut', rating: 7 },
  2001: { externalGuids: ['tvdb://5', 'imdb://tt0000005'] },
};

let config: RunningConfig;
beforeEach(async () => {
  const library = plexLibrary();
  for (const item of library.items) Object.assign(item, changes[item.ratingKey]);
  config = await runningConfig({ plex: { library } });
});
afterEach(() => config.close());
const { post } = asking(() => config, 'viewer');

const fileOf = (...bodies: string[]) =>
  `overlays:\n${bodies
    .map((body, place) => `  d${place}:\n    overlay: badge\n${body.replace(/^/gm, '    ')}\n`)
    .join('')}`;
async function verdictsOf(itemId: string, file: string) {
  const { body } = await post('/overlays/items')
    .send({ itemIds: [itemId], files: [file] })
    .expect(200);
  return body.data[0].matches[0];
}
const verdictOf = async (itemId: string, body: string) => (await verdictsOf(itemId, fileOf(body)))[0];

test.each([
  ['attic.1001', 'plex_all: true', 'matches'],
  ['attic.1001', 'Plex_All: true', 'matches'],
  ['attic.1001', 'plex_all:', 'not'],
  ['attic.1001', 'plex_search:\n  all:\n    resolution: 4K', 'matches'],
  ['attic.1002', 'plex_search:\n  all:\n    resolution: 4K', 'not'],
  ['attic.1001', 'plex_search:\n  all:\n    hdr: true', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    dovi: true', 'not'],
  ['attic.1001', 'plex_search:\n  all:\n    genre: drama\n    year.lt: 2001', 'matches'],
  ['attic.1002', 'plex_search:\n  any:\n    genre: Drama\n    year: 2001', 'matches'],
  ['attic.1003', 'plex_search:\n  any:\n    genre: Drama\n    year: 2001', 'not'],
  ['attic.1001', 'plex_search:\n  all:\n    label: Keep', 'matches'],
  ['attic.1002', 'plex_search:\n  all:\n    label.not: Keep', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    title: FILM 001', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    title.is: Film', 'not'],
  ['attic.1001', 'plex_search:\n  all:\n    studio.begins: Kite', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    edition: cut', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    content_rating: PG', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    critic_rating.gte: 7', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    audience_rating.gt: 0.5', 'not'],
  ['attic.1001', 'plex_search:\n  all:\n    decade: 2000', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    added.after: 2000-01-01', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    genre: Nowhere', 'not'],
  ['attic.1001', 'plex_search:\n  all:\n    genre.regex: ^D', 'matches'],
  ['attic.1001', 'plex_search:\n  all:\n    genre.regex: (?>D)', 'assumed'],
  ['attic.1001', 'plex_search:\n  all:\n    audio_layout: x', 'assumed'],
  ['attic.1001', 'plex_search:\n  limit: 5\n  all:\n    year: 2000', 'assumed'],
  ['attic.1001', 'plex_all: true\nlimit: 5', 'assumed'],
  ['attic.1001', 'tmdb_movie: 1001', 'matches'],
  ['attic.1001', 'tmdb_movie: https://www.themoviedb.org/movie/1001-film', 'matches'],
  ['attic.1002', 'tmdb_movie: [1001, 1003]', 'not'],
  ['attic.1001', 'tmdb_movie:\n- 1002\ntmdb_show: 1001', 'matches'],
  ['attic.1001', 'trakt_chart:\n  chart: trending', 'assumed'],
  ['attic.1001', 'trakt_chart: x\nplex_all: true', 'matches'],
  ['attic.1001', 'trakt_chart: x\nfilters:\n  year: 1900', 'not'],
  ['attic.1001', 'plex_all: true\nfilters:\n  resolution: 4k\n  year.gte: 2000', 'matches'],
  ['attic.1001', 'plex_all: true\nfilters:\n  resolution.not: 4k', 'not'],
  ['attic.1001', 'plex_all: true\nfilters:\n  content_rating: PG', 'matches'],
  ['attic.1001', 'plex_all: true\nfilters:\n  has_edition: true\n  edition: cut', 'matches'],
  ['attic.1001', 'plex_all: true\nfilters:\n  audio_codec: eac3', 'matches'],
  ['attic.1001', 'plex_all: true\nfilters:\n- year: 1900\n- label: Keep', 'matches'],
  ['attic.1001', 'plex_all: true\nfilters:\n  tmdb_vote_count.gt: 5', 'assumed'],
  // Kometa itself refuses it, whatever its pages say.
  ['attic.1001', 'plex_all: true\nfilters:\n  versions.gt: 0', 'not'],
  ['attic.1001', 'plex_all: true\nsort_by: title', 'not'],
  ['attic.1001', 'plex_all: true\nrun_definition: show', 'not'],
  ['attic.1001', 'plex_all: true\nbuilder_level: episode', 'matches'],
  ['attic.1001', 'filters:\n  year: 2000', 'not'],
  ['attic.2001', 'plex_all: true', 'matches'],
  ['attic.2012', 'plex_all: true', 'not'],
  ['attic.2012', 'plex_all: true\nbuilder_level: episode', 'matches'],
  ['attic.2010', 'plex_all: true\nbuilder_level: episode', 'not'],
  ['attic.2010', 'plex_all: true\nbuilder_level: season', 'matches'],
  ['attic.2001', 'plex_all: true\nbuilder_level: nothing', 'not'],
  ['attic.2001', 'tvdb_show: 5', 'matches'],
  ['attic.2012', 'imdb_id: tt0000005\nbuilder_level: episode', 'matches'],
  ['attic.2012', 'imdb_id: tt0000006\nbuilder_level: episode', 'not'],
  ['attic.2001', 'plex_search:\n  all:\n    genre: Mystery', 'matches'],
  ['attic.2012', 'builder_level: episode\nplex_search:\n  all:\n    resolution: 1080', 'matches'],
  ['attic.2001', 'plex_all: true\nfilters:\n  resolution: 1080', 'assumed'],
  ['attic.3001', 'plex_all: true', 'matches'],
  ['attic.3010', 'plex_all: true\nbuilder_level: album', 'matches'],
  ['attic.3001', 'plex_search:\n  all:\n    artist_title: Kite', 'matches'],
  ['attic.3010', 'builder_level: album\nplex_search:\n  all:\n    artist_genre: Folk', 'matches'],
  ['attic.3001', 'plex_search:\n  all:\n    album_source: CD', 'assumed'],
])('%s with %j: %s', async (itemId, body, verdict) => {
  expect(await verdictOf(itemId, body)).toMatchObject({ verdict, reason: expect.stringMatching(/\w/) });
});

test('what cannot be told names its builder and who would know', async () => {
  expect((await verdictOf('attic.1001', 'trakt_list: x')).reason).toBe('trakt_list needs Trakt');
  expect((await verdictOf('attic.1001', 'mdblist_list: x')).reason).toBe('mdblist_list needs MDBList');
});

test('a search without a result takes the whole definition with it, unless that is allowed', async () => {
  const blank = 'plex_search:\n- all:\n    title: nowhere\n- all:\n    title: film';
  expect((await verdictOf('attic.1001', blank)).verdict).toBe('not');
  expect((await verdictOf('attic.1001', `ignore_blank_results: true\n${blank}`)).verdict).toBe('matches');
});

test('each definition of each file has its verdict, in order; templates and refused ones are no', async () => {
  const file = `templates:
  badge:
    overlay: badge
    plex_all: true
overlays:
  made:
    template: {name: badge}
  wrong:
    overlay:
      name: text(A)
    plex_all: true
  right:
    overlay: badge
    plex_all: true
`;
  const { body } = await post('/overlays/items')
    .send({ itemIds: ['attic.1001', 'attic.1002'], files: [fileOf('plex_all: true'), file] })
    .expect(200);
  for (const { matches } of body.data) {
    expect(matches).toEqual([
      [{ mapping: 'd0', verdict: 'matches', reason: 'plex_all finds everything' }],
      [
        { mapping: 'made', verdict: 'not', reason: 'It is made by a template' },
        { mapping: 'wrong', verdict: 'not', reason: 'Kometa refuses this overlay' },
        { mapping: 'right', verdict: 'matches', reason: 'plex_all finds everything' },
      ],
    ]);
  }
});

test('a question is put to Plex once a minute, however many items it is asked for', async () => {
  const search = 'plex_search:\n  all:\n    year: 2000';
  const questions = () => config.asked().filter((asked) => asked.includes('year=2000'));
  await post('/overlays/items')
    .send({ itemIds: ['attic.1001', 'attic.1002', 'attic.1004'], files: [fileOf(search, search)] })
    .expect(200);
  expect(questions()).toHaveLength(1);
  config.pass(59_000);
  await verdictOf('attic.1003', search);
  expect(questions()).toEqual([]);
  config.pass(2_000);
  await verdictOf('attic.1003', search);
  expect(questions()).toHaveLength(1);
});

test('more definitions than a set may hold are refused', async () => {
  const files = [fileOf(...Array.from({ length: 2_001 }, () => 'plex_all: true'))];
  const { body } = await post('/overlays/items')
    .send({ itemIds: ['attic.1001'], files })
    .expect(422);
  expect(body.error.code).toBe('overlay.invalid');
});
