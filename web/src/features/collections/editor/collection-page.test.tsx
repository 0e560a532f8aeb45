import { type Collection, collectionPreviewRoutes, collectionRoutes } from '@marquee/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { films } from '../../../testing/examples.ts';
import type { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { aCollection, collectionsMarquee, opened } from '../testing/collections-marquee.ts';

jest.mock('../../overlays/yaml/yaml-editor.tsx', () =>
  jest.requireActual('../../overlays/testing/yaml-stand-in.tsx'),
);

const text = '  Drama: # mine\n    plex_search:\n      all:\n        genre: Drama\n    sync_mode: sync\n';
const drama = opened('Drama', { plex_search: { all: { genre: 'Drama' } }, sync_mode: 'sync' }, text);
const preview = collectionPreviewRoutes.preview.examples?.reply;
if (!preview) throw new Error('The preview has no example');

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = collectionsMarquee([aCollection('Drama')])
    .answer(collectionRoutes.read, drama)
    .answerBy(collectionRoutes.write, ({ body }) => ({
      ...drama,
      values: (body as { values: Collection['values'] }).values,
      etag: '"2"',
    }))
    .answer(collectionPreviewRoutes.count, { count: 12 })
    .answer(collectionPreviewRoutes.preview, {
      ...preview,
      total: 3,
      items: films(3),
      builders: [
        { builder: 'plex_search', state: 'asked', count: 3, message: 'Plex finds them' },
        { builder: 'tmdb_popular', state: 'needs', service: 'tmdb', count: null, message: 'Needs TMDb' },
      ],
      collection: { exists: true, size: 2, smart: false },
      added: films(2),
      addedTotal: 2,
      removed: films(1),
      removedTotal: 1,
    });
});
const open = async (query = '') => {
  const app = renderApp(`/collections/${drama.id}${query}`);
  await screen.findByRole('heading', { name: 'Drama', level: 1 });
  return app.user;
};
const saved = () => marquee.callsOf(collectionRoutes.write).map(({ body }) => body);

test('what it finds is counted while one types, and previewed with what changes in Plex', async () => {
  const user = await open();
  expect(await screen.findByText('12 titles found in Plex now')).toBeInTheDocument();
  const pane = await screen.findByTestId('preview');
  expect(await within(pane).findByText('3 titles')).toBeInTheDocument();
  expect(pane).toHaveTextContent('Plex has it with 2 titles today.');
  expect(pane).toHaveTextContent('Needs TMDb');
  expect(within(pane).getAllByRole('link')).toHaveLength(3);
  await user.click(within(pane).getByRole('tab', { name: 'Removed · 1' }));
  expect(within(pane).getByRole('link')).toHaveAccessibleName('Open Film 1 (1951) in a new tab');
  expect(marquee.callsOf(collectionPreviewRoutes.preview)[0]?.body).toMatchObject({
    libraryId: 'demo.1',
    name: 'Drama',
    definition: drama.values,
    fileId: drama.fileId,
  });
});

