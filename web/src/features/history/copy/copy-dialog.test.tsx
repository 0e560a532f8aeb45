import {
  type ConfigVersion,
  configBundleRoutes,
  configVersionRoutes,
  libraryRoutes,
  notificationRoutes,
  type Role,
  systemRoutes,
} from '@marquee/contracts';
import { screen, within } from '@testing-library/react';
import { aSession } from '../../../testing/examples.ts';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';

jest.mock('../../files/editor/load-desk.ts', () =>
  jest.requireActual('../../files/testing/desk-stand-in.ts'),
);

const zip = () => new Response(new Uint8Array([80, 75]), { headers: { 'Content-Type': 'application/zip' } });
const version: ConfigVersion = {
  ...{ id: 'a'.repeat(40), savedAt: '2026-11-21T05:00:00.000Z', by: 'Ada', origin: 'save' },
  ...{
    message: 'Bring in a bundle',
    files: [{ fileId: 'configyml0000000000000', path: 'a.yml', change: 'added' }],
  },
};
let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(configVersionRoutes.versions, { entries: [], total: 0, nextCursor: null, authors: [] })
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});
afterEach(() => jest.restoreAllMocks());

async function openCopy(role: Role = 'admin') {
  const { user } = renderApp('/files/history', aSession({ role, owner: role === 'admin' }));
  await user.click(await screen.findByRole('button', { name: 'Copy' }));
  return { user, dialog: within(await screen.findByRole('dialog', { name: 'A copy of the config folder' })) };
}

test('a copy is taken along, and one with secrets by admins alone', async () => {
  const saved: string[] = [];
  Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => {} });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  marquee.answerRaw(configBundleRoutes.export, zip).answerRaw(configBundleRoutes.exportWithSecrets, zip);
  const { user, dialog } = await openCopy();
  await user.click(dialog.getByRole('button', { name: 'Download' }));
  expect(await dialog.findByText('The copy is in your downloads.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Download with secrets' }));
  await screen.findByText('The copy is in your downloads.');
  expect(saved.map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).toEqual([
    'kometa-DAY.zip',
    'kometa-DAY-with-secrets.zip',
  ]);
});

test('an editor is not offered the secrets', async () => {
  const { dialog } = await openCopy('editor');
  expect(dialog.getByRole('button', { name: 'Download' })).toBeVisible();
  expect(dialog.queryByRole('button', { name: 'Download with secrets' })).toBeNull();
});

test('a copy is brought in, and what was not taken is told', async () => {
  marquee.answer(configBundleRoutes.import, {
    version,
    pictures: 2,
    missingSecrets: [{ path: 'config.yml', name: 'plex/token', line: 3, column: 9 }],
    notImported: [{ path: 'fonts/a.ttf', message: 'Another file of this name is there.' }],
  });
  const { user, dialog } = await openCopy();
  const file = new File(['PK'], 'kometa.zip', { type: 'application/zip' });
  await user.upload(dialog.getByLabelText('Choose a zip', { selector: 'input' }), file);
  expect(await dialog.findByText(/1 file was changed or added.*2 pictures and fonts/)).toBeVisible();
  expect(dialog.getByText(/fonts\/a.ttf: Another file/)).toBeVisible();
  expect(dialog.getByText(/plex\/token/)).toBeVisible();
  const [call] = marquee.callsOf(configBundleRoutes.import);
  expect(call?.headers.get('content-type')).toBe('application/zip');
});

test('a copy that is none is refused in words', async () => {
  marquee.fail(configBundleRoutes.import, 'config.bundle-refused');
  const { user, dialog } = await openCopy();
  await user.upload(
    dialog.getByLabelText('Choose a zip', { selector: 'input' }),
    new File(['?'], 'a.zip', { type: 'application/zip' }),
  );
  expect(await dialog.findByRole('alert')).toBeVisible();
});
