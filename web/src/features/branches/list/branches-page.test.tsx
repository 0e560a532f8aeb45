import {
  type ConfigBranch,
  configBranchRoutes,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { screen, within } from '@testing-library/react';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';

const change = (path: string) => ({ fileId: path.padEnd(22, '0'), path, change: 'changed' as const });
const branch = (name: string, over: Partial<ConfigBranch> = {}): ConfigBranch => ({
  ...{ name, versionId: 'c'.repeat(40), baseId: 'b'.repeat(40), by: 'Ada', behind: 0, files: [] },
  changedAt: '2026-11-21T05:00:00.000Z',
  ...over,
});
const christmas = branch('christmas', { behind: 3, files: ['a', 'b', 'c', 'd'].map(change) });

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(configBranchRoutes.list, [christmas, branch('new-one')])
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});

test('each branch tells who changed how much of it, and how far it is behind', async () => {
  renderApp('/files/branches');
  const row = async (name: string) =>
    (await screen.findByRole('button', { name: `Remove ${name}` })).closest('li');
  expect(await row('christmas')).toHaveTextContent(
    /Ada .* 4 files changed · 3 versions behind the folder.*a, b, c and 1 more/,
  );
  expect(screen.getByRole('link', { name: 'Merge christmas' })).toHaveAttribute(
    'href',
    '/files/branches/christmas/merge',
  );
  expect(screen.getByRole('link', { name: 'Open christmas' })).toHaveAttribute(
    'href',
    '/files?branch=christmas',
  );
  expect(await row('new-one')).toHaveTextContent(/nothing changed yet · has all that the folder has/);
  expect(screen.queryByRole('link', { name: 'Merge new-one' })).toBeNull();
});

test('a branch is removed, and brought back from its newest version', async () => {
  const versionId = 'd'.repeat(40);
  marquee.answer(configBranchRoutes.remove, { versionId }).answer(configBranchRoutes.make, christmas);
  const { user } = renderApp('/files/branches');
  await user.click(await screen.findByRole('button', { name: 'Remove christmas' }));
  const dialog = screen.getByRole('dialog', { name: 'Remove the branch christmas?' });
  expect(dialog).toHaveTextContent(/4 changed files are no longer tried/);
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('christmas is removed.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('christmas is back.')).toBeVisible();
  expect(marquee.callsOf(configBranchRoutes.make)[0]?.body).toEqual({ name: 'christmas', from: versionId });
});

test('a new branch may begin as another one', async () => {
  marquee.answer(configBranchRoutes.make, branch('easter'));
  const { user } = renderApp('/files/branches');
  await user.click(await screen.findByRole('button', { name: 'New branch' }));
  const dialog = screen.getByRole('dialog', { name: 'New branch' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'easter');
  await user.click(within(dialog).getByRole('combobox', { name: 'It begins as' }));
  await user.click(screen.getByRole('option', { name: 'The branch christmas' }));
  marquee.fail(configBranchRoutes.make, 'config.branch-exists');
  await user.click(within(dialog).getByRole('button', { name: 'Make the branch' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('exists already');
  expect(marquee.callsOf(configBranchRoutes.make)[0]?.body).toEqual({
    name: 'easter',
    from: christmas.versionId,
  });
});

test('without branches it is said what they are for; a failure is told and asked again', async () => {
  marquee.fail(configBranchRoutes.list, 'config.folder-missing');
  const { user } = renderApp('/files/branches');
  await screen.findByRole('alert');
  marquee.answer(configBranchRoutes.list, []);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/A branch is a place to try changes/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'New branch' })).toBeVisible();
});
