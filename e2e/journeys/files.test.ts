import { readFile, writeFile } from 'node:fs/promises';
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
}, 60_000);
afterAll(() => product?.end());

const onDisk = (path: string) => join(product.dataFolder, 'kometa', path);
const tree = (page: Page) => page.getByRole('tree', { name: 'Files of the config folder' });
const inTree = (page: Page, name: string) =>
  tree(page).getByRole('treeitem', { name: new RegExp(`^${name}`) });
const text = (page: Page) => page.getByTestId('text-pane');
const problems = (page: Page) => page.getByRole('button', { name: /^Problems:/ });

async function openFiles(query = '', screen: Parameters<typeof eyes.open>[1] = {}): Promise<Page> {
  const page = await eyes.open(`${product.url}/files${query}`, { width: 1440, height: 900, ...screen });
  await tree(page).or(text(page)).first().waitFor();
  return page;
}
/** The cursor goes to the end of a line. */
async function toLine(page: Page, line: number): Promise<void> {
  await text(page).locator('.view-line').first().click();
  await page.keyboard.press('Control+g');
  await page.keyboard.type(`${line}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
}
async function made(path: string, content: string): Promise<void> {
  const { status } = await ask(`${product.url}/api/config/files`, {
    method: 'POST',
    headers: product.headers,
    body: { path, content },
  });
  expect(status).toBe(201);
}

test('what is typed wrong is marked, mended by its quick fix, and saved', async () => {
  await made('collections/typo.yml', 'collections:\n  Best:\n    imdb_chart: top_movies\n');
  const page = await openFiles();
  await inTree(page, 'collections').waitFor();
  await eyes.look(page, 'files-tree');
  await eyes.accessible(page);
  await inTree(page, 'typo.yml').click();
  await text(page).getByText('imdb_chart').waitFor();
  await problems(page).waitFor();

  await toLine(page, 3);
  await page.keyboard.press('Enter');
  await page.keyboard.type('sync_mod: sync', { delay: 10 });
  await page.keyboard.press('Escape');
  await page.locator('.squiggly-error').first().waitFor();
  await page.getByRole('list', { name: 'Where the cursor is' }).getByText('Best').waitFor();
  await eyes.look(page, 'files-marker');
  await eyes.accessible(page);

  await page.keyboard.press('Home');
  await page.keyboard.press('Control+.');
  await page.getByText('Write sync_mode').waitFor();
  await page.keyboard.press('Enter');
  await text(page).getByText('sync_mode', { exact: true }).waitFor();
  await page.locator('.squiggly-error').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  expect(await readFile(onDisk('collections/typo.yml'), 'utf8')).toBe(
    'collections:\n  Best:\n    imdb_chart: top_movies\n    sync_mode: sync\n',
  );
});

test('keys and words are offered where they fit, and told', async () => {
  await made('collections/offers.yml', 'collections:\n  Best:\n    imdb_chart: top_movies\n');
  const page = await openFiles('?file=collections/offers.yml&line=3');
  await text(page).getByText('imdb_chart').waitFor();
  await toLine(page, 3);
  await page.keyboard.press('Enter');
  await page.keyboard.type('collection_o', { delay: 20 });
  const offers = page.getByRole('listbox', { name: 'Suggest' });
  await offers.getByText('collection_order').first().waitFor();
  await page.getByText('How its items are sorted.').waitFor();
  await eyes.look(page, 'files-offers');
  await page.keyboard.press('Enter');
  await offers.getByText('alpha').first().waitFor();
  await page.keyboard.type('alpha');
  await page.keyboard.press('Escape');
  await text(page).getByText('collection_order').hover();
  await page.locator('.monaco-hover').getByText('collection_order').waitFor();
  await eyes.look(page, 'files-help');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
});

test('a change from elsewhere is shown beside one’s own, and neither is lost', async () => {
  await made('collections/both.yml', 'collections:\n  Mine:\n    imdb_chart: top_movies\n');
  const page = await openFiles('?file=collections/both.yml');
  await text(page).getByText('imdb_chart').waitFor();
  await toLine(page, 3);
  await page.keyboard.press('Enter');
  await page.keyboard.type('limit: 5');
  await page.keyboard.press('Escape');
  await writeFile(onDisk('collections/both.yml'), 'collections:\n  Theirs:\n    imdb_chart: top_movies\n');
  eyes.expectTrouble(/412/);
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this file' });
  await dialog.getByText('both are in the text on offer', { exact: false }).waitFor();
  await dialog.locator('.line-insert').first().waitFor();
  await eyes.look(page, 'files-conflict');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Save this' }).click();
  await dialog.waitFor({ state: 'detached' });
  await until(
    () => readFile(onDisk('collections/both.yml'), 'utf8'),
    (now) => now === 'collections:\n  Theirs:\n    imdb_chart: top_movies\n    limit: 5\n',
  );
});

test('problems of all files lead to their lines, and a fix is shown before it is applied', async () => {
  await made(
    'collections/broken.yml',
    'collections:\n  A:\n    imdb_chart: top_movies\n    schedul: daily\n',
  );
  const page = await openFiles('?file=config.yml');
  await text(page).getByText('libraries').first().waitFor();
  await problems(page).click();
  const panel = page.getByRole('region', { name: 'Problems' });
  await panel.getByRole('heading', { name: 'collections/broken.yml' }).waitFor();
  await eyes.look(page, 'files-problems');
  await eyes.accessible(page);
  await panel.getByRole('button', { name: 'Fix: Write schedule' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mend this' });
  await dialog.locator('.line-insert').first().waitFor();
  await eyes.look(page, 'files-fix');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await text(page).getByText('schedule', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  expect(await readFile(onDisk('collections/broken.yml'), 'utf8')).toContain('    schedule: daily\n');
});

test('words are found in all files, and a click goes there', async () => {
  const page = await openFiles('?file=config.yml');
  await text(page).getByText('libraries').first().waitFor();
  await page.getByRole('button', { name: 'Find in all files' }).click();
  await page.getByRole('textbox', { name: 'Find in all files' }).fill('overlay:');
  const panel = page.getByRole('region', { name: 'Find in all files' });
  await panel.getByRole('heading', { name: 'overlays/films.yml' }).waitFor();
  await eyes.look(page, 'files-find');
  await panel.getByRole('region', { name: 'overlays/films.yml' }).getByRole('button').first().click();
  await page.getByRole('list', { name: 'Where the cursor is' }).getByText('films.yml').waitFor();
});

test('indentation is set right, and nothing else', async () => {
  await made(
    'collections/crooked.yml',
    '# mine\ncollections:\n    A:\n       template:\n       -   name: x\n',
  );
  const page = await openFiles('?file=collections/crooked.yml');
  await text(page).getByText('template').waitFor();
  await page.getByRole('button', { name: 'More for this file' }).click();
  await page.getByRole('menuitem', { name: 'Set indentation right' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  expect(await readFile(onDisk('collections/crooked.yml'), 'utf8')).toBe(
    '# mine\ncollections:\n  A:\n    template:\n      - name: x\n',
  );
});

test('what a file names is gone to, and its keys are an outline', async () => {
  const page = await openFiles('?file=config.yml');
  const file = text(page).getByText('config/overlays/films.yml');
  await file.waitFor();
  await file.click();
  await page.keyboard.press('F12');
  const place = page.getByRole('list', { name: 'Where the cursor is' });
  await place.getByText('films.yml').waitFor();
  await text(page).getByText('queues').first().waitFor();
  await page.getByRole('button', { name: 'Go to a key' }).click();
  await page.getByRole('combobox').fill('@resolution');
  await page.getByRole('option').first().waitFor();
  await eyes.look(page, 'files-outline');
  await page.keyboard.press('Enter');
  await place.getByText('overlays').nth(1).waitFor();

  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  expect(await text(page).locator('textarea:focus').count()).toBe(0);
});

test('a draft comes back, a version is shown and restored, a file is renamed and deleted', async () => {
  await made('collections/past.yml', 'collections:\n  First:\n    imdb_chart: top_movies\n');
  const page = await openFiles('?file=collections/past.yml');
  await text(page).getByText('imdb_chart').waitFor();
  await toLine(page, 2);
  await page.keyboard.press('Enter');
  await page.keyboard.type('limit: 7');
  await page.keyboard.press('Escape');
  await page.getByText('Draft kept').waitFor();
  await page.reload();
  await page.getByText('Your draft from', { exact: false }).waitFor();
  await text(page).getByText('limit').waitFor();
  await eyes.look(page, 'files-draft');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();

  const choose = async (entry: string) => {
    await page.getByRole('button', { name: 'More for this file' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };
  await choose('Versions');
  const versions = page.getByRole('dialog', { name: 'Versions of collections/past.yml' });
  await versions.getByRole('button', { name: /Ada/ }).nth(1).click();
  await versions.locator('.line-insert').first().waitFor();
  await eyes.look(page, 'files-versions');
  await eyes.accessible(page);
  await versions.getByRole('button', { name: 'Restore this version' }).click();
  await versions.waitFor({ state: 'detached' });
  expect(await readFile(onDisk('collections/past.yml'), 'utf8')).not.toContain('limit');
  await text(page).getByText('limit').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();

  await choose('Rename or move');
  await page.getByRole('textbox', { name: 'Path in the config folder' }).fill('collections/then.yml');
  await page.getByRole('button', { name: 'Move the file' }).click();
  await inTree(page, 'then.yml').waitFor();
  await text(page).getByText('imdb_chart').waitFor();
  await choose('Delete');
  await page
    .getByRole('dialog', { name: 'Delete this file?' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await inTree(page, 'then.yml').waitFor({ state: 'detached' });
});

test('in light, and on a phone where tree and text are two views', async () => {
  const light = await openFiles('?file=overlays/films.yml', { colorScheme: 'light' });
  await light.evaluate(`localStorage.setItem('marquee-theme', 'light')`);
  await light.reload();
  await text(light).getByText('overlays').first().waitFor();
  await problems(light).waitFor();
  await eyes.look(light, 'files-light');
  await eyes.accessible(light);

  const phone = await openFiles('', { width: 390, height: 844, touch: true });
  await eyes.look(phone, 'files-phone-tree');
  await eyes.accessible(phone);
  await inTree(phone, 'config.yml').click();
  await text(phone).getByText('libraries').first().waitFor();
  await problems(phone).waitFor();
  const opened = phone.getByRole('list', { name: 'Open files' });
  const name = opened.getByRole('button', { name: 'config.yml', exact: true });
  const isWhole = (tab: Element) =>
    tab.getBoundingClientRect().right <= (tab.closest('ul')?.getBoundingClientRect().right ?? 0);
  expect(await name.evaluate(isWhole)).toBe(true);
  await eyes.look(phone, 'files-phone');
  await eyes.accessible(phone);
  await phone.getByRole('button', { name: 'All files', exact: true }).click();
  await tree(phone).waitFor();
});