test('what does not fit into one page of the preview is shown when it is asked for', async () => {
  marquee.answerBy(collectionPreviewRoutes.preview, ({ body }) => {
    const next = (body as { cursor?: string }).cursor;
    return {
      ...preview,
      total: 4,
      items: films(4).slice(next ? 2 : 0, next ? 4 : 2),
      nextCursor: next ? null : 'b2',
    };
  });
  const user = await open();
  const pane = await screen.findByTestId('preview');
  await user.click(await within(pane).findByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(within(pane).getAllByRole('link')).toHaveLength(4));
  expect(within(pane).queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
});

test('a condition is added with a value that Plex lists, and saved with the version it was read in', async () => {
  const user = await open();
  const group = screen.getByRole('group', { name: 'all of these are true' });
  await user.click(within(group).getByRole('combobox', { name: 'Add a condition' }));
  await user.type(within(group).getByRole('combobox', { name: 'Add a condition' }), 'country');
  await user.click(await screen.findByRole('option', { name: /^country/ }));
  const value = within(group).getByRole('combobox', { name: 'Value of country' });
  await user.type(value, 'dra');
  await user.click(await screen.findByRole('option', { name: 'Drama' }));
  await user.click(screen.getByRole('combobox', { name: 'How country is compared' }));
  await user.click(await screen.findByRole('option', { name: 'is not' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved. Kometa makes it so at its next run.')).toBeInTheDocument();
  expect(saved()).toEqual([
    {
      values: {
        plex_search: { all: { genre: 'Drama', 'country.not': 'Drama' } },
        sync_mode: 'sync',
      },
    },
  ]);
  expect(marquee.callsOf(collectionRoutes.write)[0]?.headers.get('If-Match')).toBe('"1"');
  expect(marquee.callsOf(collectionPreviewRoutes.values).at(-1)?.query.get('attribute')).toBe('country');
});

test('groups, and what must be true in them', async () => {
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Any' }));
  await user.click(screen.getByRole('button', { name: 'Add a group inside' }));
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(saved()).toHaveLength(1));
  expect(saved()[0]).toMatchObject({ values: { plex_search: { any: { genre: 'Drama', all: {} } } } });
});

test('what Kometa would stumble over stands at its key and above the form', async () => {
  marquee.answer(collectionRoutes.read, {
    ...drama,
    values: { sonarr_all: true, sync_mod: 'sync' },
  });
  const user = await open();
  const summary = await screen.findByTestId('draft-problems');
  expect(summary).toHaveTextContent('Kometa would stumble over 2 things');
  expect(summary).toHaveTextContent('sonarr_all');
  await user.click(screen.getByRole('button', { name: 'Write sync_mode' }));
  await waitFor(() => expect(summary).toHaveTextContent('one thing'));
});

test('the text shows what will be written, comments and all', async () => {
  const user = await open('?view=yaml');
  expect(await lines()).toHaveValue(text);
  await user.click(screen.getByRole('switch', { name: 'Switched on' }));
  const changes = await screen.findByRole('region', { name: 'What changes' });
  expect(changes).toHaveTextContent('run_definition: false');
});

const lines = () => screen.findByRole('textbox', { name: 'Text of the collection' });
const type = async (typed: string) => fireEvent.change(await lines(), { target: { value: typed } });
const savedLines = () => marquee.callsOf(collectionRoutes.writeText).map(({ body }) => body);

test('lines are typed and saved as they stand, and the form follows them', async () => {
  const mine = text.replace('# mine', '# ours').replace('sync\n', 'append # rather\n');
  marquee.answer(collectionRoutes.writeText, { ...drama, text: mine, etag: '"2"' });
  const user = await open('?view=yaml');
  await type(mine);
  expect(await screen.findByRole('region', { name: 'What changes' })).toHaveTextContent('append # rather');
  await user.click(screen.getByRole('tab', { name: 'Form' }));
  expect(await screen.findByRole('combobox', { name: 'sync_mode' })).toHaveTextContent('append');
  // A change in the form goes into the lines that were typed.
  await user.click(screen.getByRole('switch', { name: 'Switched on' }));
  await user.click(screen.getByRole('tab', { name: 'YAML' }));
  const both = `${mine}    run_definition: false\n`;
  await waitFor(async () => expect(await lines()).toHaveValue(both));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved. Kometa makes it so at its next run.')).toBeInTheDocument();
  expect(savedLines()).toEqual([{ text: both }]);
  expect(marquee.callsOf(collectionRoutes.writeText)[0]?.headers.get('If-Match')).toBe('"1"');
  expect(saved()).toEqual([]);
});

test('what is wrong in the lines is told with its line, and mended there', async () => {
  const user = await open('?view=yaml');
  await type(text.replace('sync_mode', 'sync_mod'));
  const problems = await screen.findByTestId('line-problems');
  expect(problems).toHaveTextContent('sync_mod');
  await user.click(within(problems).getByRole('button', { name: 'Line 5' }));
  expect(screen.getByTestId('yaml')).toHaveTextContent('line 5');
  await user.click(within(problems).getByRole('button', { name: 'Write sync_mode' }));
  expect(await lines()).toHaveValue(text);
  expect(screen.queryByTestId('save-bar')).not.toBeInTheDocument();
});

test('lines that cannot be read have no form, are refused with the reason, and can be discarded', async () => {
  marquee.fail(collectionRoutes.writeText, 'config.lines-refused');
  const user = await open('?view=yaml');
  await type('  Drama:\n    limit: [1\n');
  await user.click(screen.getByRole('tab', { name: 'Form' }));
  expect(await screen.findByText(/there is no form of it/)).toBeInTheDocument();
  expect(screen.getByRole('switch', { name: 'Switched on' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('These lines cannot stand in the file');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(await screen.findByRole('combobox', { name: 'sync_mode' })).toBeInTheDocument();
});

test('somebody else saved before the lines: theirs is put into them', async () => {
  marquee.fail(collectionRoutes.writeText, 'request.precondition-failed');
  const user = await open('?view=yaml');
  await type(text.replace('# mine', '# ours'));
  marquee.answer(collectionRoutes.read, {
    ...drama,
    values: { ...drama.values, limit: 5 },
    text: `${text}    limit: 5\n`,
    etag: '"9"',
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: 'Somebody else changed this collection' });
  await user.click(await within(dialog).findByRole('button', { name: 'Go on with both' }));
  marquee.answer(collectionRoutes.writeText, drama);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved. Kometa makes it so at its next run.');
  const both = `${text.replace('# mine', '# ours')}    limit: 5\n`;
  expect(savedLines().at(-1)).toEqual({ text: both });
  expect(marquee.callsOf(collectionRoutes.writeText).at(-1)?.headers.get('If-Match')).toBe('"9"');
});

test('somebody else saved first: both are kept, and saved on top of theirs', async () => {
  marquee.fail(collectionRoutes.write, 'request.precondition-failed');
  const user = await open();
  await user.click(screen.getByRole('switch', { name: 'Switched on' }));
  marquee.answer(collectionRoutes.read, {
    ...drama,
    values: { ...drama.values, sync_mode: 'append' },
    text: text.replace('sync\n', 'append\n'),
    etag: '"9"',
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: 'Somebody else changed this collection' });
  expect(await within(dialog).findByText('You changed different keys: both are in it.')).toBeInTheDocument();
  marquee.answer(collectionRoutes.write, drama);
  await user.click(within(dialog).getByRole('button', { name: 'Go on with both' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved. Kometa makes it so at its next run.');
  expect(marquee.callsOf(collectionRoutes.write).at(-1)?.headers.get('If-Match')).toBe('"9"');
  expect(saved().at(-1)).toMatchObject({ values: { sync_mode: 'append', run_definition: false } });
});

test('somebody else left lines that cannot be read: it is said instead of shown', async () => {
  marquee.fail(collectionRoutes.write, 'request.precondition-failed');
  const user = await open();
  await user.click(screen.getByRole('switch', { name: 'Switched on' }));
  marquee.answer(collectionRoutes.read, {
    ...drama,
    text: `${text}    limit: 5\n    limit: 6\n`,
    etag: '"9"',
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: 'Somebody else changed this collection' });
  expect(await within(dialog).findByText(/^Their lines have a fault/)).toBeInTheDocument();
});

test('one who leaves is asked first, and one who deletes can take it back', async () => {
  const versionId = '3f786850e387550fdab836ed7e6dc881de23001b';
  marquee.answer(collectionRoutes.remove, { versionId });
  const user = await open();
  await user.click(screen.getByRole('switch', { name: 'Switched on' }));
  await user.click(screen.getAllByRole('link', { name: 'Collections' })[0] as HTMLElement);
  await user.click(await screen.findByRole('button', { name: 'Stay here' }));
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  const dialog = screen.getByRole('dialog', { name: 'Delete Drama?' });
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('Drama is deleted')).toBeInTheDocument();
  expect(window.location.pathname).toBe('/collections');
  expect(screen.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
});

test('a block of dynamic collections tells which ones it would make, and what Plex has of them', async () => {
  const values = { type: 'genre', addons: { Drama: ['War'] } };
  marquee.answer(collectionRoutes.read, { ...drama, section: 'dynamic_collections', values });
  marquee.answer(collectionPreviewRoutes.dynamic, {
    ...{ state: 'asked', message: 'Plex lists them', notes: ['“Top Crime movies” is there already'] },
    total: 2,
    collections: [
      {
        ...{ title: 'Top Drama movies', key: 'Drama', with: ['War'], state: 'asked', count: 50 },
        ...{ message: 'Plex finds them', made: true, present: { size: 48, smart: true } },
      },
      {
        ...{ title: 'Top Sports movies', key: 'Sports', with: [], state: 'needs', count: null },
        ...{ message: 'tmdb_popular needs TMDb', made: true, present: null },
      },
    ],
  });
  await open();
  const pane = await screen.findByTestId('preview');
  expect(await within(pane).findByText('2 collections')).toBeInTheDocument();
  expect(pane).toHaveTextContent('Plex has 1 of them today.');
  expect(pane).toHaveTextContent('“Top Crime movies” is there already');
  const rows = within(within(pane).getByRole('list', { name: 'Collections that it would make' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(rows).toEqual([
    'Top Drama movies50 titles48 titles in Plex today · with War',
    'Top Sports moviesnot countednot in Plex yet · tmdb_popular needs TMDb',
  ]);
  expect(marquee.callsOf(collectionPreviewRoutes.dynamic)[0]?.body).toEqual({
    ...{ libraryId: 'demo.1', name: 'Drama', definition: values, fileId: drama.fileId },
  });
});

test('a type that another service knows says which', async () => {
  marquee.answer(collectionRoutes.read, { ...drama, section: 'dynamic_collections', values: { type: 'x' } });
  marquee.answer(collectionPreviewRoutes.dynamic, {
    ...{ state: 'needs', service: 'tmdb', message: 'tmdb_collection needs TMDb; not asked here' },
    ...{ total: 0, collections: [], notes: [] },
  });
  await open();
  const pane = await screen.findByTestId('preview');
  expect(await within(pane).findByText('Not everything can be told here')).toBeInTheDocument();
  expect(pane).toHaveTextContent('tmdb_collection needs TMDb; not asked here');
});

test('a collection that is not there any more says so', async () => {
  marquee.fail(collectionRoutes.read, 'config.definition-not-found');
  renderApp(`/collections/${drama.id}`);
  expect(await screen.findByRole('alert')).toBeInTheDocument();
});
