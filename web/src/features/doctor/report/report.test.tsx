import {
  type ConfigReport,
  configDoctorRoutes,
  configReportRoutes,
  type DoctorPlace,
  libraryRoutes,
  notificationRoutes,
  systemRoutes,
} from '@marquee/contracts';
import { screen, within } from '@testing-library/react';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { renderApp } from '../../../testing/render-app.tsx';

const fileId = '0'.repeat(22);
const place = (id: string, file: string, fix: string | null): DoctorPlace => ({
  ...{ id: id.padEnd(22, '0'), fileId, file, line: 2, column: 1, endLine: 2, endColumn: 2 },
  ...{ path: [], severity: 'warning', message: `About ${id}`, fix },
});
const report: ConfigReport = {
  ...{ checkedAt: '2026-11-21T05:00:00.000Z', truncated: false },
  kinds: [
    { kind: 'config', count: 1, sizeBytes: 2048, files: [{ fileId, path: 'config.yml' }] },
    { kind: 'picture', count: 9, sizeBytes: 9000, files: [{ fileId: '1'.repeat(22), path: 'a.png' }] },
  ],
  libraries: [
    {
      ...{ name: 'Films', title: 'All films', fileId, file: 'config.yml', line: 2 },
      ...{ plex: 'found', libraryId: 'attic.1', kind: 'movie' },
    },
    {
      ...{ name: 'Gone', title: 'Gone', fileId, file: 'config.yml', line: 4 },
      ...{ plex: 'missing', libraryId: null, kind: null },
    },
  ],
  unnamed: [{ id: 'attic.2', title: 'Series', kind: 'show' }],
  missing: [place('missing', 'config.yml', null)],
  unlisted: [],
  old: [place('a', 'config.yml', 'Rename'), place('b', 'b.yml', 'Rename'), place('c', 'b.yml', null)],
};

let marquee: FakeMarquee;
beforeEach(() => {
  marquee = new FakeMarquee()
    .answer(configDoctorRoutes.examine)
    .answer(configDoctorRoutes.preview)
    .answer(configReportRoutes.report, report)
    .answer(libraryRoutes.list, [])
    .answer(systemRoutes.health)
    .answer(systemRoutes.status)
    .answer(notificationRoutes.list);
});
const part = async (name: string) => within(await screen.findByRole('region', { name }));

test('files by kind, libraries beside those of Plex, and what is missing', async () => {
  renderApp('/doctor?tab=here');
  const files = await part('Files');
  expect(files.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Configuration1 file · 2.05.KBconfig\.yml$/),
    expect.stringMatching(/^Pictures9 files · 9.KBa\.pngand 8 more$/),
  ]);
  const libraries = await part('Libraries');
  expect(libraries.getByText('In Plex, called All films in Plex')).toBeInTheDocument();
  expect(libraries.getByText('Plex has no such library')).toBeInTheDocument();
  expect(libraries.getByText('Kometa does not work on Series.')).toBeInTheDocument();
  expect((await part('Listed, and not there')).getByText('About missing')).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'There, and not listed' })).not.toBeInTheDocument();
});

test('old names are migrated after a look, those alone that can be', async () => {
  const { user } = renderApp('/doctor?tab=here');
  const old = await part('Old names');
  expect(
    old.getByText(/^2 old names in 2 files can be migrated\..*1 more needs a person/),
  ).toBeInTheDocument();
  await user.click(old.getByRole('button', { name: 'Migrate' }));
  await screen.findByRole('dialog', { name: 'Mend 2 things' });
  const [call] = marquee.callsOf(configDoctorRoutes.preview);
  expect(call?.body).toEqual({ places: report.old.slice(0, 2).map(({ id }) => id) });
});

test('it is offered once', async () => {
  const { user, unmount } = renderApp('/doctor');
  await user.click(await screen.findByRole('link', { name: 'See what is here' }));
  await part('Files');
  unmount();
  renderApp('/doctor');
  await screen.findByRole('tab', { name: 'Findings', selected: true });
  await screen.findByRole('img', { name: /^Health/ });
  expect(screen.queryByRole('link', { name: 'See what is here' })).not.toBeInTheDocument();
});
