import { checkFolder } from '../diagnostics/check-folder.ts';
import { folderOfTexts } from '../diagnostics/kometa-folder.ts';
import { examineFolder } from '../doctor/examine-folder.ts';
import { groupOf } from '../doctor/groups.ts';
import { scoreOf } from '../doctor/score.ts';
import { defaultFiles } from '../model/default-files.ts';
import { variableOfSecret } from '../secrets/secret-variables.ts';
import { meaningOf } from '../yaml/meaning.ts';
import { readYaml } from '../yaml/yaml-tree.ts';
import { goodDefaults } from './good-defaults.ts';
import { NEW_SECRETS, newConfig } from './new-config.ts';

const NOW = { year: 2026, month: 11, day: 21, hour: 5 };
const ENV = Object.values(NEW_SECRETS)
  .map((name) => `${variableOfSecret(name)}=x\n`)
  .join('');
const all = (kind: 'movie' | 'show') => ({
  collections: goodDefaults[kind].collections.map(({ name }) => name),
  overlays: goodDefaults[kind].overlays.map(({ name }) => name),
});

test('a new config.yml is as healthy as can be, with all that is offered in it', () => {
  const text = newConfig({
    plexUrl: 'http://plex:32400',
    libraries: [
      { name: 'Films', ...all('movie') },
      { name: 'TV Shows', ...all('show') },
    ],
  });
  const folder = folderOfTexts(
    new Map([
      ['config.yml', text],
      ['.env', ENV],
    ]),
  );
  const found = examineFolder(checkFolder(folder, NOW), folder, NOW).flatMap(
    ({ diagnostics }) => diagnostics,
  );
  expect(found).toEqual([]);
  expect(scoreOf(found.map((one) => ({ ...one, group: groupOf(one) }))).value).toBe(100);
});

test('Kometa has each file that is offered, once', () => {
  for (const { collections, overlays } of Object.values(goodDefaults)) {
    const names = collections.map(({ name }) => name);
    expect(names.filter((name) => !defaultFiles.collection.includes(name))).toEqual([]);
    expect(overlays.filter(({ name }) => !defaultFiles.overlay.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('odd names and addresses stay what they are', () => {
  const names = ['Films: "new" #1', '4', 'on', "Ada's", '- x', 'ütf 🎬', '__proto__'];
  const text = newConfig({
    plexUrl: 'http://[::1]:32400/#a b',
    libraries: names.map((name) => ({ name, collections: ['basic'], overlays: [] })),
  });
  const meaning = meaningOf(readYaml(text));
  const libraries = meaning.type === 'map' ? meaning.entries[0]?.[1] : undefined;
  expect(libraries?.type === 'map' && libraries.entries.map(([key]) => key)).toEqual(
    names.map((value) => ({ type: 'text', value })),
  );
  expect(
    JSON.stringify(meaning, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)),
  ).toContain('http://[::1]:32400/#a b');
});
