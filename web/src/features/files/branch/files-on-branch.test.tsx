import {
  type ConfigBranch,
  type ConfigFile,
  type ConfigFileContent,
  configBranchRoutes,
  configProblemRoutes,
  configRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { applyEvent } from '../../../live/apply-event.ts';
import { aSession } from '../../../testing/examples.ts';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';

jest.mock('../editor/load-desk.ts', () => jest.requireActual('../testing/desk-stand-in.ts'));

const file = (path: string): ConfigFile => ({
  ...{ id: path.replaceAll(/\W/g, '').padEnd(22, '0'), path, kind: 'yaml', editable: true },
  ...{ sizeBytes: 2048, modifiedAt: '2026-11-21T05:00:00.000Z' },
});
const config = file('config.yml');
const films = file('films.yml');
const christmas: ConfigBranch = {
  ...{ name: 'christmas', versionId: 'c'.repeat(40), baseId: 'b'.repeat(40), by: 'Ada' },
  ...{ changedAt: config.modifiedAt, behind: 2 },
  files: [{ fileId: films.id, path: films.path, change: 'added' }],
};
const content = (of: ConfigFile, text: string, etag: string): ConfigFileContent => ({
  ...{ ...of, content: text, etag },
});

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(configBranchRoutes.list, [christmas])
    .answerBy(configRoutes.list, ({ query }) => (query.get('branch') ? [config, films] : [config]))
    .answerBy(configRoutes.read, ({ query }) =>
      query.get('branch') ? content(config, 'branch: 1\n', '"b"') : content(config, 'folder: 1\n', '"f"'),
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
const text = () => screen.findByRole('textbox', { name: 'Text of config.yml' });
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const asked = () => new URLSearchParams(window.location.search);
const choose = async (user: ReturnType<typeof renderApp>['user'], name: string) => {
  await user.click(screen.getByRole('button', { name: /Show the folder or a branch/ }));
  await user.click(await screen.findByRole('menuitem', { name }));
};

test('everything that is done on a branch is done there, and the address keeps it', async () => {
  marquee.answerBy(configRoutes.write, () => content(config, 'branch: 2\n', '"c"'));
  const { user } = renderApp('/files?branch=christmas');
  const tree = await screen.findByRole('tree');
  expect(await within(tree).findByRole('img', { name: 'added on this branch' })).toBeVisible();
  expect(screen.getByText(/Kometa reads the folder, not this/)).toBeVisible();
  expect(screen.getByText(/1 file changed · 2 versions behind the folder/)).toBeVisible();
  await user.click(screen.getByRole('treeitem', { name: 'config.yml' }));
  type(await text(), 'branch: 2\n');
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByRole('button', { name: 'Saved' });
  const [call] = marquee.callsOf(configRoutes.write);
  expect(call?.headers.get('If-Match')).toBe('"b"');
  const calls = [configRoutes.read, configRoutes.draft, configRoutes.write].flatMap((route) =>
    marquee.callsOf(route),
  );
  expect(new Set(calls.map(({ query }) => query.get('branch')))).toEqual(new Set(['christmas']));
  expect(Object.fromEntries(asked())).toEqual({ branch: 'christmas', file: 'config.yml' });
});

test('what somebody else saved on the branch meanwhile is brought together there', async () => {
  marquee.fail(configRoutes.write, 'request.precondition-failed').answer(configProblemRoutes.merge, {
    ...{ text: 'both: 1\n', theirs: 'theirs: 1\n', etag: '"7"', conflicts: [] },
  });
  const { user } = renderApp('/files?branch=christmas&file=config.yml');
  type(await text(), 'mine: 1\n');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('dialog', { name: 'Somebody else changed this file' });
  expect(marquee.callsOf(configProblemRoutes.merge)[0]?.query.get('branch')).toBe('christmas');
});

test('a secret is refused with the lines in which it stands', async () => {
  const line = (at: number, name: string) => ({
    ...{ line: at, message: `The value of ${name} would be kept` },
    fix: 'Write the placeholder here.',
  });
  marquee.answerRaw(configRoutes.write, () =>
    Response.json(
      {
        ...{ success: false, data: null, timestamp: config.modifiedAt },
        error: {
          ...{ code: 'config.branch-secret', message: 'A branch keeps no secrets', requestId: 'r' },
          details: [line(3, 'plex/token'), line(9, 'tmdb/apikey')],
        },
      },
      { status: 422 },
    ),
  );
  const { user } = renderApp('/files?branch=christmas&file=config.yml');
  type(await text(), 'plex: 1\n');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('A branch keeps no secrets')).toBeVisible();
  expect(screen.getByText('Line 3: The value of plex/token would be kept')).toBeVisible();
  expect(screen.getByText('Line 9: The value of tmdb/apikey would be kept')).toBeVisible();
});

test('a file is made, moved and deleted on the branch', async () => {
  marquee
    .answerBy(configRoutes.create, () => content(films, 'collections:\n', '"1"'))
    .answerBy(configRoutes.move, () => content(films, 'branch: 1\n', '"1"'))
    .answer(configRoutes.remove, null);
  const { user } = renderApp('/files?branch=christmas&file=config.yml');
  await text();
  await user.click(screen.getByRole('button', { name: 'New file' }));
  await user.type(screen.getByRole('textbox', { name: 'Path in the config folder' }), 'new.yml');
  await user.click(screen.getByRole('button', { name: 'Make the file' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Close films.yml' }));
  const act = async (name: string) => {
    await user.click(await screen.findByRole('button', { name: 'More for this file' }));
    await user.click(screen.getByRole('menuitem', { name }));
  };
  await act('Delete');
  expect(screen.getByText(/The folder keeps it until the branch is merged/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await act('Rename or move');
  await user.type(screen.getByRole('textbox', { name: 'Path in the config folder' }), '2');
  await user.click(screen.getByRole('button', { name: 'Move the file' }));
  await waitFor(() => expect(marquee.callsOf(configRoutes.move)).toHaveLength(1));
  const calls = [configRoutes.create, configRoutes.move].flatMap((route) => marquee.callsOf(route));
  expect(calls.map(({ query }) => query.get('branch'))).toEqual(['christmas', 'christmas']);
});

test('versions of a file are of the folder, and are not offered on a branch', async () => {
  const { user } = renderApp('/files?branch=christmas&file=config.yml');
  await text();
  await user.click(screen.getByRole('button', { name: 'More for this file' }));
  expect(screen.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: 'Versions' })).toBeNull();
});

test('going to a branch opens the same file there; what is not saved is asked for first', async () => {
  // A draft that is kept comes back by itself; this one cannot be kept.
  marquee.fail(configRoutes.saveDraft, 'service.disk-full');
  const { user } = renderApp('/files?file=config.yml');
  expect(await text()).toHaveValue('folder: 1\n');
  type(await text(), 'unsaved: 1\n');
  await choose(user, 'christmas');
  await user.click(await screen.findByRole('button', { name: 'Stay here' }));
  expect(await text()).toHaveValue('unsaved: 1\n');
  await choose(user, 'christmas');
  await user.click(await screen.findByRole('button', { name: /^Leave/ }));
  await waitFor(async () => expect(await text()).toHaveValue('branch: 1\n'));
  expect(Object.fromEntries(asked())).toEqual({ branch: 'christmas', file: 'config.yml' });
  await choose(user, 'The folder');
  await waitFor(async () => expect(await text()).toHaveValue('folder: 1\n'));
  expect(Object.fromEntries(asked())).toEqual({ file: 'config.yml' });
});

test('a branch is made from the folder page and opened; names are checked before they are sent', async () => {
  marquee.answerBy(configBranchRoutes.make, ({ body }) => ({
    ...{ ...christmas, files: [], behind: 0 },
    name: (body as { name: string }).name,
  }));
  const { user } = renderApp('/files');
  await screen.findByRole('treeitem', { name: 'config.yml' });
  await choose(user, 'New branch…');
  const dialog = screen.getByRole('dialog', { name: 'New branch' });
  const name = within(dialog).getByRole('textbox', { name: 'Name' });
  const go = () => user.click(within(dialog).getByRole('button', { name: 'Make the branch' }));
  await user.type(name, 'Christmas');
  await go();
  expect(within(dialog).getByText('There is such a branch already.')).toBeVisible();
  await user.clear(name);
  await user.type(name, '../x');
  await go();
  expect(within(dialog).getByText(/begin with a letter or a digit/)).toBeVisible();
  expect(marquee.callsOf(configBranchRoutes.make)).toHaveLength(0);
  await user.clear(name);
  await user.type(name, 'easter');
  await go();
  await waitFor(() => expect(asked().get('branch')).toBe('easter'));
  expect(marquee.callsOf(configBranchRoutes.make)[0]?.body).toEqual({ name: 'easter' });
});

test('a branch that is merged meanwhile is told, and what is on the desk stays readable', async () => {
  const { store } = renderApp('/files?branch=christmas&file=config.yml');
  await text();
  marquee.fail(configRoutes.list, 'config.branch-not-found').answer(configBranchRoutes.list, []);
  const data = { branch: 'christmas', versionId: null, by: 'Ada' };
  applyEvent({ id: '1', topic: 'config.branch-changed', at: config.modifiedAt, data }, store.dispatch);
  expect(await screen.findByText(/was merged or removed meanwhile/)).toBeVisible();
  expect(await text()).toHaveValue('branch: 1\n');
});

test('a branch that never was is told, with the ways on', async () => {
  marquee.fail(configRoutes.list, 'config.branch-not-found');
  renderApp('/files?branch=nothing');
  expect(await screen.findByText('There is no branch nothing')).toBeVisible();
  expect(screen.getByRole('link', { name: 'All branches' })).toHaveAttribute('href', '/files/branches');
});

test('an address that names no branch is of the folder', async () => {
  renderApp('/files?branch=&file=config.yml');
  expect(await text()).toHaveValue('folder: 1\n');
  expect(screen.queryByText(/Kometa reads the folder/)).toBeNull();
});

test('viewers are not asked for branches', async () => {
  renderApp('/files', aSession({ role: 'viewer' }));
  await screen.findByRole('treeitem', { name: 'config.yml' });
  expect(screen.queryByRole('button', { name: /Show the folder or a branch/ })).toBeNull();
  expect(marquee.callsOf(configBranchRoutes.list)).toHaveLength(0);
});
