import { libraryRoutes, systemRoutes } from '@marquee/contracts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { aFilm, aLibrary, films, pageOfFilms } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;
const sorts = () => marquee.callsOf(libraryRoutes.items).map(({ query }) => query.get('sort'));

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(libraryRoutes.list, [aLibrary()])
    .answer(libraryRoutes.get, aLibrary())
    .answerBy(libraryRoutes.items, ({ query }) => pageOfFilms(films(50_000), query));
});

async function listed() {
  const app = renderApp('/libraries/demo.1');
  await app.user.click(await screen.findByRole('button', { name: 'List' }));
  return { ...app, table: await screen.findByTestId('item-table') };
}

test('fifty thousand titles are a list of which only the lines on the screen are drawn', async () => {
  const { table } = await listed();
  expect(table).toHaveAttribute('aria-rowcount', '50001');
  expect(within(table).getAllByRole('row').length).toBeLessThan(40);
  const [, first] = within(table).getAllByRole('row');
  expect(first).toHaveTextContent('Film 1');
  expect(first).toHaveTextContent('1951');
  expect(first).toHaveTextContent('8.1');
  expect(first).toHaveTextContent('4K');
});

test('what is not known is a dash', async () => {
  marquee.answerBy(libraryRoutes.items, ({ query }) =>
    pageOfFilms([aFilm(1, { year: null, audienceRating: null, resolution: null, addedAt: null })], query),
  );
  const { table } = await listed();
  expect(within(table).getAllByText('–').length).toBeGreaterThanOrEqual(4);
});

test('a heading sorts, says which way, and turns round', async () => {
  const { user, table } = await listed();
  const header = (name: string) =>
    within(screen.getByTestId('item-table')).getByRole('columnheader', { name });
  expect(header('Title')).toHaveAttribute('aria-sort', 'ascending');
  await user.click(within(table).getByRole('button', { name: 'Year' }));
  await waitFor(() => expect(header('Year')).toHaveAttribute('aria-sort', 'descending'));
  await user.click(within(header('Year')).getByRole('button'));
  await waitFor(() => expect(header('Year')).toHaveAttribute('aria-sort', 'ascending'));
  expect(sorts()).toEqual(expect.arrayContaining(['title', '-year', 'year']));
});

test('the list is walked by keyboard and remembered for the next library', async () => {
  const { user, table } = await listed();
  act(() => within(table).getByRole('link', { name: 'Film 1' }).focus());
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(within(table).getByRole('link', { name: 'Film 3' })).toHaveFocus();
  expect(window.localStorage.getItem('marquee-settings')).toContain('"libraryLook":"list"');
});

test('a genre or a label can be written down as a filter', async () => {
  const { user } = renderApp('/libraries/demo.1');
  await user.click(await screen.findByRole('button', { name: 'Genre' }));
  const dialog = await screen.findByRole('dialog', { name: 'Genre' });
  await user.type(within(dialog).getByLabelText('Genre'), 'Drama{Enter}');
  await waitFor(() => expect(window.location.search).toBe('?genre=Drama'));
  expect(marquee.callsOf(libraryRoutes.items).at(-1)?.query.get('genre')).toBe('Drama');
});
