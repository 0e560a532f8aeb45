import {
  type ConfigVersion,
  configBranchRoutes,
  configCompareRoutes,
  configRoutes,
  configVersionRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { screen, within } from '@testing-library/react';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

jest.mock('../files/editor/load-desk.ts', () => jest.requireActual('../files/testing/desk-stand-in.ts'));

const FILE = 'configyml0000000000000';
const version = (letter: string, message: string, over: Partial<ConfigVersion> = {}): ConfigVersion => ({
  ...{ id: letter.repeat(40), savedAt: '2026-11-20T05:00:00.000Z', by: 'Ada', origin: 'save', message },
  files: [{ fileId: FILE, path: 'config.yml', change: 'changed' }],
  ...over,
});
const newest = version('c', 'By https', { savedAt: '2026-11-21T05:00:00.000Z' });
const middle = version('b', 'Films too');
const first = version('a', 'As it was found', { by: 'outside', origin: 'outside' });

let marquee: FakeMarquee;
beforeEach(() => {
  // The list draws what fits into the window, which has no size here.
  jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  marquee = new FakeMarquee()
    .answerBy(configVersionRoutes.versions, ({ query }) => {
      const entries = query.get('search') ? [] : [newest, middle, first];
      return { entries, total: entries.length, nextCursor: null, authors: ['Ada', 'outside'] };
    })
    .answerBy(configVersionRoutes.text, () => ({
      ...{ version: newest, path: 'config.yml', before: 'was: 1\n', text: 'is: 1\n' },
    }))
    .answerBy(configCompareRoutes.folder, () => ({ files: newest.files }))
    .answerBy(configCompareRoutes.file, ({ query }) => ({
      ...{ path: 'config.yml', before: `${query.get('from')}`, after: `${query.get('to')}` },
    }))
    .answerBy(configVersionRoutes.version, ({ params }) => (params.versionId === middle.id ? middle : first))
    .answer(configBranchRoutes.list, [])
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});
afterEach(() => jest.restoreAllMocks());
const list = () => screen.findByRole('region', { name: 'Versions, newest first' });
const choose = async (user: ReturnType<typeof renderApp>['user'], name: RegExp) =>
  await user.click(within(await list()).getByRole('button', { name }));
const side = (name: string) => screen.findByRole('textbox', { name });

test('versions stand below their days; the newest is open, beside the one before it', async () => {
  renderApp('/files/history');
  const days = within(await list()).getAllByRole('heading');
  expect(days).toHaveLength(2);
  expect(screen.getByText('3 versions')).toBeVisible();
  expect(await side('Before this version')).toHaveValue('was: 1\n');
  expect(await side('In this version')).toHaveValue('is: 1\n');
});

test('two versions are compared in the order in which they were made', async () => {
  const { user } = renderApp('/files/history');
  await choose(user, /By https/);
  await user.click(screen.getByRole('button', { name: 'Another version' }));
  expect(screen.getByText('Choose the version to compare with in the list.')).toBeVisible();
  await choose(user, /Films too/);
  expect(await side('Version bbbbbbb')).toHaveValue(middle.id);
  expect(await side('Version ccccccc')).toHaveValue(newest.id);
  await user.click(screen.getByRole('button', { name: 'The folder now' }));
  expect(await side('Now')).toHaveValue('null');
});

test('a version is compared with a branch, which the address names', async () => {
  const christmas = {
    ...{ name: 'christmas', versionId: 'd'.repeat(40), baseId: middle.id, by: 'Ada', behind: 1, files: [] },
    changedAt: '2026-11-20T06:00:00.000Z',
  };
  marquee.answer(configBranchRoutes.list, [christmas]);
  const { user } = renderApp('/files/history');
  await choose(user, /By https/);
  await user.click(await screen.findByRole('button', { name: 'A branch' }));
  await user.click(screen.getByRole('menuitem', { name: 'christmas' }));
  expect(await side('Branch christmas')).toHaveValue(christmas.versionId);
  expect(await side('Version ccccccc')).toHaveValue(newest.id);
  expect(new URLSearchParams(window.location.search).get('against')).toBe('branch:christmas');
});

test('what a branch changed since it began; that it is gone is told', async () => {
  const christmas = {
    ...{ name: 'christmas', versionId: 'd'.repeat(40), baseId: middle.id, by: 'Ada', behind: 1, files: [] },
    changedAt: newest.savedAt,
  };
  marquee.answer(configBranchRoutes.list, [christmas]);
  const address = `/files/history?version=${middle.id}&against=branch%3Achristmas`;
  const { unmount } = renderApp(address);
  expect(await side('Version bbbbbbb')).toHaveValue(middle.id);
  expect(await side('Branch christmas')).toHaveValue(christmas.versionId);
  unmount();
  marquee.answer(configBranchRoutes.list, []);
  renderApp(address);
  expect(await screen.findByText(/There is no branch christmas any more/)).toBeVisible();
});

test('the folder is restored after its changes were told; what is missing then is told too', async () => {
  marquee.answer(configVersionRoutes.restoreAll, {
    version: newest,
    missingSecrets: [{ path: 'config.yml', name: 'plex/token', line: 3, column: 10 }],
    notRestored: [{ path: 'overlays/a.yml', message: 'There is no room' }],
  });
  const { user } = renderApp('/files/history');
  await choose(user, /As it was found/);
  await user.click(screen.getByRole('button', { name: 'Restore the folder' }));
  const dialog = await screen.findByRole('dialog', { name: 'Restore the whole folder?' });
  expect(await within(dialog).findByText('This changes 1 file:')).toBeVisible();
  expect(marquee.callsOf(configCompareRoutes.folder)[0]?.query.get('to')).toBe(first.id);
  await user.click(within(dialog).getByRole('button', { name: 'Restore the folder' }));
  expect(await screen.findByText('config.yml, line 3: plex/token')).toBeVisible();
  expect(screen.getByText('overlays/a.yml: There is no room')).toBeVisible();
  expect(marquee.callsOf(configVersionRoutes.restoreAll)[0]?.body).toMatchObject({ versionId: first.id });
});

test('a version is undone; where the same was changed since, it is told where', async () => {
  const taken = {
    path: 'config.yml',
    file: 'config.yml',
    line: 3,
    message: 'These lines changed again since',
  };
  marquee.answerRaw(configVersionRoutes.undo, () =>
    Response.json(
      {
        ...{ success: false, data: null, timestamp: newest.savedAt },
        error: { code: 'config.undo-conflict', message: 'Changed again', details: [taken], requestId: 'r' },
      },
      { status: 409 },
    ),
  );
  const { user } = renderApp('/files/history');
  const undo = async () => {
    await choose(user, /By https/);
    await user.click(screen.getByRole('button', { name: 'Undo this version' }));
    const dialog = await screen.findByRole('dialog', { name: 'Undo this version?' });
    await user.click(within(dialog).getByRole('button', { name: 'Undo it' }));
    return dialog;
  };
  const dialog = await undo();
  expect(await within(dialog).findByText(/config.yml, line 3: These lines changed again/)).toBeVisible();
  expect(within(dialog).getByRole('button', { name: 'Undo it' })).toBeDisabled();
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  marquee.answer(configVersionRoutes.undo, { version: newest, conflicts: [], missingSecrets: [] });
  await undo();
  expect(await screen.findByText('What that version changed is taken back.')).toBeVisible();
  expect(marquee.callsOf(configVersionRoutes.undo)[0]?.params).toEqual({ versionId: newest.id });
});

test('one file is restored over what was shown; a file that is gone is made again', async () => {
  const file = {
    ...{ id: FILE, path: 'config.yml', kind: 'yaml' as const, editable: true, sizeBytes: 6 },
    ...{ modifiedAt: newest.savedAt, content: 'now: 1\n', etag: '"7"' },
  };
  marquee
    .answer(configRoutes.read, file)
    .answer(configVersionRoutes.restoreFile, { file, missingSecrets: [] });
  const { user } = renderApp('/files/history');
  const restore = async () => {
    await user.click(await screen.findByRole('button', { name: 'Restore this file' }));
    const dialog = await screen.findByRole('dialog', { name: 'Restore this file?' });
    await within(dialog).findByRole('textbox', { name: 'config.yml now' });
    await user.click(within(dialog).getByRole('button', { name: 'Restore the file' }));
    await screen.findByText('config.yml is as it was in that version.');
    return marquee.callsOf(configVersionRoutes.restoreFile).at(-1)?.headers.get('If-Match');
  };
  expect(await restore()).toBe('"7"');
  marquee.fail(configRoutes.read, 'config.file-not-found');
  expect(await restore()).toBe('*');
});

test('a list in which nothing fits is let go again', async () => {
  const { user } = renderApp('/files/history?search=nothing');
  await user.click(await screen.findByRole('button', { name: 'Show all versions' }));
  expect(await list()).toBeVisible();
});

test('that the history cannot be read is told', async () => {
  marquee.fail(configVersionRoutes.versions, 'config.folder-missing');
  renderApp('/files/history');
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
});
