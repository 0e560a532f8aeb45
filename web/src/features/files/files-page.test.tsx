import {
  type ConfigFile,
  type ConfigFileContent,
  configBranchRoutes,
  configProblemRoutes,
  configRoutes,
  configVersionRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aSession } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

jest.mock('./editor/load-desk.ts', () => jest.requireActual('./testing/desk-stand-in.ts'));

const id = (name: string) => name.padEnd(22, '0').slice(0, 22);
const file = (path: string, kind: ConfigFile['kind'] = 'yaml'): ConfigFile => ({
  id: id(path.replaceAll(/\W/g, '')),
  path,
  kind,
  editable: kind === 'yaml',
  sizeBytes: 2048,
  modifiedAt: '2026-11-21T05:00:00.000Z',
});
const config = file('config.yml');
const films = file('overlays/films.yml');
const poster = file('assets/poster.png', 'image');
const content = (of: ConfigFile, text: string, etag = '"1"'): ConfigFileContent => ({
  ...of,
  content: text,
  etag,
});

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(configBranchRoutes.list, [])
    .answer(configRoutes.list, [config, films, poster])
    .answerBy(configRoutes.read, ({ params }) =>
      params.fileId === config.id ? content(config, 'libraries:\n') : content(films, 'overlays:\n'),
    )
    .answer(configRoutes.draft, null)
    .answer(configRoutes.dropDraft, null)
    .answerBy(configRoutes.saveDraft, ({ params, body }) => ({
      fileId: params.fileId ?? '',
      savedAt: config.modifiedAt,
      ...(body as { text: string; baseEtag: string }),
    }))
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});
const open = async (name: string) => {
  const { user } = renderApp('/files');
  await user.click(await screen.findByRole('treeitem', { name }));
  return user;
};
const text = (path: string) => screen.findByRole('textbox', { name: `Text of ${path}` });
/** Typing as a whole: what the desk does with keys is its own. */
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

test('the folder is a tree; a file is opened, changed, saved with the version it was read in', async () => {
  marquee.answerBy(configRoutes.write, () => content(config, 'libraries:\n  Films:\n', '"2"'));
  const user = await open('config.yml');
  const field = await text('config.yml');
  expect(field).toHaveValue('libraries:\n');
  expect(screen.getByRole('button', { name: 'Saved' })).toBeDisabled();
  type(field, 'libraries:\n  Films:\n');
  expect(
    within(screen.getByRole('treeitem', { name: /config.yml/ })).getByRole('img', { name: 'unsaved' }),
  ).toBeVisible();
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByRole('button', { name: 'Saved' });
  const [call] = marquee.callsOf(configRoutes.write);
  expect(call?.headers.get('If-Match')).toBe('"1"');
  expect(call?.body).toMatchObject({ content: 'libraries:\n  Films:\n' });
});

test('what somebody else saved meanwhile is brought together, and saved over the version that was looked at', async () => {
  marquee.fail(configRoutes.write, 'request.precondition-failed').answer(configProblemRoutes.merge, {
    ...{ text: 'merged: yes\n', theirs: 'theirs: yes\n', etag: '"7"' },
    conflicts: [{ line: 1, lines: 1, mine: 'a', base: 'b', theirs: 'c' }],
  });
  const user = await open('config.yml');
  type(await text('config.yml'), 'mine: yes\n');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: 'Somebody else changed this file' });
  expect(within(dialog).getByText(/at line 1\. Your lines stand there/)).toBeVisible();
  expect(within(dialog).getByRole('textbox', { name: 'As it is now' })).toHaveValue('theirs: yes\n');
  expect(marquee.callsOf(configProblemRoutes.merge)[0]?.body).toEqual({
    mine: 'mine: yes\n',
    base: 'libraries:\n',
  });
  marquee.answerBy(configRoutes.write, () => content(config, 'merged: yes\n', '"8"'));
  await user.click(within(dialog).getByRole('button', { name: 'Save this' }));
  await screen.findByRole('button', { name: 'Saved' });
  const call = marquee.callsOf(configRoutes.write).at(-1);
  expect(call?.headers.get('If-Match')).toBe('"7"');
  expect(call?.body).toMatchObject({ content: 'merged: yes\n' });
  expect(await text('config.yml')).toHaveValue('merged: yes\n');
});

