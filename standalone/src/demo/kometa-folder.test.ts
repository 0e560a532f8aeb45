import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { useTempFolder } from '@marquee/testing';
import { fillKometaFolder, isEmptyFolder } from './kometa-folder.ts';

const folder = useTempFolder();
// What the build lays out has the same places as the sources.
const defaults = resolve('defaults');
const kometa = () => join(folder(), 'kometa');
const imagesIn = (text: string) =>
  [...text.matchAll(/config\/(overlays\/[\w-]+\.png)/g)].map(([, path]) => path);

test('an empty folder gets the demo with the pictures that its overlays name', async () => {
  expect(await isEmptyFolder(kometa())).toBe(true);

  await fillKometaFolder({ defaults, kometa: kometa() });

  expect((await readdir(kometa())).sort()).toEqual(['config.yml', 'overlays']);
  const films = await readFile(join(kometa(), 'overlays/films.yml'), 'utf8');
  const series = await readFile(join(kometa(), 'overlays/series.yml'), 'utf8');
  const named = [...imagesIn(films), ...imagesIn(series)];
  expect(named.length).toBeGreaterThan(3);
  await Promise.all(named.map((path) => access(join(kometa(), path ?? ''))));
  expect(await readdir(folder())).toEqual(['kometa']);
});

test('a folder with anything in it stays as it is', async () => {
  await isEmptyFolder(kometa());
  await writeFile(join(kometa(), 'mine.yml'), 'mine');
  expect(await isEmptyFolder(kometa())).toBe(false);

  await fillKometaFolder({ defaults, kometa: kometa() });

  expect(await readdir(kometa())).toEqual(['mine.yml']);
  expect(await readdir(folder())).toEqual(['kometa']);
});

test('what a killed start left behind is not in the way', async () => {
  await isEmptyFolder(join(folder(), '.kometa-of-the-demo'));
  await writeFile(join(folder(), '.kometa-of-the-demo/half.yml'), 'half');
  await isEmptyFolder(kometa());

  await fillKometaFolder({ defaults, kometa: kometa() });

  expect((await readdir(kometa())).sort()).toEqual(['config.yml', 'overlays']);
  expect(await readdir(folder())).toEqual(['kometa']);
});
