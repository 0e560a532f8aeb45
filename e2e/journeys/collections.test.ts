import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigFile, ConfigFileContent } from '@marquee/contracts';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(120_000);

let product: Product;
const eyes = useBrowser();

const FILMS = `# What we watch
templates:
  chart:
    imdb_chart: <<chart>>

collections:
  Drama: # a favourite
    plex_search:
      all:
        genre: Drama
    sync_mode: sync
    visible_home: true
  Charts:
    template: {name: chart, chart: top_movies}
    schedule: weekly(sunday)
  Popular now:
    tmdb_popular: 30
    schedul: daily
  Quiet:
    plex_all: true
    run_definition: false
`;
const scrollsSideways = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
const onDisk = () => join(product.dataFolder, 'kometa/collections/films.yml');
const written = () => readFile(onDisk(), 'utf8');
const api = (path: string, more: Parameters<typeof ask>[1] = {}) =>
  ask(`${product.url}/api${path}`, { ...more, headers: { ...product.headers, ...more.headers } });

beforeAll(async () => {
  product = await startProduct();
  await api('/config/files', { method: 'POST', body: { path: 'collections/films.yml', content: FILMS } });
  const files = z.array(ConfigFile).parse((await api('/config/files')).data);
  const config = files.find(({ path }) => path === 'config.yml');
  const { content, etag } = ConfigFileContent.parse((await api(`/config/files/${config?.id}`)).data);
  const listed = content.replace(
    '\n  Films:\n',
    '\n  Films:\n    collection_files:\n      - file: config/collections/films.yml\n',
  );
  await api(`/config/files/${config?.id}`, {
    method: 'PUT',
    headers: { 'if-match': etag },
    body: { content: listed },
  });
}, 60_000);
afterAll(() => product?.end());
beforeEach(() => writeFile(onDisk(), FILMS));

const card = (page: Page, name: string) =>
  page.getByTestId('collection-card').filter({ has: page.getByRole('link', { name, exact: true }) });
async function openList(query = '', screen: Parameters<typeof eyes.open>[1] = {}): Promise<Page> {
  const page = await eyes.open(`${product.url}/collections${query}`, { width: 1440, height: 900, ...screen });
  await page.getByTestId('collection-list').waitFor();
  return page;
}
async function openDrama(screen: Parameters<typeof eyes.open>[1] = {}): Promise<Page> {
  const page = await openList('', screen);
  await page.getByRole('link', { name: 'Drama', exact: true }).click();
  await page.getByRole('heading', { name: 'Drama', level: 1 }).waitFor();
  return page;
}
async function typeLines(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text of the collection' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}
async function inLight(page: Page): Promise<void> {
  await page.evaluate(`localStorage.setItem('marquee-theme', 'light')`);
  await page.reload();
}

test('all collections at a glance, as cards and as a table', async () => {
  const page = await openList();
  await card(page, 'Popular now').getByText('asks TMDb').waitFor();
  await card(page, 'Quiet').getByText('Off', { exact: true }).waitFor();
  await eyes.look(page, 'collections-cards');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('columnheader', { name: 'Schedule' }).waitFor();
  await page.getByRole('link', { name: 'Drama', exact: true }).waitFor();
  await eyes.look(page, 'collections-table');
  await eyes.accessible(page);
  await inLight(page);
  await page.getByTestId('collection-list').waitFor();
  await eyes.look(page, 'collections-light');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'With problems' }).click();
  await page.getByText('1 of 4').waitFor();
  expect(new URL(page.url()).searchParams.get('problems')).toBe('true');
});

