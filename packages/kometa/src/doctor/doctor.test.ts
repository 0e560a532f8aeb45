import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFolder } from '../diagnostics/check-folder.ts';
import { applyFix } from '../diagnostics/fixes.ts';
import { folderOfTexts, type KometaFolder } from '../diagnostics/kometa-folder.ts';
import { SEEDED_FAULTS, SOUND_FOLDER } from '../diagnostics/seeded-faults.ts';
import { examineFolder } from './examine-folder.ts';
import { groupOf } from './groups.ts';
import { scoreOf } from './score.ts';
import { surveyFolder } from './survey-folder.ts';
import { titleOf } from './titles.ts';

const NOW = { year: 2026, month: 11, day: 21, hour: 5 };
const CONFIG = `plex: {url: u, token: t}
tmdb: {apikey: k}
`;

function examine(files: Record<string, string>, more: Partial<KometaFolder> = {}) {
  const folder = { ...folderOfTexts(new Map(Object.entries(files))), ...more };
  return examineFolder(checkFolder(folder, NOW), folder, NOW).flatMap(({ file, tree, diagnostics }) =>
    diagnostics.map((one) => ({
      ...one,
      group: groupOf(one),
      told: `${file}:${tree.lines.place(one.span).line} ${one.severity} ${one.code}`,
      mended: one.fix ? applyFix(tree.text, one.fix) : null,
    })),
  );
}
const told = (files: Record<string, string>) => examine(files).map((one) => one.told);
const withConfig = (text: string, files: Record<string, string> = {}) => ({
  'config.yml': CONFIG + text,
  ...files,
});

describe('risks', () => {
  test.each([
    ['libraries:\n  Films:\n    reapply_overlays: true\n', 'reapply-overlays'],
    ['libraries:\n  Films:\n    reset_overlays: tmdb\n    remove_overlays: false\n', 'reset-overlays'],
    ['libraries:\n  Films:\n    remove_overlays: true\n', 'remove-overlays'],
    [
      'libraries:\n  Films:\n    operations:\n      delete_collections: {managed: false}\n',
      'delete-collections',
    ],
    ['libraries:\n  Films:\n    operations:\n      - mass_genre_update: [remove]\n', 'mass-empty'],
    ['libraries:\n  Films:\n    operations:\n      mass_poster_update: tmdb\n', 'mass-pictures'],
    ['libraries:\n  Films:\n    operations:\n      radarr_add_all_existing: true\n', 'everything-to-arr'],
    ['libraries: {}\nradarr: {url: u, token: t, add_missing: true}\n', 'add-missing'],
    ['libraries: {}\nsonarr: {url: u, token: t, upgrade_existing: true}\n', 'add-existing'],
    ['libraries: {}\nsettings:\n  verify_ssl: false\n', 'certificates'],
    ['libraries: {}\nsettings:\n  delete_not_scheduled: true\n', 'not-scheduled'],
  ])('%j is risky: %s', (text, risk) => {
    const found = examine(withConfig(text)).filter(({ group }) => group === 'risky');
    const warned = found.filter(({ severity }) => severity === 'warning');
    expect(warned.map(({ code }) => code)).toEqual([`risk.${risk}`]);
    // Its fix leaves nothing of it.
    for (const { mended } of warned.filter((one) => one.fix)) {
      const left = examine({ 'config.yml': mended ?? '' });
      expect(left.filter(({ code }) => code === `risk.${risk}`)).toEqual([]);
    }
  });

  test('what many mean is only told', () => {
    const text = `libraries:
  Films:
    operations:
      mass_critic_rating_update: imdb
      delete_collections: {less: 2}
settings: {delete_below_minimum: true}
`;
    const found = examine(withConfig(text));
    expect(found.map((one) => one.told)).toEqual([
      'config.yml:6 info risk.mass-update',
      'config.yml:7 info risk.delete-collections',
      'config.yml:8 info risk.below-minimum',
    ]);
    expect(scoreOf(found)).toEqual({ value: 100, parts: [] });
  });

  test('what is off, locked or blank is not', () => {
    const text = `libraries:
  Films:
    remove_overlays: false
    operations:
      mass_genre_update: lock
      mass_poster_update: {source: tmdb, ignore_locked: true}
      delete_collections:
plex: {url: u, token: t, empty_trash: false}
tmdb: {apikey: k}
`;
    expect(told({ 'config.yml': text })).toEqual([]);
  });

  test('keys in a git repository, without saying them', () => {
    const files = withConfig('libraries: {}\n');
    const { kindOf } = folderOfTexts(new Map(Object.entries(files)));
    const found = examine(files, { kindOf: (path) => (path === '.git' ? 'folder' : kindOf(path)) });
    expect(found.map(({ code, message }) => [code, message.slice(0, 24)])).toEqual([
      ['risk.keys-in-git', 'config.yml holds 2 keys,'],
    ]);
  });
});

