import { useBrowser } from '../browser/browser.ts';
import { picturesShown } from '../browser/on-screen.ts';
import { type Product, startProduct } from '../product.ts';

jest.setTimeout(60_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 30_000);
afterAll(() => product?.end());

test('the system page tells of every part and how it is', async () => {
  const page = await eyes.open(`${product.url}/system`);
  await page.getByRole('heading', { level: 1, name: 'Everything works' }).waitFor();
  const main = page.getByRole('main');
  for (const part of ['gateway', 'config', 'Disk']) {
    await main.getByRole('heading', { name: part }).waitFor();
  }
  await main.getByText('one process').waitFor();
  await eyes.look(page, 'system');
  await eyes.accessible(page);
});

test('while Marquee is gone the page says so and stays readable; when it is back it recovers by itself', async () => {
  eyes.expectTrouble(
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/,
  );
  const page = await eyes.open(`${product.url}/libraries/demo.1`);
  const live = page.getByRole('status', { name: /^Connection: / });
  await page.getByRole('status', { name: 'Connection: Live' }).waitFor();
  await picturesShown(page, 10);
  await product.kill();

  await page.getByText('Marquee does not answer.').first().waitFor();
  await page.getByRole('status', { name: 'Connection: Offline' }).waitFor();
  await picturesShown(page, 10);
  await eyes.look(page, 'offline');
  await eyes.accessible(page);

  // Somebody goes on meanwhile, to what was not loaded yet.
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Series/ })
    .click();
  await page.getByRole('alert').waitFor();
  await eyes.look(page, 'offline-page');

  await product.restart();
  await page.getByRole('status', { name: 'Connection: Live' }).waitFor();
  await page.getByText('Marquee does not answer.').first().waitFor({ state: 'hidden' });
  await page.getByRole('grid', { name: 'Series in Series' }).getByRole('link').first().waitFor();
  await picturesShown(page, 5);
  expect(await live.count()).toBe(1);
});
