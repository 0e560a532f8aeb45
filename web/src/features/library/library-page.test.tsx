import { type ItemSummary, libraryRoutes, systemRoutes } from '@marquee/contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { aLibrary, films, pageOfFilms } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const all = films(64);

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(libraryRoutes.servers)
    .answer(libraryRoutes.list, [aLibrary()])
    .answer(libraryRoutes.get, aLibrary());
});
const holding = (titles: readonly ItemSummary[]) =>
  marquee.answerBy(libraryRoutes.items, ({ query }) => pageOfFilms(titles, query));
const grid = () => screen.findByRole('grid', { name: 'Films in Films' });
const lastQuery = () => Object.fromEntries(marquee.callsOf(libraryRoutes.items).at(-1)?.query ?? []);

test('a library shows its posters, each named, with the size that the browser needs', async () => {
  holding(all);
  renderApp('/libraries/demo.1');
  const poster = await within(await grid()).findByRole('link', { name: 'Film 1, 1951' });
  expect(poster).toHaveAttribute('href', '/items/demo.1001');
  const picture = poster.querySelector('img');
  expect(picture).toHaveAttribute('src', '/api/items/demo.1001/images/poster?width=360&v=1');
  expect(picture?.getAttribute('srcset')).toContain('width=720&v=1 720w');
  expect(document.title).toBe('Films · Marquee');
});

test('while titles are on their way their places are shown', async () => {
  marquee.hold(libraryRoutes.items);
  renderApp('/libraries/demo.1');
  expect(await screen.findByTestId('poster-grid-skeleton')).toHaveAttribute('aria-busy', 'true');
});

test('fifty thousand titles need few elements and only the pages in sight', async () => {
  holding(films(50_000));
  renderApp('/libraries/demo.1');
  expect(await grid()).toHaveAttribute('data-total', '50000');
  expect(screen.getAllByRole('gridcell').length).toBeLessThan(80);
  expect(marquee.callsOf(libraryRoutes.items)).toHaveLength(1);
});

test('searching asks after a pause and tells how many of all are shown', async () => {
  marquee.answerBy(libraryRoutes.items, ({ query }) =>
    pageOfFilms(query.has('search') ? all.slice(0, 3) : all, query),
  );
  const { user } = renderApp('/libraries/demo.1');
  await grid();
  await user.type(screen.getByRole('textbox', { name: 'Search titles' }), 'lantern');
  expect(await screen.findByText(/3 of 64 films/)).toBeInTheDocument();
  expect(lastQuery()).toMatchObject({ search: 'lantern' });
  expect(marquee.callsOf(libraryRoutes.items)).toHaveLength(2);
  expect(window.location.search).toBe('?search=lantern');
});

test('sort, unwatched and resolution go into the question and into the address', async () => {
  holding(all);
  const { user } = renderApp('/libraries/demo.1');
  await grid();
  await user.click(screen.getByRole('combobox', { name: 'Sort' }));
  await user.click(screen.getByRole('option', { name: 'Best rated' }));
  await user.click(screen.getByRole('button', { name: 'Unwatched' }));
  await user.click(screen.getByRole('button', { name: 'Resolution' }));
  await user.click(screen.getByRole('menuitem', { name: '4K' }));
  await waitFor(() =>
    expect(lastQuery()).toMatchObject({ sort: '-rating', unwatched: 'true', resolution: '4k' }),
  );
  expect(screen.getByRole('button', { name: 'Unwatched' })).toHaveAttribute('aria-pressed', 'true');
  expect(window.location.search).toBe('?sort=-rating&resolution=4k&unwatched=true');
});

test('an address with filters opens with them; nonsense in it is passed over', async () => {
  holding(all);
  renderApp('/libraries/demo.1?genre=Drama&sort=sideways&kind=teapot');
  await grid();
  expect(screen.getByText('Genre: Drama')).toBeInTheDocument();
  expect(lastQuery()).toMatchObject({ genre: 'Drama', sort: 'title' });
  expect(lastQuery()).not.toHaveProperty('kind');
});

test('when nothing fits, the page says what hides everything and takes it away on request', async () => {
  marquee.answerBy(libraryRoutes.items, ({ query }) => pageOfFilms(query.has('unwatched') ? [] : all, query));
  const { user } = renderApp('/libraries/demo.1?unwatched=true');
  expect(await screen.findByText('Unwatched hides all 64 films.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Without “Unwatched”' }));
  expect(await grid()).toHaveAttribute('data-total', '64');
});

test('an empty library says what will appear', async () => {
  holding([]);
  renderApp('/libraries/demo.1');
  expect(await screen.findByRole('heading', { name: 'Nothing in Films yet' })).toBeInTheDocument();
});

test('a failure says what happened and what to do, gives the request id, and can be tried again', async () => {
  marquee.fail(libraryRoutes.items, 'plex.unreachable', 'req-42');
  const { user } = renderApp('/libraries/demo.1');
  const notice = await screen.findByRole('alert');
  expect(notice).toHaveTextContent('The Plex server does not answer');
  expect(notice).toHaveTextContent('Check that Plex is running');
  await user.click(within(notice).getByText('Details'));
  expect(within(notice).getByText(/req-42/)).toBeVisible();
  await user.click(within(notice).getByRole('button', { name: 'Copy the request id' }));
  expect(await navigator.clipboard.readText()).toBe('req-42');

  holding(all);
  await user.click(within(notice).getByRole('button', { name: 'Try again' }));
  expect(await grid()).toHaveAttribute('data-total', '64');
});

test('a library that is not there says so', async () => {
  marquee.answer(libraryRoutes.list, []).fail(libraryRoutes.get, 'library.not-found');
  renderApp('/libraries/demo.9');
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no library with this id');
});

test('a library of several kinds switches between them and drops filters that mean nothing there', async () => {
  const counts = [
    { kind: 'show' as const, count: 8 },
    { kind: 'episode' as const, count: 149 },
    { kind: 'collection' as const, count: 0 },
  ];
  marquee.answer(libraryRoutes.get, aLibrary({ kind: 'show', counts }));
  holding(all);
  const { user } = renderApp('/libraries/demo.1?resolution=4k');
  expect(await screen.findByRole('button', { name: /Series/ })).toHaveAttribute('aria-pressed', 'true');
  expect(screen.queryByRole('button', { name: /Collections/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Episodes/ }));
  await waitFor(() => expect(lastQuery()).toMatchObject({ kind: 'episode' }));
  expect(lastQuery()).not.toHaveProperty('resolution');
});

test('the size slider changes the number of columns, and this browser remembers it', async () => {
  holding(all);
  const { user } = renderApp('/libraries/demo.1');
  const before = Number((await grid()).getAttribute('aria-colcount'));
  act(() => screen.getByRole('slider', { name: 'Poster size' }).focus());
  await user.keyboard('{Home}');
  expect(Number((await grid()).getAttribute('aria-colcount'))).toBeGreaterThan(before);
  expect(window.localStorage.getItem('marquee-settings')).toContain('"posterSize":0');
});