describe('credentials', () => {
  const FILMS = `collections:
  Popular: {mdblist_list: https://mdblist.com/lists/a/b}
  Loved: {mdblist_list: https://mdblist.com/lists/a/c, radarr_add_missing: false}
  Charts: {trakt_chart: {chart: trending}}
`;
  const LISTED = 'libraries:\n  Films:\n    collection_files:\n      - file: config/films.yml\n';
  const words = (config: string) =>
    examine(withConfig(config, { 'films.yml': FILMS }))
      .filter(({ group }) => group === 'credentials')
      .map(({ message }) => message);

  test('which services are used without keys, and by how many', () => {
    expect(words(LISTED)).toEqual([
      '2 collections need MDBList; config.yml has no mdblist section',
      '1 collection needs Trakt; config.yml has no trakt section',
    ]);
    expect(words(`${LISTED}mdblist:\n  apikey:\ntrakt: {client_id: a, client_secret: b}\n`)).toEqual([
      '2 collections need MDBList; apikey of mdblist is blank',
    ]);
  });

  test('a library that has its own keys is enough, and operations and webhooks count', () => {
    const text = `libraries:
  Films:
    operations: {mass_critic_rating_update: mdb, radarr_add_all_existing: true}
    radarr: {url: u, token: t}
    webhooks: {changes: notifiarr}
    collection_files:
      - default: tautulli
`;
    expect(words(text).sort()).toEqual([
      '1 collection needs Trakt; config.yml has no trakt section',
      '1 file of Kometa’s own needs Tautulli; config.yml has no tautulli section',
      '1 webhook needs Notifiarr; config.yml has no notifiarr section',
      '2 collections and 1 operation need MDBList; config.yml has no mdblist section',
    ]);
  });
});

test('files that nothing leads to', () => {
  const text = 'libraries:\n  Films:\n    collection_files:\n      - folder: config/more\n';
  const own = 'collections:\n  A: {plex_all: true}\n';
  const files = { 'more/a.yml': own, 'b.yml': own, 'c.yml': 'templates: {}\n' };
  expect(told(withConfig(text, files))).toEqual(['b.yml:1 info file.unused', 'c.yml:1 info file.unused']);
  // Without a config.yml nothing could lead anywhere.
  expect(told(files).filter((line) => line.includes('unused'))).toEqual([]);
});

test('a sound folder is a hundred, and every seeded fault has a group and a heading of its own', () => {
  const config = Object.fromEntries(Object.entries(SOUND_FOLDER));
  const sound = examine(config).filter(({ severity }) => severity !== 'info');
  expect(sound.map((one) => one.told)).toEqual([]);
  const codes = new Set(SEEDED_FAULTS.map(({ code }) => code));
  expect([...codes].filter((code) => titleOf(code) === 'Worth a look')).toEqual([]);
});

test('the score is a hundred less what each group costs, up to what it may cost', () => {
  const finding = (group: 'broken' | 'risky' | 'dead', severity: 'error' | 'warning' | 'info') => ({
    group,
    severity,
  });
  const broken = Array.from({ length: 20 }, () => finding('broken', 'error'));
  expect(scoreOf([finding('broken', 'error'), finding('dead', 'warning'), finding('risky', 'info')])).toEqual(
    {
      value: 90,
      parts: [
        { group: 'broken', count: 1, each: 8, most: 60, points: 8 },
        { group: 'dead', count: 1, each: 2, most: 10, points: 2 },
      ],
    },
  );
  expect(scoreOf(broken).value).toBe(40);
});

/** Kept beside the project, not in it. */
const data = join(process.env.MARQUEE_REFERENCE ?? join(__dirname, '../../../../../shared'), 'kometa-data');
(existsSync(data) ? test : test.skip)('Kometa’s own template has no risks', () => {
  const text = readFileSync(join(data, 'config.yml.template'), 'utf8');
  const found = examine({ 'config.yml': text }).filter(({ severity }) => severity !== 'info');
  expect(found.filter(({ group }) => group === 'risky')).toEqual([]);
});

test('a survey tells what each file is, and which libraries are meant', () => {
  const text = 'libraries:\n  Films: {}\n  Kids:\n    library_name: Films for kids\n';
  const files = withConfig(text, {
    'a.yml': 'collections: {}\n',
    'b.yml': 'overlays: {}\n',
    'c.yml': 'x: 1\n',
  });
  const folder = folderOfTexts(new Map(Object.entries(files)));
  expect(surveyFolder(checkFolder(folder, NOW))).toEqual({
    files: [
      { file: 'a.yml', kind: 'collection' },
      { file: 'b.yml', kind: 'overlay' },
      { file: 'c.yml', kind: null },
      { file: 'config.yml', kind: 'config' },
    ],
    libraries: [
      { file: 'config.yml', line: 4, name: 'Films', title: 'Films' },
      { file: 'config.yml', line: 5, name: 'Kids', title: 'Films for kids' },
    ],
  });
});
