import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../browser/browser.ts';
import { picturesShown, scrolledTo, titlesIn } from '../browser/on-screen.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(60_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct({ posters: 'dressed' });
}, 30_000);
afterAll(() => product?.end());

const FIRST = 'Aurora Station, 2024';

const films = async (): Promise<{ page: Page; grid: Locator }> => {
  const page = await eyes.open(`${product.url}/libraries/demo.1`);
  const grid = page.getByRole('grid', { name: 'Films in Films' });
  await grid.getByRole('link', { name: FIRST }).waitFor();
  return { page, grid };
};
const totalOf = async (grid: Locator): Promise<number> => Number(await grid.getAttribute('data-total'));
const narrowed = (page: Page) => page.getByRole('status').filter({ hasText: /^\d+ of \d+ films/ });

test('searching narrows the films, says how many are left, and can be shared as an address', async () => {
  const { page, grid } = await films();
  const all = await totalOf(grid);
  await page.getByRole('textbox', { name: 'Search titles' }).fill('lamp');
  await narrowed(page).waitFor();
  const found = await titlesIn(grid);
  expect(found).toContain('A Lamp for Ostrava, 1963');
  expect(found.every((title) => /lamp/i.test(title))).toBe(true);
  expect(new URL(page.url()).search).toBe('?search=lamp');
  await picturesShown(page);
  await eyes.look(page, 'library-search');
  await eyes.accessible(page);

  await page.reload();
  await narrowed(page).waitFor();
  expect(await titlesIn(grid)).toEqual(found);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await until(
    () => totalOf(grid),
    (total) => total === all,
  );
});

test('a search that finds nothing says why and offers the way back', async () => {
  const { page, grid } = await films();
  await page.getByRole('textbox', { name: 'Search titles' }).fill('zeppelin kitchen');
  const nothing = page
    .getByRole('status')
    .filter({ has: page.getByRole('heading', { name: 'Nothing fits' }) });
  await nothing.getByText('“zeppelin kitchen”').waitFor();
  await eyes.look(page, 'library-nothing-fits');
  await eyes.accessible(page);
  await nothing.getByRole('button').click();
  await grid.getByRole('link', { name: FIRST }).waitFor();
});

test('sorting and filtering change what is shown', async () => {
  const { page, grid } = await films();
  const all = await totalOf(grid);
  await page.getByRole('combobox', { name: 'Sort' }).click();
  await page.getByRole('option', { name: 'Title Z–A' }).click();
  await grid.getByRole('link', { name: FIRST }).waitFor({ state: 'hidden' });
  await grid.getByRole('link').first().waitFor();
  expect(new URL(page.url()).search).toBe('?sort=-title');

  await page.getByRole('button', { name: 'Resolution' }).click();
  await page.getByRole('menuitem', { name: '4K' }).click();
  await narrowed(page).waitFor();
  const of4k = await totalOf(grid);
  expect(of4k).toBeGreaterThan(0);
  expect(of4k).toBeLessThan(all);

  const unwatched = page.getByRole('button', { name: 'Unwatched' });
  await unwatched.click();
  await until(
    () => totalOf(grid),
    (total) => total > 0 && total < of4k,
  );
  expect(await unwatched.getAttribute('aria-pressed')).toBe('true');
  await picturesShown(page);
  await eyes.look(page, 'library-filtered');
});

test('larger posters make fewer columns, and the browser remembers', async () => {
  const { page, grid } = await films();
  const columns = async () => Number(await grid.getAttribute('aria-colcount'));
  const before = await columns();
  await page.getByRole('slider', { name: 'Poster size' }).press('End');
  const after = await until(columns, (now) => now < before);
  await picturesShown(page);
  await eyes.look(page, 'library-large');
  await page.reload();
  await grid.getByRole('link', { name: FIRST }).waitFor();
  expect(await columns()).toBe(after);
});

const isAt = (page: Page, place: number) =>
  until(
    () => scrolledTo(page),
    (now) => now === place,
  );

test('after a film the person is back at the very same place of the grid, and so after loading it again', async () => {
  const { page, grid } = await films();
  await page.mouse.move(755, 520);
  await page.mouse.wheel(0, 1100);
  await isAt(page, 1100);
  await picturesShown(page, 10);
  await page.mouse.click(755, 520);
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  await isAt(page, 0);
  await page.mouse.move(0, 0);
  await picturesShown(page);
  await eyes.look(page, 'film');
  await eyes.accessible(page);

  await page.goBack();
  await grid.getByRole('link').first().waitFor();
  await isAt(page, 1100);
  await picturesShown(page, 10);
  await page.reload();
  await grid.getByRole('link').first().waitFor();
  await isAt(page, 1100);
});

test('a menu opens over the page without moving it', async () => {
  const { page } = await films();
  // While a menu is open the rest of the page is hidden from whoever asks by role.
  const grid = page.getByTestId('poster-grid');
  const before = await grid.boundingBox();
  await page.getByRole('button', { name: 'Library actions' }).click();
  await page.getByRole('menuitem').first().waitFor();
  expect(await grid.boundingBox()).toEqual(before);
  await picturesShown(page, 10);
  await eyes.look(page, 'library-actions');
});
