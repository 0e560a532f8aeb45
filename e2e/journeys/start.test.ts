import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';

jest.setTimeout(120_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product?.end());

const onDisk = (path: string) => join(product.dataFolder, 'kometa', path);
async function emptyFolder(): Promise<void> {
  for (const path of ['config.yml', '.env', 'overlays'])
    await rm(onDisk(path), { recursive: true, force: true });
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('from an empty folder to a config.yml in full health', async () => {
  await emptyFolder();
  const page = await eyes.open(`${product.url}/`, { width: 1440, height: 900 });
  await page.getByText('Kometa has no configuration yet').waitFor();
  await page.goto(`${product.url}/files`);
  await page.getByRole('link', { name: 'Begin with my libraries' }).waitFor();
  await eyes.look(page, 'files-empty');
  await page.goto(`${product.url}/doctor`);
  await page.getByRole('link', { name: 'Begin with my libraries' }).click();
  await heading(page, 'Begin with Kometa').waitFor();
  const preview = page.getByRole('region', { name: 'config.yml' });
  await preview.getByText('- default: imdb').first().waitFor();
  await eyes.look(page, 'start');
  await eyes.accessible(page);

  await page.getByRole('group', { name: 'Overlays of Films' }).getByLabel('Running time').check();
  await preview.getByText('default: runtimes').waitFor();
  await page.getByRole('button', { name: 'Write config.yml' }).click();
  await page.getByText('Kometa needs a token.').waitFor();
  await eyes.look(page, 'start-missing');
  await eyes.accessible(page);
  await page.getByLabel('Address of Plex').fill('http://192.168.1.10:32400');
  await page.getByLabel('Token of Plex').fill("it's a token # 1");
  await page.getByLabel('API key of TMDb').fill('a-key-of-tmdb');
  await page.getByRole('button', { name: 'Write config.yml' }).click();
  await page.getByRole('img', { name: 'Health: 100 of 100' }).waitFor();
  await eyes.look(page, 'start-done');
  await eyes.accessible(page);
  expect(await readFile(onDisk('config.yml'), 'utf8')).toContain('  token: <<my-plex-token>>\n');
  expect(await readFile(onDisk('.env'), 'utf8')).toContain(
    "KOMETA_MY_PLEX_TOKEN='it\\'s a token # 1'\nKOMETA_TMDB_APIKEY=a-key-of-tmdb\n",
  );
  await page.goto(`${product.url}/start`);
  await page.getByRole('heading', { name: 'There is a config.yml already' }).waitFor();
});

test('on a phone, and in light', async () => {
  await emptyFolder();
  const page = await eyes.open(`${product.url}/start`, { width: 390, height: 844, touch: true });
  await heading(page, 'Begin with Kometa').waitFor();
  await eyes.look(page, 'phone-start');
  await eyes.accessible(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
  ).toBe(false);
  const light = await eyes.open(`${product.url}/start`, { width: 1440, height: 2000 });
  await heading(light, 'Begin with Kometa').waitFor();
  await light.getByRole('button', { name: /^You: / }).click();
  await light.getByRole('menuitemradio', { name: 'Light' }).click();
  await light.keyboard.press('Escape');
  await eyes.look(light, 'light-start');
  await eyes.accessible(light);
});
