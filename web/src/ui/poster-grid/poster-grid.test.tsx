import { libraryRoutes, systemRoutes } from '@marquee/contracts';
import { act, screen, waitFor } from '@testing-library/react';
import { aLibrary, films, pageOfFilms } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

const all = films(1400);
let marquee: FakeMarquee;

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(libraryRoutes.list, [aLibrary()])
    .answer(libraryRoutes.get, aLibrary())
    .answerBy(libraryRoutes.items, ({ query }) => pageOfFilms(all, query));
});

async function entered() {
  const app = renderApp('/libraries/demo.1');
  const first = await screen.findByRole('link', { name: /^Film 1,/ });
  act(() => first.focus());
  return app;
}
const focusedIndex = () => document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index;

test('one poster is a stop for Tab; arrows move it', async () => {
  const { user } = await entered();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}{ArrowLeft}');
  const columns = Number(screen.getByRole('grid').getAttribute('aria-colcount'));
  expect(focusedIndex()).toBe(String(columns + 1));
  expect(document.querySelectorAll('[role="gridcell"] > [tabindex="0"]')).toHaveLength(1);
});

test('j enters the grid from anywhere and walks on, but is a letter in a field', async () => {
  const { user } = await entered();
  act(() => screen.getByRole('main').focus());
  await user.keyboard('jj');
  expect(focusedIndex()).toBe('1');
  await user.type(screen.getByRole('textbox', { name: 'Search titles' }), 'j');
  expect(screen.getByRole('textbox', { name: 'Search titles' })).toHaveFocus();
});

test('a jump to the very end holds its place, tells how far it has loaded, and arrives', async () => {
  const { user } = await entered();
  await user.keyboard('{Control>}{End}{/Control}');
  expect(focusedIndex()).toBe('1399');
  expect(document.activeElement).toHaveAccessibleName('Loading');
  await screen.findByText(/^Loading [\d ]+ of 1 400$/);
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Film 1400,/));
  expect(marquee.callsOf(libraryRoutes.items)).toHaveLength(4);
});

test('when a page on the way fails, what is there stays and the rest can be asked again', async () => {
  const { user } = await entered();
  marquee.fail(libraryRoutes.items, 'plex.unreachable');
  await user.keyboard('{Control>}{End}{/Control}');
  await screen.findByText('The rest could not be loaded.');
  marquee.answerBy(libraryRoutes.items, ({ query }) => pageOfFilms(all, query));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() =>
    expect(document.querySelector('[data-index="1399"]')?.textContent).toMatch(/^Film 1400,/),
  );
});