test('several are switched off at once, and that is taken back', async () => {
  const page = await openList();
  await page.getByRole('checkbox', { name: 'Choose Drama' }).click();
  await page.getByRole('checkbox', { name: 'Choose Charts' }).click();
  await page.getByTestId('bulk-bar').getByText('2 chosen').waitFor();
  await eyes.look(page, 'collections-chosen');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByText('2 collections switched off').waitFor();
  expect((await written()).match(/run_definition: false/g)).toHaveLength(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back.', { exact: false }).waitFor();
  expect(await written()).toBe(FILMS);
});

test('conditions are made of what Plex has, counted and previewed, and saved with comments kept', async () => {
  const page = await openDrama();
  const pane = page.getByTestId('preview');
  await pane.getByRole('link').first().waitFor();
  const before = await page.getByTestId('live-count').textContent();
  await page.getByRole('combobox', { name: 'Add a condition' }).fill('country');
  await page.getByRole('option', { name: /^country/ }).click();
  await page.getByRole('combobox', { name: 'Value of country' }).click();
  await page.getByRole('listbox', { name: 'Value of country' }).getByRole('option').first().waitFor();
  await eyes.look(page, 'collections-live-values');
  await page.getByRole('listbox', { name: 'Value of country' }).getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await until(
    () => page.getByTestId('live-count').textContent(),
    (now) => now !== before && /found in Plex now/.test(now ?? ''),
  );
  await page.locator('[data-testid=preview][aria-busy=false]').waitFor();
  await eyes.look(page, 'collections-editor');
  await eyes.accessible(page);
  await page.getByRole('tab', { name: 'YAML' }).click();
  await page.getByRole('region', { name: 'What changes' }).getByText('country:').waitFor();
  await eyes.look(page, 'collections-yaml');
  await eyes.accessible(page);
  await page.keyboard.press('Control+s');
  await page.getByText('Saved. Kometa makes it so at its next run.').waitFor();
  const now = await written();
  expect(now).toContain('  Drama: # a favourite\n');
  expect(now).toMatch(/genre: Drama\n {8}country: /);
});

test('its lines are typed as one likes, checked meanwhile, and saved as they stand', async () => {
  const page = await openDrama();
  await page.getByRole('tab', { name: 'YAML' }).click();
  const [block = ''] = /^ {2}Drama:[\s\S]*?(?= {2}Charts:)/m.exec(FILMS) ?? [];
  await typeLines(page, block.replace('    sync_mode', '    limt: 10 # enough\n    sync_mode'));
  const problems = page.getByTestId('line-problems');
  await problems.getByRole('button', { name: 'Line 5' }).waitFor();
  await page.locator('[data-testid=preview][aria-busy=false]').waitFor();
  await eyes.look(page, 'collections-lines');
  await eyes.accessible(page);
  await problems.getByRole('button', { name: 'Write limit' }).click();
  await page.getByRole('region', { name: 'What changes' }).getByText('limit: 10 # enough').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. Kometa makes it so at its next run.').waitFor();
  expect(await written()).toBe(
    FILMS.replace('    sync_mode: sync', '    limit: 10 # enough\n    sync_mode: sync'),
  );
});

test('a block of dynamic collections tells which ones it would make', async () => {
  await writeFile(onDisk(), `${FILMS}\ndynamic_collections:\n  Genres:\n    type: genre\n`);
  const page = await openList();
  await page.getByRole('link', { name: 'Genres', exact: true }).click();
  const made = page.getByRole('list', { name: 'Collections that it would make' });
  await made.getByText('Top Drama movies').waitFor();
  await eyes.look(page, 'collections-dynamic');
  await eyes.accessible(page);
  const before = await made.getByRole('listitem').count();
  await page.getByRole('tab', { name: 'YAML' }).click();
  await typeLines(page, '  Genres:\n    type: genre\n    exclude: Drama\n');
  await until(
    () => made.getByRole('listitem').count(),
    (now) => now === before - 1,
  );
});

test('a collection is made from the catalogue, and goes into the file of its library', async () => {
  const page = await eyes.open(`${product.url}/collections/new`, { width: 1440, height: 900 });
  await page.getByTestId('offer').first().waitFor();
  await eyes.look(page, 'collections-catalogue');
  await eyes.accessible(page);
  await page.getByRole('textbox', { name: 'Search builders' }).fill('imdb chart');
  await until(
    () => page.getByTestId('offer').count(),
    (offers) => offers === 1,
  );
  await page.getByTestId('offer').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Best of IMDb');
  await page.getByRole('group', { name: 'imdb_chart' }).getByRole('combobox').first().fill('top_movies');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid=preview][aria-busy=false]').waitFor();
  await eyes.look(page, 'collections-new');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Create collection' }).click();
  await page.getByRole('heading', { name: 'Best of IMDb', level: 1 }).waitFor();
  expect(await written()).toContain('  Best of IMDb:\n    imdb_chart:\n      - top_movies\n');
});

test('when somebody else saved first, both changes are kept', async () => {
  const page = await openDrama();
  await page.getByRole('switch', { name: 'Switched on' }).click();
  await writeFile(onDisk(), FILMS.replace('sync_mode: sync', 'sync_mode: append'));
  eyes.expectTrouble(/412/);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this collection' });
  await dialog.getByText('both are in it', { exact: false }).waitFor();
  await eyes.look(page, 'collections-conflict');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Go on with both' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. Kometa makes it so at its next run.').waitFor();
  const now = await written();
  expect(now).toContain('sync_mode: append');
  expect(now.match(/run_definition: false/g)).toHaveLength(2);
});

test('all of it fits a phone', async () => {
  const phone = { width: 390, height: 844, touch: true };
  const page = await openList('', phone);
  expect(await scrollsSideways(page)).toBe(false);
  await eyes.look(page, 'collections-phone');
  await eyes.accessible(page);
  await page.getByRole('link', { name: 'Drama', exact: true }).tap();
  await page.getByRole('tab', { name: 'Preview' }).tap();
  await page.getByTestId('preview').getByRole('link').first().waitFor();
  await eyes.look(page, 'collections-phone-preview');
  await eyes.accessible(page);
  await page.getByRole('tab', { name: 'Form' }).tap();
  await page.getByRole('group', { name: 'plex_search' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await eyes.look(page, 'collections-phone-form');
  await eyes.accessible(page);
});
