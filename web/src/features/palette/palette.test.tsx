import { libraryRoutes, signInRoutes, systemRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aFilm, aLibrary, aSession, pageOfFilms } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

let marquee: FakeMarquee;

beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(libraryRoutes.servers, [])
    .answer(libraryRoutes.list, [aLibrary()])
    .answer(libraryRoutes.item)
    .answerBy(libraryRoutes.items, ({ query }) =>
      pageOfFilms([aFilm(1, { title: 'The Lantern Keeper' })], query),
    );
});

async function opened(session = aSession()) {
  const app = renderApp('/libraries', session);
  await screen.findByTestId('library-card');
  await app.user.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Find or do anything' });
  const field = within(dialog).getByRole('combobox');
  const chosen = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
  return { ...app, dialog, field, chosen };
}

test('a page is found by a few of its letters and gone to with Enter', async () => {
  const { user, chosen } = await opened();
  await user.keyboard('syst');
  expect(chosen()).toHaveTextContent('System');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(window.location.pathname).toBe('/system'));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('arrows walk the list round and the chosen line is told to the field', async () => {
  const { user, chosen, dialog } = await opened();
  const all = within(dialog).getAllByRole('option');
  expect(chosen()).toBe(all[0]);
  await user.keyboard('{ArrowUp}');
  expect(chosen()).toBe(all.at(-1));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toBe(all[1]);
  expect(all[1]).toHaveAttribute('aria-selected', 'true');
});

test('the slash opens it where a page has no search of its own, and is a letter while somebody writes', async () => {
  const { user } = renderApp('/libraries');
  await screen.findByTestId('library-card');
  await user.keyboard('/');
  const field = await screen.findByRole('combobox', { name: 'Find or do anything' });
  await user.keyboard('a/b');
  expect(field).toHaveValue('a/b');
});

test('in a library the slash goes to the search of its titles', async () => {
  marquee.answer(libraryRoutes.get, aLibrary());
  const { user } = renderApp('/libraries/demo.1');
  const field = await screen.findByRole('textbox', { name: 'Search titles' });
  await user.keyboard('/');
  expect(field).toHaveFocus();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('titles are searched in every library and opened', async () => {
  const { user, dialog } = await opened();
  await user.keyboard('lantern');
  await user.click(await within(dialog).findByRole('option', { name: /The Lantern Keeper/ }));
  await waitFor(() => expect(window.location.pathname).toBe('/items/demo.1001'));
  expect(marquee.callsOf(libraryRoutes.items).map(({ query }) => query.get('search'))).toContain('lantern');
});

test('what was chosen lately comes first next time', async () => {
  const { user } = await opened();
  await user.keyboard('system{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await user.keyboard('{Control>}k{/Control}');
  const [first] = within(await screen.findByRole('dialog')).getAllByRole('option');
  expect(first).toHaveTextContent('System');
  expect(screen.getByText('Recent')).toBeInTheDocument();
});

test('nobody is offered what they may not do', async () => {
  const { dialog } = await opened(aSession({ role: 'viewer' }));
  const offered = within(dialog)
    .getAllByRole('option')
    .map((option) => option.textContent);
  expect(offered).not.toContain('Settings');
  expect(offered).not.toContain('Prepare posters of Films');
  expect(offered).toContain('Sign out');
});

test('an editor prepares posters from anywhere', async () => {
  marquee.answer(libraryRoutes.get, aLibrary()).answer(libraryRoutes.prepare);
  const { user } = await opened();
  await user.keyboard('prep{Enter}');
  await waitFor(() => expect(marquee.callsOf(libraryRoutes.prepare)).toHaveLength(1));
});

test('signing out is an action like any other', async () => {
  marquee.answer(signInRoutes.signOut);
  const { user } = await opened();
  await user.keyboard('sign out{Enter}');
  await waitFor(() => expect(marquee.callsOf(signInRoutes.signOut)).toHaveLength(1));
});

test('when nothing fits it says so', async () => {
  marquee.answer(libraryRoutes.items, { entries: [], total: 0, nextCursor: null });
  const { user } = await opened();
  await user.keyboard('zzqx');
  expect(await screen.findByText(/Nothing fits “zzqx”/)).toBeInTheDocument();
});
