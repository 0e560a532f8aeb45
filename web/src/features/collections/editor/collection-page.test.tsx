import { type Collection, collectionPreviewRoutes, collectionRoutes } from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { films } from '../../../testing/examples.ts';
import type { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { aCollection, collectionsMarquee, opened } from '../testing/collections-marquee.ts';

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
  expect(screen.getByRole('region', { name: 'Text of the collection' })).toHaveTextContent('Drama: # mine');
  await user.click(screen.getByRole('switch', { name: 'Switched on' }));
  const changes = await screen.findByRole('region', { name: 'What changes' });
  expect(changes).toHaveTextContent('run_definition: false');
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

test('a collection that is not there any more says so', async () => {
  marquee.fail(collectionRoutes.read, 'config.definition-not-found');
  renderApp(`/collections/${drama.id}`);
  expect(await screen.findByRole('alert')).toBeInTheDocument();
});
