import {
  type BranchMergeFile,
  configBranchRoutes,
  configVersionRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';

jest.mock('../../files/editor/load-desk.ts', () =>
  jest.requireActual('../../files/testing/desk-stand-in.ts'),
);

const id = (path: string) => path.replaceAll(/\W/g, '').padEnd(22, '0');
const planned = (
  path: string,
  state: BranchMergeFile['state'],
  over: Partial<BranchMergeFile> = {},
): BranchMergeFile => ({
  ...{ fileId: id(path), path, change: 'changed', state, conflicts: 0, why: null },
  ...over,
});
const why = 'The branch has removed the file, which the folder has changed.';
const files = [
  planned('clean.yml', 'clean'),
  planned('config.yml', 'conflict', { conflicts: 2 }),
  planned('gone.yml', 'conflict', { change: 'removed', why }),
  planned('same.yml', 'same'),
];
const heads = { versionId: 'a'.repeat(40), branchVersionId: 'b'.repeat(40) };
const conflict = (line: number, mine: string, base: string, theirs: string) => ({
  ...{ line, lines: 1, mine, base, theirs },
});
const both = {
  path: 'config.yml',
  base: 'a: 0\nb: 0\nc: 0\n',
  folder: 'a: 1\nb: 0\nc: 1\n',
  branch: 'a: 2\nb: 0\nc: 2\n',
  merged: 'a: 2\nb: 0\nc: 2\n',
  conflicts: [conflict(1, 'a: 2\n', 'a: 0\n', 'a: 1\n'), conflict(3, 'c: 2\n', 'c: 0\n', 'c: 1\n')],
};
const planTexts = {
  [id('clean.yml')]: {
    ...{ path: 'clean.yml', base: 'x: 0\n', folder: 'x: 0\n', branch: 'x: 1\n', merged: 'x: 1\n' },
    conflicts: [],
  },
  [id('config.yml')]: both,
  [id('gone.yml')]: {
    ...{ path: 'gone.yml', base: 'y: 0\n', folder: 'y: 1\n', branch: null, merged: null, conflicts: [] },
  },
};
const version = {
  ...{ id: 'e'.repeat(40), savedAt: '2026-11-21T05:00:00.000Z', by: 'Ada', origin: 'save' as const },
  ...{
    message: 'Merge christmas',
    files: [{ fileId: id('config.yml'), path: 'config.yml', change: 'changed' as const }],
  },
};

let marquee: FakeMarquee;
let texts: typeof planTexts;
beforeEach(() => {
  texts = { ...planTexts };
  marquee = new FakeMarquee()
    .answer(configBranchRoutes.plan, { ...heads, files })
    .answerBy(configBranchRoutes.planFile, ({ params }) => texts[params.fileId ?? ''] ?? both)
    .answer(configBranchRoutes.merge, { version, missingSecrets: [] })
    .answer(configBranchRoutes.list, [])
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});
type User = ReturnType<typeof renderApp>['user'];
const place = (number: number) => screen.findByRole('region', { name: `Place ${number} of 2` });
const take = async (user: User, number: number, name: string) =>
  await user.click(within(await place(number)).getByRole('button', { name }));
const open = async (user: User, name: RegExp) =>
  await user.click(
    within(await screen.findByRole('list', { name: 'Files that the branch changed' })).getByRole('button', {
      name,
    }),
  );
const result = () => screen.findByRole('textbox', { name: 'What config.yml shall say' });
const merge = () => screen.getByRole('button', { name: /^Merge/ });
const decideAll = async (user: User) => {
  await take(user, 1, 'Take the folder’s');
  await take(user, 2, 'Both');
  await open(user, /gone.yml/);
  await user.click(await screen.findByRole('button', { name: 'Remove it' }));
};

test('each place is shown three ways and decided; the merge waits for the last decision', async () => {
  const { user } = renderApp('/files/branches/christmas/merge');
  const first = await place(1);
  expect(within(first).getByRole('group', { name: 'What it was' })).toHaveTextContent('a: 0');
  expect(within(first).getByRole('group', { name: 'In the folder' })).toHaveTextContent('a: 1');
  expect(within(first).getByRole('group', { name: 'On christmas' })).toHaveTextContent('a: 2');
  expect(merge()).toHaveTextContent('Merge (3 decisions left)');
  expect(merge()).toBeDisabled();
  await take(user, 1, 'Take the folder’s');
  expect(await result()).toHaveValue('a: 1\nb: 0\nc: 2\n');
  await take(user, 2, 'Both');
  expect(await result()).toHaveValue('a: 1\nb: 0\nc: 1\nc: 2\n');
  expect(merge()).toHaveTextContent('Merge (1 decision left)');
  await user.click(screen.getByRole('button', { name: 'Show the next' }));
  expect(await screen.findByText(why)).toBeVisible();
  expect(await screen.findByRole('textbox', { name: 'In the folder' })).toHaveValue('y: 1\n');
  await user.click(screen.getByRole('button', { name: 'Remove it' }));
  await user.type(screen.getByRole('textbox', { name: 'What the version says' }), 'It is December');
  await user.click(screen.getByRole('checkbox', { name: 'Keep the branch' }));
  await user.click(merge());
  expect(await screen.findByText('christmas is merged into the folder')).toBeVisible();
  expect(marquee.callsOf(configBranchRoutes.merge)[0]?.body).toEqual({
    ...{ ...heads, message: 'It is December', keep: true },
    resolved: [
      { fileId: id('config.yml'), content: 'a: 1\nb: 0\nc: 1\nc: 2\n' },
      { fileId: id('gone.yml'), content: null },
    ],
  });
});

test('a file that both go together in shows what the folder becomes; one that is the same says so', async () => {
  const { user } = renderApp('/files/branches/christmas/merge');
  await open(user, /clean.yml/);
  expect(await screen.findByRole('textbox', { name: 'In the folder' })).toHaveValue('x: 0\n');
  expect(screen.getByRole('textbox', { name: 'After the merge' })).toHaveValue('x: 1\n');
  await open(user, /same.yml/);
  expect(await screen.findByText('The folder and the branch say the same here.')).toBeVisible();
});

test('what is written in the text below decides the place that it is written in', async () => {
  const { user } = renderApp('/files/branches/christmas/merge');
  await place(1);
  fireEvent.input(await result(), { target: { value: 'a: 2\nb: 0\nc: 25\n' } });
  expect(within(await place(2)).getByText('written by hand')).toBeVisible();
  expect(within(await place(1)).getByText('to be decided')).toBeVisible();
  // Nothing of it is lost while another file is looked at.
  await open(user, /clean.yml/);
  await open(user, /config.yml/);
  expect(await result()).toHaveValue('a: 2\nb: 0\nc: 25\n');
  await take(user, 2, 'Take the folder’s');
  expect(await result()).toHaveValue('a: 2\nb: 0\nc: 1\n');
});

test('when something has moved meanwhile, a new plan keeps the decisions that still fit', async () => {
  const { user } = renderApp('/files/branches/christmas/merge');
  await decideAll(user);
  marquee.fail(configBranchRoutes.merge, 'request.precondition-failed');
  await user.click(merge());
  expect(await screen.findByText('The folder or the branch has changed meanwhile')).toBeVisible();
  const newer = { versionId: 'f'.repeat(40), branchVersionId: heads.branchVersionId };
  texts[id('config.yml')] = {
    ...both,
    folder: 'a: 1\nb: 0\nc: 9\n',
    conflicts: [conflict(1, 'a: 2\n', 'a: 0\n', 'a: 1\n'), conflict(3, 'c: 2\n', 'c: 0\n', 'c: 9\n')],
  };
  marquee
    .answer(configBranchRoutes.plan, { ...newer, files })
    .answer(configBranchRoutes.merge, { version, missingSecrets: [] });
  await user.click(screen.getByRole('button', { name: 'Plan anew' }));
  await waitFor(() => expect(merge()).toHaveTextContent('Merge (1 decision left)'));
  await user.click(screen.getByRole('button', { name: 'Show the next' }));
  await take(user, 2, 'Take the folder’s');
  await user.click(merge());
  await screen.findByText('christmas is merged into the folder');
  expect(marquee.callsOf(configBranchRoutes.merge).at(-1)?.body).toMatchObject({
    ...newer,
    resolved: [
      { fileId: id('config.yml'), content: 'a: 1\nb: 0\nc: 9\n' },
      { fileId: id('gone.yml'), content: null },
    ],
  });
});

test('a merge is undone, and put back', async () => {
  const back = { ...version, id: 'f'.repeat(40), origin: 'restore' as const };
  marquee.answer(configVersionRoutes.undo, { version: back, conflicts: [], missingSecrets: [] });
  const { user } = renderApp('/files/branches/christmas/merge');
  await decideAll(user);
  await user.click(merge());
  expect(await screen.findByRole('link', { name: 'See it in the history' })).toHaveAttribute(
    'href',
    `/files/history?version=${version.id}`,
  );
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('The merge is undone')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Put it back' }));
  expect(await screen.findByText('christmas is merged into the folder')).toBeVisible();
  expect(marquee.callsOf(configVersionRoutes.undo).map(({ params }) => params.versionId)).toEqual([
    version.id,
    back.id,
  ]);
});

test('that the folder said it all already is no version to undo', async () => {
  marquee
    .answer(configBranchRoutes.plan, { ...heads, files: [planned('same.yml', 'same')] })
    .answer(configBranchRoutes.merge, { version: null, missingSecrets: [] });
  const { user } = renderApp('/files/branches/christmas/merge');
  await user.click(await screen.findByRole('button', { name: 'Merge into the folder' }));
  expect(await screen.findByText('The folder said it all already')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('decisions are asked for before they are left behind', async () => {
  const { user } = renderApp('/files/branches/christmas/merge');
  await take(user, 1, 'Take the branch’s');
  await user.click(screen.getByRole('link', { name: 'Branches' }));
  await user.click(await screen.findByRole('button', { name: 'Stay here' }));
  expect(within(await place(1)).getByText('the lines of christmas')).toBeVisible();
});

test('a branch without changes has nothing to merge; one that is gone is told', async () => {
  marquee.answer(configBranchRoutes.plan, { ...heads, files: [] });
  const { unmount } = renderApp('/files/branches/christmas/merge');
  expect(await screen.findByText('There is nothing to merge from christmas')).toBeVisible();
  unmount();
  marquee.fail(configBranchRoutes.plan, 'config.branch-not-found');
  renderApp('/files/branches/christmas/merge');
  expect(await screen.findByText('There is no branch christmas')).toBeVisible();
});
