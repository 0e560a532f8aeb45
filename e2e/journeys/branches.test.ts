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
const onDisk = (path: string) => readFile(join(product.dataFolder, 'kometa', path), 'utf8');
const films = (limit: number, more = '') =>
  `collections:\n  Best:\n    imdb_chart: top_movies\n    limit: ${limit}\n    sync_mode: sync\n${more}`;
const wide = { width: 1440, height: 900 };
const text = (page: Page) => page.getByTestId('text-pane');
const inTree = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) });
const place = (page: Page) => page.getByRole('region', { name: 'Place 1 of 1' });

/** The cursor goes to the end of a line. */
async function toLine(page: Page, line: number): Promise<void> {
  await text(page).locator('.view-line').first().click();
  await page.keyboard.press('Control+g');
  await page.keyboard.type(`${line}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
}

/** A branch of the name on which the file is another one than in the folder. */
async function branchWith(name: string, file: Made, onBranch: string, inFolder: string): Promise<void> {
  await send('POST', '/config/branches', { name });
  await send('PUT', `/config/files/${file.id}?branch=${name}`, { content: onBranch }, file.etag);
  await send('PUT', `/config/files/${file.id}`, { content: inFolder }, file.etag);
}

test('Christmas is tried on a branch, merged with a decision, and taken back', async () => {
  const file = await send('POST', '/config/files', { path: 'collections/tried.yml', content: films(50) });
  const page = await eyes.open(`${product.url}/files/branches`, wide);
  await page.getByRole('heading', { name: 'There is no branch yet' }).waitFor();
  await eyes.look(page, 'branches-none');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'New branch' }).click();
  const dialog = page.getByRole('dialog', { name: 'New branch' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('christmas');
  await eyes.look(page, 'branches-new');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Make the branch' }).click();

  // A line is changed on the branch; the folder does not hear of it.
  await page.getByText('Kometa reads the folder, not this.').waitFor();
  await inTree(page, 'tried.yml').click();
  await text(page).getByText('imdb_chart').waitFor();
  await toLine(page, 4);
  await page.keyboard.type('0');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await page.getByText('1 file changed').waitFor();
  await page.getByRole('img', { name: 'changed on this branch' }).waitFor();
  await eyes.look(page, 'branches-editor');
  await eyes.accessible(page);
  expect(await onDisk('collections/tried.yml')).toBe(films(50));

  // The same line is changed in the folder.
  await send('PUT', `/config/files/${file.id}`, { content: films(75, '# ours\n') }, file.etag);
  await page.getByText('1 version behind the folder').waitFor();

  await page.getByRole('link', { name: 'Compare' }).click();
  await page.locator('.line-insert').first().waitFor();
  await eyes.look(page, 'branches-compare');
  await eyes.accessible(page);

  await page.goto(`${product.url}/files/branches`);
  await page.getByRole('link', { name: 'christmas', exact: true }).waitFor();
  await eyes.look(page, 'branches-list');
  await eyes.accessible(page);
  await page.getByRole('link', { name: 'Merge christmas' }).click();
  await place(page).waitFor();
  await text(page).getByText('imdb_chart').waitFor();
  await eyes.look(page, 'branches-merge');
  await eyes.accessible(page);
  expect(await page.getByRole('button', { name: 'Merge (1 decision left)' }).isDisabled()).toBe(true);
  await place(page).getByRole('button', { name: 'Take the branch’s' }).click();
  await page.getByText('Nothing is left to decide.').waitFor();
  await eyes.look(page, 'branches-merge-decided');
  await page.getByRole('button', { name: 'Merge into the folder' }).click();
  await page.getByRole('heading', { name: 'christmas is merged into the folder' }).waitFor();
  await eyes.look(page, 'branches-merged');
  await eyes.accessible(page);
  expect(await onDisk('collections/tried.yml')).toBe(films(500, '# ours\n'));

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'The merge is undone' }).waitFor();
  expect(await onDisk('collections/tried.yml')).toBe(films(75, '# ours\n'));
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByRole('heading', { name: 'christmas is merged into the folder' }).waitFor();
  expect(await onDisk('collections/tried.yml')).toBe(films(500, '# ours\n'));
});

test('who decided before the folder changed again decides only what is new', async () => {
  const file = await send('POST', '/config/files', { path: 'collections/again.yml', content: films(50) });
  await branchWith('again', file, films(60), films(70));
  const page = await eyes.open(`${product.url}/files/branches/again/merge`, wide);
  await place(page).getByRole('button', { name: 'Both' }).click();
  // The result is an editor: what is written there decides too.
  await toLine(page, 4);
  await page.keyboard.press('Control+Shift+k');
  await page.getByText('Nothing is left to decide.').waitFor();
  await send('POST', '/config/files', { path: 'collections/between.yml', content: films(1) });
  await page.getByRole('button', { name: 'Merge into the folder' }).click();
  await page.getByText('The folder or the branch has changed meanwhile').waitFor();
  await eyes.look(page, 'branches-moved');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Plan anew' }).click();
  await page.getByText('Planned anew. Nothing is left to decide.').waitFor();
  await page.getByRole('button', { name: 'Merge into the folder' }).click();
  await page.getByRole('heading', { name: 'again is merged into the folder' }).waitFor();
  expect(await onDisk('collections/again.yml')).toBe(films(60));
  eyes.expectTrouble(/412/);
});

test('a branch is removed and brought back; in light, and on a phone', async () => {
  const file = await send('POST', '/config/files', { path: 'collections/phone.yml', content: films(50) });
  await branchWith('phone', file, films(60), films(70));
  const light = await eyes.open(`${product.url}/files/branches`, { ...wide, colorScheme: 'light' });
  await light.evaluate(`localStorage.setItem('marquee-theme', 'light')`);
  await light.reload();
  await light.getByRole('button', { name: 'Remove phone' }).click();
  const dialog = light.getByRole('dialog', { name: 'Remove the branch phone?' });
  await eyes.look(light, 'branches-remove');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await light.getByText('phone is removed.').waitFor();
  await light.getByRole('button', { name: 'Undo' }).click();
  await light.getByText('phone is back.').waitFor();
  await until(
    () => ask(`${product.url}/api/config/branches/phone`, { headers: product.headers }),
    ({ status }) => status === 200,
  );
  await light.goto(`${product.url}/files/branches/phone/merge`);
  await text(light).getByText('imdb_chart').waitFor();
  await eyes.look(light, 'branches-merge-light');
  await eyes.accessible(light);

  const phone = await eyes.open(`${product.url}/files/branches`, { width: 390, height: 844, touch: true });
  await phone.getByRole('link', { name: 'phone', exact: true }).waitFor();
  await eyes.look(phone, 'branches-phone-list');
  await eyes.accessible(phone);
  await phone.getByRole('link', { name: 'Open phone' }).click();
  await phone.getByText('Kometa reads the folder, not this.').waitFor();
  await eyes.look(phone, 'branches-phone-tree');
  await eyes.accessible(phone);
  await phone.getByRole('link', { name: 'Merge…' }).click();
  await place(phone).waitFor();
  await eyes.look(phone, 'branches-phone-merge');
  await eyes.accessible(phone);
  await phone.getByRole('button', { name: 'Show the next' }).click();
  await place(phone).getByRole('button', { name: 'Take the folder’s' }).click();
  await phone.getByText('Nothing is left to decide.').waitFor();
  await phone.getByRole('textbox', { name: 'What the version says' }).fill('From the sofa');
  await eyes.look(phone, 'branches-phone-decided');
});

test('what one removed and the other changed stays or goes; what both added is one or the other', async () => {
  const gone = await send('POST', '/config/files', { path: 'collections/gone.yml', content: films(50) });
  await send('POST', '/config/branches', { name: 'odd' });
  await ask(`${product.url}/api/config/files/${gone.id}?branch=odd`, {
    method: 'DELETE',
    headers: { ...product.headers, 'if-match': gone.etag },
  });
  await send('POST', '/config/files?branch=odd', { path: 'collections/twice.yml', content: films(2) });
  await send('POST', '/config/files', { path: 'collections/twice.yml', content: 'collections:\n' });
  await send('PUT', `/config/files/${gone.id}`, { content: films(70) }, gone.etag);

  // Whoever knows the name of a page goes there from anywhere.
  const page = await eyes.open(`${product.url}/`, wide);
  await page.getByRole('button', { name: /^Search/ }).click();
  await page.keyboard.type('branches');
  await page.getByRole('option', { name: 'Branches of the config history' }).click();
  await page.getByRole('link', { name: 'Merge odd' }).click();
  const files = page.getByRole('list', { name: 'Files that the branch changed' });
  await files.getByRole('button', { name: /gone.yml/ }).click();
  await page.locator('.line-insert').first().waitFor();
  await eyes.look(page, 'branches-merge-removed');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Keep the file' }).click();
  await page.getByRole('button', { name: 'Show the next' }).click();
  await page.getByRole('heading', { name: 'collections/twice.yml' }).waitFor();
  await page.getByRole('region', { name: 'The whole file' }).waitFor();
  await page.getByRole('button', { name: 'Take the folder’s' }).click();
  await page.getByText('Nothing is left to decide.').waitFor();
  await eyes.look(page, 'branches-merge-whole');
  await eyes.accessible(page);
  await page.getByRole('button', { name: /^Take the branch’s/ }).click();
  await page.getByRole('button', { name: 'Merge into the folder' }).click();
  await page.getByRole('heading', { name: 'odd is merged into the folder' }).waitFor();
  expect(await onDisk('collections/gone.yml')).toBe(films(70));
  expect(await onDisk('collections/twice.yml')).toBe(films(2));
});
