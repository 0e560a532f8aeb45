import type { Page } from 'playwright-core';
import { useBrowser } from '../browser/browser.ts';
import { picturesShown } from '../browser/on-screen.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(60_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 30_000);
afterAll(() => product?.end());

const ofFocused = (page: Page, what: string): Promise<string> =>
  page.evaluate<string>(`((at) => String(${what} ?? ''))(document.activeElement)`);
/** Waits until the keyboard is on what is called so, and returns the whole name. */
const focusOn = (page: Page, name: RegExp): Promise<string> =>
  until(
    () =>
      ofFocused(
        page,
        `at.matches('main, body') ? '' : at.getAttribute('aria-label') ?? (at.querySelector('.name') ?? at).textContent`,
      ),
    (label) => name.test(label),
  );
const cellIs = (page: Page, index: number): Promise<string> =>
  until(
    () => ofFocused(page, `at.closest('[data-index]')?.dataset.index`),
    (now) => now === String(index),
  );

const films = async (): Promise<Page> => {
  const page = await eyes.open(`${product.url}/libraries/demo.1`);
  await page.getByRole('grid').getByRole('link').first().waitFor();
  return page;
};

test('a library is entered, walked, opened and left without a mouse', async () => {
  const page = await eyes.open(`${product.url}/libraries`);
  await page.getByRole('main').getByRole('link', { name: /Films/ }).waitFor();
  await page.keyboard.press('Tab');
  await focusOn(page, /^Skip to content$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await focusOn(page, /^Films.*films/);
  await page.keyboard.press('Enter');
  const grid = page.getByRole('grid', { name: 'Films in Films' });
  await grid.getByRole('link').first().waitFor();

  const columns = Number(await grid.getAttribute('aria-colcount'));
  await page.keyboard.press('j');
  await cellIs(page, 0);
  await page.keyboard.press('ArrowRight');
  await cellIs(page, 1);
  await page.keyboard.press('ArrowDown');
  await cellIs(page, 1 + columns);
  await page.keyboard.press('Home');
  await cellIs(page, columns);
  await page.keyboard.press('ArrowRight');
  await cellIs(page, 1 + columns);
  await picturesShown(page, 10);
  await eyes.look(page, 'keyboard-grid');
  const chosen = await focusOn(page, /./);

  await page.keyboard.press('Enter');
  const title = await page.getByRole('article').getByRole('heading', { level: 1 }).textContent();
  expect(chosen).toContain(title);
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/libraries\/demo\.1$/);
  await grid.getByRole('link').first().waitFor();
  await page.keyboard.press('j');
  await cellIs(page, 1 + columns);
});

test('Control and End walk to the last film of all and bring it into sight', async () => {
  const page = await films();
  await page.keyboard.press('j');
  await cellIs(page, 0);
  await page.keyboard.press('Control+End');
  await cellIs(page, Number(await page.getByRole('grid').getAttribute('data-total')) - 1);
  await until(
    () =>
      ofFocused(page, `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(at.getBoundingClientRect())`),
    (inSight) => inSight === 'true',
  );
});

test('/ searches, Escape empties, ? shows the map, g s goes to the system', async () => {
  const page = await films();
  await page.keyboard.press('/');
  await focusOn(page, /^Search titles$/);
  await page.keyboard.type('lamp?');
  const search = page.getByRole('textbox', { name: 'Search titles' });
  expect(await search.inputValue()).toBe('lamp?');
  await page.keyboard.press('Escape');
  expect(await search.inputValue()).toBe('');
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  const map = page.getByRole('dialog', { name: 'Keyboard' });
  await map.waitFor();
  await eyes.look(page, 'keyboard-map');
  await eyes.accessible(page);
  await page.keyboard.press('Escape');
  await map.waitFor({ state: 'hidden' });

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForURL(/\/system$/);
  await page.getByRole('heading', { level: 1, name: 'Everything works' }).waitFor();
});
