import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(90_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 30_000);
afterAll(() => product?.end());

test('preparing the posters of a library tells how far it is, goes on when the page is left, and ends well', async () => {
  const page = await eyes.open(`${product.url}/libraries/demo.1`);
  const grid = page.getByRole('grid', { name: 'Films in Films' });
  await grid.getByRole('link').first().waitFor();
  const total = Number(await grid.getAttribute('data-total'));
  await page.getByRole('status', { name: 'Connection: Live' }).waitFor();

  // Written down as it happens: how far the line says it is, each time it changes.
  await page.evaluate(`
    window.told = [];
    new MutationObserver(() => {
      const words = document.querySelector('[data-testid="prepare-progress"]')?.textContent ?? '';
      const done = /Preparing posters: (\\d+) of/.exec(words)?.[1];
      if (done !== undefined && Number(done) !== window.told.at(-1)) window.told.push(Number(done));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });`);
  await page.getByRole('button', { name: 'Library actions' }).click();
  await page.getByRole('menuitem', { name: /Prepare posters/ }).click();
  const line = page.getByTestId('prepare-progress');
  await line.waitFor();
  await eyes.look(page, 'prepare-running');

  // Somewhere else and back, without loading the page: the work goes on and the line is there.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'System' }).click();
  await page.getByRole('heading', { level: 1, name: 'Everything works' }).waitFor();
  await page.goBack();
  await line.getByText(`${total} posters are ready`).waitFor();
  await eyes.look(page, 'prepare-done');
  await eyes.accessible(page);

  const told = await page.evaluate<number[]>('window.told');
  expect(told).toEqual([...told].sort((a, b) => a - b));

  await line.getByRole('button', { name: 'Hide this message' }).click();
  await line.waitFor({ state: 'hidden' });
});

test('a second wish while one is running joins it instead of starting another', async () => {
  const page = await eyes.open(`${product.url}/libraries/demo.2`);
  await page.getByRole('grid').getByRole('link').first().waitFor();
  const ids: string[] = [];
  page.on('response', async (response) => {
    if (response.request().method() !== 'POST') return;
    ids.push((await response.json()).data.id);
  });
  for (let wish = 1; wish <= 2; wish += 1) {
    await page.getByRole('button', { name: 'Library actions' }).click();
    await page.getByRole('menuitem', { name: /Prepare posters/ }).click();
    await until(
      () => ids.length,
      (answers) => answers === wish,
    );
  }
  const line = page.getByTestId('prepare-progress');
  await until(
    () => line.getAttribute('data-state'),
    (state) => state === 'succeeded',
  );
});
