import { libraryRoutes, systemRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aFilm, aLibrary, anItem } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(libraryRoutes.list, [aLibrary()])
    .answer(libraryRoutes.get, aLibrary());
});
const facts = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('a film tells its facts, its people, its files and their streams', async () => {
  const video = { kind: 'video' as const, codec: 'hevc', language: null, title: '4K (HEVC)', channels: null };
  const audio = {
    kind: 'audio' as const,
    codec: 'eac3',
    language: 'en',
    title: 'English (5.1)',
    channels: 6,
  };
  const flags = { default: true, forced: false };
  marquee.answer(
    libraryRoutes.item,
    anItem({
      directors: ['Ada Merrow'],
      guids: ['imdb://tt9000001'],
      viewCount: 2,
      lastViewedAt: '2020-01-01T00:00:00.000Z',
      media: [
        {
          id: '1',
          resolution: '4k',
          width: 3840,
          height: 2160,
          aspectRatio: 1.78,
          container: 'mkv',
          videoCodec: 'hevc',
          audioCodec: 'eac3',
          audioChannels: 6,
          bitrateKbps: 25_180,
          durationMs: 6_840_000,
          parts: [{ file: '/media/Film 1.mkv', sizeBytes: 24_800_000_000 }],
          streams: [
            { ...video, ...flags, bitDepth: 10, hdr: 'dolby-vision' },
            { ...audio, ...flags, bitDepth: null, hdr: null },
          ],
        },
      ],
    }),
  );
  renderApp('/items/demo.1001');
  expect(await screen.findByRole('heading', { level: 1, name: 'Film 1' })).toBeInTheDocument();
  expect(facts()).toEqual(expect.arrayContaining(['1951', 'PG-13', '4K', 'Dolby Vision', 'Audience 8.1']));
  expect(screen.getByText('Ada Merrow')).toBeInTheDocument();
  expect(screen.getByText(/^2 times, latest/)).toBeInTheDocument();
  expect(screen.getByText('imdb://tt9000001')).toBeInTheDocument();
  expect(screen.getByText('/media/Film 1.mkv')).toHaveTextContent('24.8 GB');
  const rows = within(screen.getByRole('region', { name: 'Streams' })).getAllByRole('row');
  expect(rows[1]).toHaveTextContent('Dolby Vision · 10-bit · default');
  expect(rows[2]).toHaveTextContent('English');
});

test('genres and labels lead to what else has them', async () => {
  marquee.answer(libraryRoutes.item, anItem({ genres: ['Science Fiction'], labels: ['Film club'] }));
  renderApp('/items/demo.1001');
  const genre = await screen.findByRole('link', { name: 'Science Fiction' });
  expect(genre).toHaveAttribute('href', '/libraries/demo.1?genre=Science+Fiction');
  expect(screen.getByRole('link', { name: 'Film club' })).toHaveAttribute(
    'href',
    '/libraries/demo.1?label=Film+club',
  );
});

test('a season shows its episodes with their numbers, and the whole way back', async () => {
  const show = { id: 'demo.3000', title: 'Harbour Street' };
  const season = { id: 'demo.3001', title: 'Season 2' };
  const episode = aFilm(9, { kind: 'episode', title: 'Fog Signals', index: 1, year: null });
  marquee
    .answer(libraryRoutes.item, anItem({ ...season, kind: 'season', index: 2, parent: show }))
    .answer(libraryRoutes.children, { entries: [episode], total: 1, nextCursor: null });
  renderApp('/items/demo.3001');
  expect(await screen.findByRole('link', { name: /1\. Fog Signals/ })).toHaveAttribute(
    'href',
    '/items/demo.1009',
  );
  const way = screen.getByRole('navigation', { name: 'Where you are' });
  await waitFor(() =>
    expect(
      within(way)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Libraries', 'Films', 'Harbour Street', 'Season 2']),
  );
});

test('what Plex has no file for says so', async () => {
  marquee.answer(libraryRoutes.item, anItem());
  renderApp('/items/demo.1001');
  expect(await screen.findByText('Plex knows no file for this title.')).toBeInTheDocument();
});

test('something with nothing inside says so', async () => {
  marquee
    .answer(libraryRoutes.item, anItem({ kind: 'collection' }))
    .answer(libraryRoutes.children, { entries: [], total: 0, nextCursor: null });
  renderApp('/items/demo.1001');
  expect(await screen.findByText('Nothing inside yet.')).toBeInTheDocument();
});

test('without a poster its title stands in its place', async () => {
  marquee.answer(libraryRoutes.item, anItem({ posterVersion: null }));
  renderApp('/items/demo.1001');
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('img', { name: 'Poster of Film 1' })).not.toBeInTheDocument();
  expect(screen.getAllByText('Film 1').length).toBeGreaterThanOrEqual(3);
});

test('Escape leads one step up when there is no way back', async () => {
  const parent = { id: 'demo.3000', title: 'Harbour Street' };
  marquee.answerBy(libraryRoutes.item, ({ params }) =>
    params.itemId === parent.id
      ? anItem({ ...parent })
      : anItem({ id: 'demo.3001', kind: 'episode', parent }),
  );
  const { user } = renderApp('/items/demo.3001');
  await screen.findByRole('heading', { level: 1, name: 'Film 1' });
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Harbour Street' })).toBeInTheDocument();
});

test('an item that is not there says so', async () => {
  marquee.fail(libraryRoutes.item, 'item.not-found');
  renderApp('/items/demo.9');
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no item with this id');
});