test('unsaved changes are asked for before a file is closed, and can be discarded', async () => {
  const user = await open('config.yml');
  const field = await text('config.yml');
  type(field, 'other: 1\n');
  await user.click(screen.getByRole('button', { name: 'Close config.yml' }));
  const closing = screen.getByRole('dialog', { name: 'Close without saving?' });
  await user.click(within(closing).getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Discard changes' }));
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(field).toHaveValue('libraries:\n');
  await user.click(screen.getByRole('button', { name: 'Close config.yml' }));
  expect(await screen.findByText('Choose a file')).toBeVisible();
});

test('a draft of an earlier visit is back, and is saved over what it began with', async () => {
  const draft = { fileId: config.id, text: 'draft: 1\n', baseEtag: '"0"', savedAt: config.modifiedAt };
  marquee
    .answer(configRoutes.draft, draft)
    .answerBy(configRoutes.write, () => content(config, 'draft: 1\n', '"2"'));
  const user = await open('config.yml');
  expect(await text('config.yml')).toHaveValue('draft: 1\n');
  expect(screen.getByText(/The file has changed since/)).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  await waitFor(() => expect(marquee.callsOf(configRoutes.write)[0]?.headers.get('If-Match')).toBe('"0"'));
});

test('a version is restored with the version of the file that was read', async () => {
  marquee
    .answer(configVersionRoutes.versions)
    .answer(configVersionRoutes.text)
    .answerBy(configVersionRoutes.restoreFile, () => ({
      file: content(config, 'old: 1\n', '"3"'),
      missingSecrets: [],
    }));
  const user = await open('config.yml');
  const field = await text('config.yml');
  await user.click(screen.getByRole('button', { name: 'More for this file' }));
  await user.click(screen.getByRole('menuitem', { name: 'Versions' }));
  const restore = await screen.findByRole('button', { name: 'Restore this version' });
  await waitFor(() => expect(restore).toBeEnabled());
  await user.click(restore);
  await waitFor(() => expect(field).toHaveValue('old: 1\n'));
  expect(marquee.callsOf(configVersionRoutes.restoreFile)[0]?.headers.get('If-Match')).toBe('"1"');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the tree is walked by keys and narrowed by its search', async () => {
  const { user } = renderApp('/files');
  const folder = await screen.findByRole('treeitem', { name: 'overlays' });
  folder.focus();
  await user.keyboard('{ArrowLeft}');
  expect(screen.queryByRole('treeitem', { name: 'films.yml' })).toBeNull();
  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect(screen.getByRole('treeitem', { name: 'films.yml' })).toHaveFocus();
  await user.type(screen.getByRole('textbox', { name: 'Find a file' }), 'post');
  expect(await screen.findByRole('treeitem', { name: 'poster.png' })).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('treeitem', { name: 'config.yml' })).toBeNull());
});

test('a picture is told to be one', async () => {
  const user = await open('assets');
  await user.click(screen.getByRole('treeitem', { name: 'poster.png' }));
  expect(await screen.findByText('This is a picture')).toBeVisible();
  expect(marquee.callsOf(configRoutes.draft)).toHaveLength(0);
});

test('viewers see which files there are, and why they cannot open them', async () => {
  const { user } = renderApp('/files', aSession({ role: 'viewer' }));
  await user.click(await screen.findByRole('treeitem', { name: 'config.yml' }));
  expect(await screen.findByText('This file is for editors')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'New file' })).toBeNull();
  expect(marquee.callsOf(configRoutes.read)).toHaveLength(0);
});

test('an empty folder offers to make config.yml, which then opens', async () => {
  marquee.answer(configRoutes.list, []);
  const { user } = renderApp('/files');
  await user.click(await screen.findByRole('button', { name: 'Make config.yml' }));
  marquee
    .answerBy(configRoutes.create, () => content(config, 'libraries:\n'))
    .answer(configRoutes.list, [config]);
  await user.click(screen.getByRole('button', { name: 'Make the file' }));
  expect(await text('config.yml')).toHaveValue('libraries:\n');
  expect(marquee.callsOf(configRoutes.create)[0]?.body).toMatchObject({ path: 'config.yml' });
});

test('a folder that is not there is told, and asked for again', async () => {
  marquee.fail(configRoutes.list, 'config.folder-missing');
  const { user } = renderApp('/files');
  await screen.findByRole('alert');
  marquee.answer(configRoutes.list, [config]);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('treeitem', { name: 'config.yml' })).toBeVisible();
});

test('what has a page of its own leads there', async () => {
  const [drawn, shelves] = [file('drawn.yml'), file('shelves.yml')];
  marquee.answer(configRoutes.list, [config, drawn, shelves]).answerBy(configRoutes.read, ({ params }) => {
    if (params.fileId === config.id) return content(config, 'libraries:\n');
    return params.fileId === drawn.id ? content(drawn, 'overlays:\n') : content(shelves, 'collections:\n');
  });
  const user = await open('drawn.yml');
  expect(await screen.findByRole('link', { name: 'Open in the overlay editor' })).toHaveAttribute(
    'href',
    `/overlays/edit/${drawn.id}`,
  );
  await user.click(screen.getByRole('treeitem', { name: 'shelves.yml' }));
  expect(await screen.findByRole('link', { name: 'Show its collections' })).toHaveAttribute(
    'href',
    '/collections?file=shelves.yml',
  );
  await user.click(screen.getByRole('treeitem', { name: 'config.yml' }));
  await text('config.yml');
  expect(screen.queryByRole('link', { name: /Show its|Open in/ })).toBeNull();
});
