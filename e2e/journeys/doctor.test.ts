import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(120_000);

const CONFIG = `# Ada's
libraries:
  Films:
    reapply_overlays: true   # until the logos are right
    collection_files:
      - pmm: basic
      - file: config/collections/charts.yml
      - file: config/collections/chart.yml
    overlay_files:
      - file: config/overlays/films.yml
    operations:
      mass_critic_rating_update: imdb
      delete_collections:
        managed: false
  Series:
    schedule: range(01/02-01/01) never
    collection_files:
      - default: imdb
        schedule: 24/12/2020
settings:
  sync_mod: append
  verify_ssl: false
plex:
  url: http://localhost:32400
  token: a-token-of-plex
  show_missing: true
  save_missing: false
tmdb:
  apikey: a-key-of-tmdb
radarr:
  url: http://localhost:7878
  token:
`;
const CHARTS = `collections:
  Trending:
    trakt_chart: {chart: trending}
    collection_minimum: 3
  Top Lists:
    mdblist_list: https://mdblist.com/lists/linaspurinis/top-watched-movies-of-the-week
  Critics' Choice:
    mdblist_list: https://mdblist.com/lists/garycrawfordgc/rotten-tomatoes-best
    radarr_add_missing: true
`;

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product?.end());

const onDisk = (path: string) => join(product.dataFolder, 'kometa', path);
async function fallIll(): Promise<void> {
  await mkdir(onDisk('collections'), { recursive: true });
  await writeFile(onDisk('config.yml'), CONFIG);
  await writeFile(onDisk('collections/charts.yml'), CHARTS);
  await writeFile(onDisk('collections/old.yml'), 'collections:\n  A: {plex_all: true}\n');
}
const score = (page: Page) => page.getByRole('img', { name: /^Health: \d+ of 100$/ });
async function examined(screen: Parameters<typeof eyes.open>[1] = {}): Promise<Page> {
  const page = await eyes.open(`${product.url}/doctor`, { width: 1440, height: 900, ...screen });
  await score(page).waitFor();
  return page;
}

test('the doctor tells what is wrong, mends what is chosen after a look, and takes it back', async () => {
  await fallIll();
  const page = await examined();
  await page.getByText('2 collections need MDBList').waitFor();
  await eyes.look(page, 'doctor');
  await eyes.accessible(page);

  // Fewer, and the place of one in its file.
  await page.getByRole('button', { name: /^Errors/ }).click();
  await page.getByText('2 collections need MDBList').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^All / }).click();

  await page.getByRole('button', { name: /^Fix all 2: Keys that belong elsewhere/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Mend 2 things' });
  await dialog.getByRole('region', { name: 'What changes in config.yml' }).waitFor();
  await eyes.look(page, 'doctor-preview');
  await eyes.accessible(page);
  expect(await readFile(onDisk('config.yml'), 'utf8')).toBe(CONFIG);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('2 things are mended.').waitFor();
  const mended = await readFile(onDisk('config.yml'), 'utf8');
  expect(mended).toContain('token: a-token-of-plex\ntmdb:');
  expect(mended).toContain('reapply_overlays: true   # until the logos are right');

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('It is taken back.').waitFor();
  expect(await readFile(onDisk('config.yml'), 'utf8')).toBe(CONFIG);
});

test('everything that can be mended is, at once, and the score rises', async () => {
  await fallIll();
  const page = await examined();
  const before = Number((await score(page).getAttribute('aria-label'))?.match(/\d+/)?.[0]);
  await page.getByRole('button', { name: /^Fix what can be fixed/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('region', { name: 'What changes in collections/charts.yml' }).waitFor();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await dialog.waitFor({ state: 'detached' });
  const after = await until(
    async () => Number((await score(page).getAttribute('aria-label'))?.match(/\d+/)?.[0]),
    (now) => now > before,
  );
  expect(after).toBeGreaterThan(before);
  await page
    .getByRole('link', { name: /^config\.yml, line/ })
    .first()
    .click();
  await page.getByTestId('text-pane').getByText('libraries').waitFor();
});

test('on a phone, and in light', async () => {
  await fallIll();
  const page = await examined({ width: 390, height: 844, touch: true });
  await eyes.look(page, 'phone-doctor');
  await eyes.accessible(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
  ).toBe(false);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'More' }).tap();
  await page.getByRole('menuitem', { name: 'System' }).waitFor();
  await eyes.look(page, 'phone-more');
  await eyes.accessible(page);
  const light = await examined({ colorScheme: 'light', height: 1600 });
  await light.getByRole('button', { name: /^You: / }).click();
  await light.getByRole('menuitemradio', { name: 'Light' }).click();
  await light.keyboard.press('Escape');
  await eyes.look(light, 'light-doctor');
  await eyes.accessible(light);
});

test('keys move to .env and back, and are shown nowhere', async () => {
  await fallIll();
  const page = await eyes.open(`${product.url}/doctor?tab=secrets`, { width: 1440, height: 900 });
  await page.getByText('plex › token').waitFor();
  await eyes.look(page, 'doctor-secrets');
  await eyes.accessible(page);
  await page.getByRole('checkbox', { name: 'Choose all that can be moved' }).check();
  await page.getByRole('button', { name: 'Move 2 to .env' }).click();
  await eyes.accessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Move to .env' }).click();
  await page.getByText('2 secrets are in .env now.').waitFor();
  await page.getByText('KOMETA_MY_PLEX_TOKEN').waitFor();
  await eyes.look(page, 'doctor-secrets-moved');
  expect(await readFile(onDisk('.env'), 'utf8')).toContain('KOMETA_MY_PLEX_TOKEN=a-token-of-plex\n');
  expect(await readFile(onDisk('config.yml'), 'utf8')).toContain('  token: <<my-plex-token>>\n');
  expect(await page.content()).not.toContain('a-token-of-plex');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('2 secrets stand in their files again.').waitFor();
  expect(await readFile(onDisk('config.yml'), 'utf8')).toBe(CONFIG);
  const phone = await eyes.open(`${product.url}/doctor?tab=secrets`, {
    width: 390,
    height: 844,
    touch: true,
  });
  await phone.getByText('plex › token').waitFor();
  await eyes.look(phone, 'phone-doctor-secrets');
  await eyes.accessible(phone);
  expect(
    await phone.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
  ).toBe(false);
});

test('what lies in the folder is reported, and old names are migrated', async () => {
  await fallIll();
  const page = await eyes.open(`${product.url}/doctor?tab=here`, { width: 1440, height: 900 });
  await page.getByRole('region', { name: 'Files' }).getByText('collections/charts.yml').waitFor();
  await page.getByRole('region', { name: 'Libraries' }).getByText('In Plex').first().waitFor();
  await eyes.look(page, 'doctor-here');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Migrate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await page.getByText(/things are mended\./).waitFor();
  expect(await readFile(onDisk('config.yml'), 'utf8')).toContain('- default: basic');
});
