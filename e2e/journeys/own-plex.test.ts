import { type PlexStandIn, startDemoPlex } from '@marquee/stand-ins';
import { useBrowser } from '../browser/browser.ts';
import { picturesShown } from '../browser/on-screen.ts';
import { drawnArt, type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(60_000);

let plex: PlexStandIn;
let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  plex = await startDemoPlex({ cacheDir: drawnArt });
  product = await startProduct({
    env: {
      MARQUEE_PLEX_URL: plex.url,
      MARQUEE_PLEX_TOKEN: plex.token,
      MARQUEE_PLEX_NAME: 'Plex in the cellar',
    },
  });
}, 30_000);
afterAll(async () => {
  await product?.end();
  await plex?.close();
});

/** Every value the progress bar ever had, also those too short to be caught by looking now and then. */
const watchProgress = `(() => {
  window.progressSeen = [];
  new MutationObserver(() => {
    const bar = document.querySelector('main [role="progressbar"]');
    if (bar) window.progressSeen.push(Number(bar.getAttribute('aria-valuenow')));
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
})()`;

/** Presses it where it still is: the page may come back by itself between looking and pressing. */
const tryAgain = `[...document.querySelectorAll('[role="alert"] button')]
  .find((button) => button.textContent === 'Try again')?.click()`;

test('preparing posters shows its progress live, also from another page, and how it ended', async () => {
  const page = await eyes.open(`${product.url}/libraries/plex.1`);
  await page.getByRole('grid', { name: 'Films in Films' }).getByRole('link').first().waitFor();
  await page.getByRole('status', { name: 'Connection: Live' }).waitFor();
  await picturesShown(page, 10);
  await page.evaluate(watchProgress);
  // The last posters come late, so that there is a middle to look at.
  const late = plex.faults.add({
    path: '/library/metadata/*/thumb/*',
    skip: 50,
    effect: { kind: 'delay', milliseconds: 3000 },
  });

  await page.getByRole('button', { name: 'Library actions' }).click();
  await page.getByRole('menuitem', { name: /Prepare posters/ }).click();
  await page.getByText(/^Preparing posters: [1-9]\d* of \d+$/).waitFor();
  await eyes.look(page, 'prepare-running');
  await eyes.accessible(page);
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Music/ })
    .click();
  await page.getByRole('link', { name: /^Preparing posters, \d+ %$/ }).click();
  late();

  await page.getByText(/^\d+ posters are ready$/).waitFor();
  await picturesShown(page, 10);
  await eyes.look(page, 'prepare-done');
  await eyes.accessible(page);
  const seen = await page.evaluate<number[]>('window.progressSeen');
  expect(seen.some((percent) => percent > 0 && percent < 100)).toBe(true);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  await page.getByRole('button', { name: 'Hide this message' }).click();
  await page.getByText(/^\d+ posters are ready$/).waitFor({ state: 'hidden' });
});

test('a second wish while one is running joins it instead of starting another', async () => {
  const late = plex.faults.add({
    path: '/library/metadata/*/thumb/*',
    effect: { kind: 'delay', milliseconds: 3000 },
  });
  const page = await eyes.open(`${product.url}/libraries/plex.3`);
  const asked: string[] = [];
  for (let wish = 1; wish <= 2; wish += 1) {
    await page.getByRole('button', { name: 'Library actions' }).click();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/prepare-posters')),
      page.getByRole('menuitem', { name: /Prepare posters/ }).click(),
    ]);
    asked.push((await answer.json()).data.id);
  }
  late();
  expect(asked[1]).toBe(asked[0]);
  await page.getByText(/^\d+ posters are ready$/).waitFor();
});

test('a library without titles says what it waits for', async () => {
  plex.change((state) => {
    state.items = state.items.filter(({ sectionId }) => sectionId !== 2);
  });
  const page = await eyes.open(`${product.url}/libraries/plex.2`);
  await page.getByRole('heading', { name: /^Nothing in .* yet$/ }).waitFor();
  await eyes.look(page, 'library-empty');
  await eyes.accessible(page);
});

test('while a list is on its way its place is held', async () => {
  const page = await eyes.open(`${product.url}/system`);
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/api/libraries/*/items*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${product.url}/libraries/plex.1`);
  await page.getByRole('heading', { level: 1, name: 'Films' }).waitFor();
  await eyes.look(page, 'library-loading');
  await eyes.accessible(page);
  go();
  await page.getByRole('grid', { name: 'Films in Films' }).getByRole('link').first().waitFor();
});

test('Plex being gone is told with what to do, and asking again brings the page back', async () => {
  eyes.expectTrouble(/status of 50[234]/);
  const gone = plex.faults.add({ path: '*', effect: { kind: 'status', status: 503 } });
  const page = await eyes.open(`${product.url}/items/plex.1010`);
  const alert = page.getByRole('alert');
  await alert.getByRole('heading', { name: 'The Plex server does not answer' }).waitFor();
  await eyes.look(page, 'plex-gone-item');
  await eyes.accessible(page);

  await page.goto(`${product.url}/system`);
  await page.getByRole('heading', { level: 1, name: 'Something needs a look' }).waitFor();
  await page
    .getByRole('main')
    .getByText(/^Plex in the cellar: /)
    .first()
    .waitFor();
  await eyes.look(page, 'plex-gone-system');
  await eyes.accessible(page);

  await page.goto(`${product.url}/items/plex.1010`);
  await alert.waitFor();
  gone();
  const film = page.getByRole('article').getByRole('heading', { level: 1 });
  // Marquee leaves a failing Plex alone for a moment, so the first asking may come too early.
  await until(
    async () => {
      await page.evaluate(tryAgain);
      return film.isVisible();
    },
    (back) => back,
  );
});
