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

const scrolledTo = (page: Page) => page.evaluate<number>('Math.round(scrollY)');
const isAt = (page: Page, wanted: number) =>
  until(
    () => scrolledTo(page),
    (y) => y === wanted,
  );

async function deepInFilms(): Promise<{ page: Page; place: number }> {
  const page = await eyes.open(`${product.url}/libraries/demo.1`);
  await page.getByRole('grid').getByRole('link').first().waitFor();
  await page.evaluate('scrollTo(0, 1100)');
  await picturesShown(page, 6);
  return { page, place: await scrolledTo(page) };
}

test('after a film the person is back at the very same place of the grid', async () => {
  const { page, place } = await deepInFilms();
  expect(place).toBe(1100);
  await page.mouse.click(640, 520);
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  await isAt(page, 0);
  await picturesShown(page);
  await page.mouse.move(0, 0);
  await eyes.look(page, 'film');
  await eyes.accessible(page);

  await page.goBack();
  await page.getByRole('grid').getByRole('link').first().waitFor();
  await isAt(page, place);
});

test('loading the page again keeps the place, too', async () => {
  const { page, place } = await deepInFilms();
  await page.reload();
  await page.getByRole('grid').getByRole('link').first().waitFor();
  await isAt(page, place);
});
