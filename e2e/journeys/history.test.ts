import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ask } from '../ask.ts';
import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(120_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
  // The folder as it was found comes first.
  await ask(`${product.url}/api/config/versions`, { headers: product.headers });
}, 60_000);
afterAll(() => product?.end());

const onDisk = (path: string) => readFile(join(product.dataFolder, 'kometa', path), 'utf8');
const list = (page: Page) => page.getByRole('region', { name: 'Versions, newest first' });
const version = (page: Page, name: string | RegExp) => list(page).getByRole('button', { name });

interface Made {
  id: string;
  etag: string;
}
async function send(method: string, path: string, body: unknown, etag?: string): Promise<Made> {
  const { status, data } = await ask(`${product.url}/api${path}`, {
    method,
    headers: { ...product.headers, ...(etag && { 'if-match': etag }) },
    body,
  });
  expect(status).toBeLessThan(300);
  return data as Made;
}
const text = (names: string) =>
  `collections:\n${names.replaceAll(/\w+/g, '  $&:\n    imdb_chart: top_movies\n')}`;

test('versions by day, what each changed, any two compared, and the folder put back', async () => {
  const film = await send('POST', '/config/files', { path: 'collections/films.yml', content: text('Best') });
  const page = await eyes.open(`${product.url}/files`, { width: 1440, height: 900 });
  await page.getByRole('link', { name: 'History of the folder' }).click();
  await version(page, /Add collections\/films.yml/).waitFor();
  const second = await send(
    'PUT',
    `/config/files/${film.id}`,
    { content: text('Best Newest'), message: 'The newest too' },
    film.etag,
  );
  await send('POST', '/config/files', { path: 'collections/holidays.yml', content: text('Christmas') });
  await send(
    'PUT',
    `/config/files/${film.id}`,
    { content: text('Newest'), message: 'Only the newest' },
    second.etag,
  );

  // It hears of new versions by itself.
  await version(page, /Only the newest/).click();
  await page.locator('.line-delete').first().waitFor();
  await eyes.look(page, 'history');
  await eyes.accessible(page);

  await version(page, /Add collections\/films.yml/).click();
  await page.getByRole('button', { name: 'The folder now' }).click();
  const changes = page.getByRole('list', { name: 'Files that differ' });
  await changes.getByRole('button', { name: /holidays.yml/ }).click();
  await page.locator('.line-insert').first().waitFor();
  await eyes.look(page, 'history-now');

  await page.getByRole('button', { name: 'Another version' }).click();
  await page.getByText('Choose the version to compare with in the list.').waitFor();
  await version(page, /The newest too/).click();
  await version(page, /compared with/).waitFor();
  await page.getByRole('heading', { name: 'collections/films.yml' }).waitFor();
  await page.locator('.line-insert').first().waitFor();
  await eyes.look(page, 'history-two');
  await eyes.accessible(page);

  await page.getByRole('button', { name: 'Restore the folder' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore the whole folder?' });
  await dialog.getByText('is removed').waitFor();
  await eyes.look(page, 'history-restore-folder');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Restore the folder' }).click();
  await page.getByText('The folder is as it was in that version.').waitFor();
  expect(await onDisk('collections/films.yml')).toBe(text('Best'));
  await expect(onDisk('collections/holidays.yml')).rejects.toThrow('ENOENT');
  await version(page, /Back to version/).waitFor();

  // The restore itself is undone: what it took away is there again.
  await version(page, /Back to version/).click();
  await page.getByRole('button', { name: 'Undo this version' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo this version?' });
  await eyes.look(page, 'history-undo');
  await eyes.accessible(page);
  await undo.getByRole('button', { name: 'Undo it' }).click();
  await page.getByText('What that version changed is taken back.').waitFor();
  expect(await onDisk('collections/films.yml')).toBe(text('Newest'));
  expect(await onDisk('collections/holidays.yml')).toBe(text('Christmas'));
});

test('one file is put back from its versions in Files', async () => {
  const file = await send('POST', '/config/files', { path: 'collections/one.yml', content: text('One') });
  await send('PUT', `/config/files/${file.id}`, { content: text('Two'), message: 'Two instead' }, file.etag);
  const page = await eyes.open(`${product.url}/files?file=collections/one.yml`, { width: 1440, height: 900 });
  await page.getByTestId('text-pane').getByText('imdb_chart').waitFor();
  await page.getByRole('button', { name: 'More for this file' }).click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  await page.getByRole('link', { name: 'Compare any two versions' }).click();
  await page.getByText('Versions of collections/one.yml').waitFor();
  await version(page, /Add collections\/one.yml/).click();
  await page.getByRole('button', { name: 'Restore this file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore this file?' });
  await dialog.locator('.line-insert').first().waitFor();
  await eyes.look(page, 'history-restore-file');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Restore the file' }).click();
  await until(
    () => onDisk('collections/one.yml'),
    (now) => now === text('One'),
  );
  await page.getByRole('searchbox').or(page.getByPlaceholder('Find a version')).fill('nothing says this');
  await page.getByRole('heading', { name: 'No version fits' }).waitFor();
  await eyes.look(page, 'history-nothing');
});

test('in light, and on a phone where list and version are two views', async () => {
  const light = await eyes.open(`${product.url}/files/history`, {
    width: 1440,
    height: 900,
    colorScheme: 'light',
  });
  await light.evaluate(`localStorage.setItem('marquee-theme', 'light')`);
  await light.reload();
  await version(light, /.+/).first().waitFor();
  await light.locator('.line-insert').first().waitFor();
  await eyes.look(light, 'history-light');
  await eyes.accessible(light);

  const phone = await eyes.open(`${product.url}/files/history`, { width: 390, height: 844, touch: true });
  await version(phone, /As it was found/).waitFor();
  await eyes.look(phone, 'history-phone-list');
  await eyes.accessible(phone);
  await version(phone, /As it was found/).click();
  await phone.getByRole('list', { name: 'Files that differ' }).waitFor();
  await phone.locator('.line-insert').first().waitFor();
  await eyes.look(phone, 'history-phone');
  await eyes.accessible(phone);
  await phone.getByRole('button', { name: 'All versions' }).click();
  await list(phone).waitFor();
});
