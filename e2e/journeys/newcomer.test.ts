import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useBrowser } from '../browser/browser.ts';
import { picturesShown, titlesIn } from '../browser/on-screen.ts';
import { type Product, startProduct } from '../product.ts';
import { projectRoot } from '../program.ts';

jest.setTimeout(60_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct({ art: 'fresh' });
}, 30_000);
afterAll(() => product?.end());

test('a newcomer lands on the libraries and sees the posters of the demo', async () => {
  const page = await eyes.open(product.url);
  await page.getByRole('heading', { name: 'Libraries', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/libraries');
  expect(await page.title()).toBe('Libraries · Marquee');

  const cards = page.getByRole('main').getByRole('listitem');
  await cards.getByText(/^\d+ films$/).waitFor();
  expect(await cards.getByRole('heading').allTextContents()).toEqual(['Films', 'Series', 'Music']);
  expect(await picturesShown(page, 9)).toBeGreaterThanOrEqual(9);
  await eyes.look(page, 'libraries');
  await eyes.accessible(page);

  await cards.getByRole('link', { name: /Films/ }).click();
  const grid = page.getByRole('grid', { name: 'Films in Films' });
  await grid.waitFor();
  expect(await picturesShown(page, 10)).toBeGreaterThanOrEqual(10);
  expect((await titlesIn(grid))[0]).toBe('Aurora Station, 2024');
  await eyes.look(page, 'library');
  await eyes.accessible(page);
});

test('nothing that reaches the browser tells the token of Plex or speaks to another place', async () => {
  const asked = new Set<string>();
  const page = await eyes.open(`${product.url}/libraries`);
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('json')) answers.push(response.text());
  });
  await page.getByRole('link', { name: /Films/ }).first().click();
  await picturesShown(page, 10);
  expect([...asked]).toEqual([product.url]);
  const texts = await Promise.all(answers);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => /x-plex-token/i.test(text))).toEqual([]);
});

test('the picture of the README shows the library of films', async () => {
  const page = await eyes.open(`${product.url}/libraries/demo.1`, { width: 1440, height: 900 });
  await picturesShown(page, 10);
  await eyes.look(page, 'readme');
  if (process.env.MARQUEE_SCREENSHOT !== '1') return;
  await copyFile(
    join(projectRoot, 'artifacts/screenshots/readme.png'),
    join(projectRoot, 'docs/screenshot.png'),
  );
});
