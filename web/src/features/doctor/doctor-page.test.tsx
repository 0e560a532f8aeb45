import {
  type ConfigDoctor,
  type ConfigVersion,
  configDoctorRoutes,
  configVersionRoutes,
  type DoctorKind,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { aSession } from '../../testing/examples.ts';
import { FakeMarquee } from '../../testing/fake-marquee.ts';
import { renderApp } from '../../testing/render-app.tsx';

const id = (name: string) => name.padEnd(22, '0').slice(0, 22);
function kind(code: string, more: Partial<DoctorKind>, ...fixes: (string | null)[]): DoctorKind {
  const severity = more.severity ?? 'warning';
  const places = fixes.map((fix, place) => ({
    ...{ id: id(`${code.replaceAll('.', '-')}-${place}-`), fileId: id('config'), file: 'config.yml' },
    ...{ line: place + 1, column: 1, endLine: place + 1, endColumn: 2, path: [code, place], severity },
    ...{ message: `${code} at ${place}`, fix },
  }));
  return { group: 'renamed', code, title: `All of ${code}`, severity, places, more: 0, ...more };
}
const doctor: ConfigDoctor = {
  ...{ checkedAt: '2026-11-21T05:00:00.000Z', files: 3, hasConfig: true },
  score: {
    value: 89,
    parts: [
      { group: 'broken', count: 1, each: 8, most: 60, points: 8 },
      { group: 'renamed', count: 3, each: 1, most: 10, points: 3 },
    ],
  },
  kinds: [
    kind('config.missing-file', { group: 'broken', severity: 'error' }, null),
    kind('config.renamed-key', {}, 'Rename to a', 'Rename to b', null),
    kind('file.unused', { group: 'unused', severity: 'info', more: 2 }, null),
  ],
};
const version: ConfigVersion = {
  ...{ id: 'a'.repeat(40), savedAt: '2026-11-21T05:00:00.000Z', by: 'Ada', origin: 'save', message: '' },
  files: [{ fileId: id('config'), path: 'config.yml', change: 'changed' }],
};
const preview = {
  ...{ fixed: 2, left: [] },
  files: [
    { ...{ fileId: id('config'), file: 'config.yml', etag: '"1"' }, before: 'old: 1\n', after: 'new: 1\n' },
  ],
};

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(configDoctorRoutes.examine, doctor)
    .answer(configDoctorRoutes.preview, preview)
    .answer(configDoctorRoutes.fix, { version, fixed: 2, left: [] })
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});
const section = (name: string) => screen.findByRole('region', { name });

test('the score is told with what makes it up, and findings stand under their groups with their places', async () => {
  renderApp('/doctor');
  expect(await screen.findByRole('img', { name: 'Health: 89 of 100' })).toBeInTheDocument();
  const why = within(screen.getByRole('list', { name: 'How it comes about' }));
  expect(why.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '100Every folder begins with 100',
    '−81 broken · 8 each',
    '−33 old names · 1 each',
  ]);
  const broken = within(await section('Broken'));
  expect(broken.getByRole('link', { name: 'config.yml, line 1' })).toHaveAttribute(
    'href',
    '/files?file=config.yml&line=1',
  );
  expect(broken.queryByRole('button', { name: /Fix/ })).not.toBeInTheDocument();
  expect(within(await section('Files without use')).getByText('2 more are not listed.')).toBeInTheDocument();
});

test('only findings of one severity are shown when wanted', async () => {
  const { user } = renderApp('/doctor');
  await user.click(await screen.findByRole('button', { name: 'Warnings 3' }));
  expect(screen.queryByRole('region', { name: 'Broken' })).not.toBeInTheDocument();
  await section('Old names');
  await user.click(screen.getByRole('button', { name: 'All 7' }));
  await section('Broken');
});

test('fixes are looked at before, applied with the versions that were seen, and undone', async () => {
  marquee.answer(configVersionRoutes.undo);
  const { user } = renderApp('/doctor');
  await user.click(await screen.findByRole('button', { name: 'Fix all 2: All of config.renamed-key' }));
  const dialog = await screen.findByRole('dialog', { name: 'Mend 2 things' });
  const change = await within(dialog).findByRole('region', { name: 'What changes in config.yml' });
  expect(change).toHaveTextContent('old: 1');
  expect(change).toHaveTextContent('new: 1');
  await user.click(within(dialog).getByRole('button', { name: 'Apply' }));
  await screen.findByText('2 things are mended.');
  const places = doctor.kinds[1]?.places.slice(0, 2).map((place) => place.id);
  expect(marquee.callsOf(configDoctorRoutes.fix)[0]?.body).toEqual({
    places,
    files: [{ fileId: id('config'), etag: '"1"' }],
  });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('It is taken back.');
  expect(marquee.callsOf(configVersionRoutes.undo)[0]?.params).toEqual({ versionId: version.id });
});

test('a file that changed meanwhile is told in the dialog, which looks again', async () => {
  marquee.fail(configDoctorRoutes.fix, 'request.precondition-failed');
  const { user } = renderApp('/doctor');
  await user.click(await screen.findByRole('button', { name: 'Fix: Rename to a' }));
  const dialog = await screen.findByRole('dialog', { name: 'Mend this' });
  const apply = within(dialog).getByRole('button', { name: 'Apply' });
  await waitFor(() => expect(apply).toBeEnabled());
  await user.click(apply);
  await within(dialog).findByRole('alert');
  await user.click(within(dialog).getByRole('button', { name: 'Look again' }));
  await waitFor(() => expect(within(dialog).queryByRole('alert')).not.toBeInTheDocument());
  expect(marquee.callsOf(configDoctorRoutes.preview)).toHaveLength(2);
});

test('without a config.yml there is nothing to judge', async () => {
  marquee.answer(configDoctorRoutes.examine, { ...doctor, hasConfig: false, score: null, kinds: [] });
  renderApp('/doctor');
  await screen.findByRole('heading', { name: 'Kometa has no configuration yet' });
});

test('when the files cannot be looked at, it says so and tries again', async () => {
  marquee.fail(configDoctorRoutes.examine, 'config.check-timed-out');
  const { user } = renderApp('/doctor');
  await screen.findByRole('alert');
  marquee.answer(configDoctorRoutes.examine, doctor);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await section('Broken');
});

test('a viewer learns who may see it', async () => {
  renderApp('/doctor', aSession({ role: 'viewer' }));
  await screen.findByRole('heading', { name: 'This page is for editors' });
  expect(marquee.callsOf(configDoctorRoutes.examine)).toEqual([]);
});
