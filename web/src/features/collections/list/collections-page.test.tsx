import { collectionRoutes, configVersionRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aSession } from '../../../testing/examples.ts';
import type { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { aCollection, collectionsMarquee, otherFile } from '../testing/collections-marquee.ts';

const charts = aCollection('Charts', {
  builders: ['imdb_chart'],
  needs: ['imdb'],
  problems: { errors: 2, warnings: 1 },
});
const quiet = aCollection('Quiet', { enabled: false, templates: ['decade'], builders: [] });
const drama = aCollection('Drama', { visible: { library: true, home: true, shared: null } });
let marquee: FakeMarquee;
beforeEach(() => {
  marquee = collectionsMarquee([charts, quiet, drama]);
});
const names = () => screen.getAllByTestId('collection').map(({ textContent }) => textContent);
const outcome = { version: collectionRoutes.bulk.examples?.reply?.version ?? null, changed: 2, refused: [] };

test('each card says what makes the collection, what it asks, where it is shown and what is wrong', async () => {
  renderApp('/collections');
  const cards = await screen.findAllByTestId('collection-card');
  expect(names()).toEqual(['Charts', 'Drama', 'Quiet']);
  expect(cards[0]).toHaveTextContent('imdb_chart');
  expect(cards[0]).toHaveTextContent('asks IMDb');
  expect(
    within(cards[0] as HTMLElement).getByRole('img', { name: '2 errors, 1 warning' }),
  ).toBeInTheDocument();
  expect(within(cards[1] as HTMLElement).getByTitle('On your home page')).toBeInTheDocument();
  expect(cards[2]).toHaveTextContent('template decade');
  expect(cards[2]).toHaveTextContent('Off');
  expect(screen.getByRole('link', { name: 'Charts' })).toHaveAttribute('href', `/collections/${charts.id}`);
});

test('five thousand are a list of which only what is on the screen is drawn', async () => {
  collectionsMarquee(Array.from({ length: 5000 }, (_, place) => aCollection(`No ${place + 1}`)));
  renderApp('/collections');
  expect(await screen.findByTestId('collection-list')).toHaveAttribute('data-total', '5000');
  expect(names()).toContain('No 1');
  expect(names().length).toBeLessThan(80);
});

test('search and filters narrow the list, stand in the address, and say how much they hide', async () => {
  const { user } = renderApp('/collections?problems=true');
  await screen.findByText('1 of 3');
  expect(names()).toEqual(['Charts']);
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(names()).toHaveLength(3);
  await user.type(screen.getByRole('textbox', { name: 'Search collections' }), 'decade');
  await screen.findByText('1 of 3');
  expect(names()).toEqual(['Quiet']);
  expect(window.location.search).toBe('?search=decade');
  await user.type(screen.getByRole('textbox', { name: 'Search collections' }), 'xyz');
  expect(await screen.findByText('The search and the filters hide 3 collections.')).toBeInTheDocument();
});

test('the table is sorted by its heads', async () => {
  const { user } = renderApp('/collections?look=table');
  await screen.findAllByTestId('collection');
  await user.click(screen.getByRole('button', { name: 'Collection' }));
  expect(names()).toEqual(['Quiet', 'Drama', 'Charts']);
  await user.click(screen.getByRole('button', { name: 'Problems' }));
  expect(names()[0]).toBe('Charts');
  expect(window.location.search).toBe('?sort=problems&look=table');
});

test('what is chosen is switched off together, and that is taken back', async () => {
  marquee.answer(collectionRoutes.bulk, outcome).answer(configVersionRoutes.undo);
  const { user } = renderApp('/collections');
  await user.click(await screen.findByRole('checkbox', { name: 'Choose Charts' }));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByRole('checkbox', { name: 'Choose Drama' }));
  await user.keyboard('{/Shift}');
  const bar = screen.getByRole('toolbar', { name: 'Change the chosen collections' });
  expect(bar).toHaveTextContent('2 chosen');
  await user.click(within(bar).getByRole('button', { name: 'Switch off' }));
  expect(await screen.findByText('2 collections switched off')).toBeInTheDocument();
  expect(marquee.callsOf(collectionRoutes.bulk)[0]?.body).toEqual({
    ids: [charts.id, drama.id],
    action: { kind: 'disable' },
  });
  expect(screen.queryByTestId('bulk-bar')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Taken back. The files are as they were.')).toBeInTheDocument();
  expect(marquee.callsOf(configVersionRoutes.undo)[0]?.params.versionId).toBe(outcome.version?.id);
});

test('they are moved to another file; what was left is told with its reason', async () => {
  marquee.answer(collectionRoutes.bulk, {
    ...outcome,
    changed: 1,
    refused: [{ id: quiet.id, name: 'Quiet', message: 'Its text is used elsewhere' }],
  });
  const { user } = renderApp('/collections');
  await screen.findAllByTestId('collection');
  for (const name of ['Charts', 'Quiet']) {
    await user.click(screen.getByRole('checkbox', { name: `Choose ${name}` }));
  }
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  await user.click(screen.getByRole('menuitem', { name: 'Move to a file…' }));
  await user.click(
    within(screen.getByRole('dialog', { name: 'Move 2 collections' })).getByRole('button', { name: 'Move' }),
  );
  const dialog = await screen.findByRole('dialog', { name: '1 collection was left as it is' });
  expect(dialog).toHaveTextContent('Its text is used elsewhere');
  expect(marquee.callsOf(collectionRoutes.bulk)[0]?.body).toMatchObject({
    action: { kind: 'move', fileId: otherFile.fileId },
  });
});

test('a schedule is explained before it is set, and what Kometa does not understand is not sent', async () => {
  marquee.answer(collectionRoutes.bulk, outcome);
  const { user } = renderApp('/collections');
  await user.click(await screen.findByRole('checkbox', { name: 'Choose Drama' }));
  await user.click(screen.getByRole('button', { name: 'Schedule…' }));
  const dialog = screen.getByRole('dialog', { name: 'When 1 collection runs' });
  const field = within(dialog).getByRole('textbox', { name: 'Schedule' });
  await user.type(field, 'weekly(someday)');
  expect(within(dialog).getByRole('button', { name: 'Set schedule' })).toBeDisabled();
  await user.clear(field);
  await user.type(field, 'weekly(sunday)');
  expect(dialog).toHaveTextContent(/Runs on Sundays\. Next: \d{4}-/);
  await user.click(within(dialog).getByRole('button', { name: 'Set schedule' }));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(marquee.callsOf(collectionRoutes.bulk)[0]?.body).toMatchObject({
    action: { kind: 'set', path: ['schedule'], value: 'weekly(sunday)' },
  });
});

test('variables are written one a line', async () => {
  marquee.answer(collectionRoutes.bulk, outcome);
  const { user } = renderApp('/collections');
  await user.click(await screen.findByRole('checkbox', { name: 'Choose Quiet' }));
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  await user.click(screen.getByRole('menuitem', { name: 'Template variables…' }));
  const dialog = screen.getByRole('dialog', { name: 'Template variables of 1 collection' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Variables' }), 'limit: 50{Enter}name: A b');
  await user.click(within(dialog).getByRole('button', { name: 'Set variables' }));
  await waitFor(() => expect(marquee.callsOf(collectionRoutes.bulk)).toHaveLength(1));
  expect(marquee.callsOf(collectionRoutes.bulk)[0]?.body).toMatchObject({
    action: { kind: 'set-variables', variables: { limit: 50, name: 'A b' } },
  });
});

test('without collections: what they are, and the way to the first', async () => {
  collectionsMarquee([]);
  renderApp('/collections');
  expect(await screen.findByRole('heading', { name: 'No collections yet' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'New collection' })).toHaveAttribute('href', '/collections/new');
});

test('a viewer sees them and is offered nothing that is not theirs', async () => {
  renderApp('/collections', aSession({ role: 'viewer' }));
  expect(await screen.findAllByTestId('collection')).toHaveLength(3);
  expect(screen.queryByRole('link', { name: 'Charts' })).not.toBeInTheDocument();
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'New collection' })).not.toBeInTheDocument();
});

test('a list that cannot be had says why and can be asked for again', async () => {
  marquee.fail(collectionRoutes.list, 'config.folder-missing');
  renderApp('/collections');
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
});
