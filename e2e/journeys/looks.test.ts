import type { Page } from 'playwright-core';
import { useBrowser } from '../browser/browser.ts';
import { picturesShown } from '../browser/on-screen.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(60_000);

let product: Product;
const eyes = useBrowser();
const phone = { width: 390, height: 844, touch: true };

beforeAll(async () => {
  product = await startProduct({ posters: 'dressed' });
}, 30_000);
afterAll(() => product?.end());

const pictured = new Set(['libraries', 'films', 'film', 'series', 'dashboard']);

const background = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
const scrollsSideways = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

test.each([
  ['libraries', '/libraries', 'Libraries'],
  ['films', '/libraries/demo.1', 'Films'],
  ['film', '/items/demo.1001', /./],
  ['series', '/libraries/demo.2?kind=episode', 'Series'],
  ['music', '/libraries/demo.3?kind=track', 'Music'],
  ['system', '/system', 'Everything works'],
  ['dashboard', '/', /films/],
  ['settings', '/settings', 'Settings'],
  ['account', '/account', 'Ada'],
  ['users', '/users', 'Users'],
  ['audit', '/audit', 'Audit log'],
  ['logs', '/logs', 'Logs'],
  ['about', '/about', /./],
])('on a phone the page of %s fits without scrolling sideways', async (name, path, heading) => {
  const page = await eyes.open(`${product.url}${path}`, phone);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  if (name === 'films' || name === 'series') await page.getByRole('grid').getByRole('link').first().waitFor();
  if (name === 'music') await page.getByRole('grid').getByRole('link').first().waitFor();
  if (pictured.has(name)) await picturesShown(page);
  expect(await scrollsSideways(page)).toBe(false);
  await eyes.look(page, `phone-${name}`);
  await eyes.accessible(page);
});

test('on a phone the bar at the bottom leads from place to place', async () => {
  const page = await eyes.open(`${product.url}/libraries`, phone);
  const bar = page.getByRole('navigation', { name: 'Main' });
  await bar.getByRole('button', { name: 'More' }).tap();
  await page.getByRole('menuitem', { name: 'System' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Everything works' }).waitFor();
  await bar.getByRole('link', { name: 'Libraries' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Libraries' }).waitFor();
});

test('it is dark at first, light when chosen, stays so, and follows the system when told to', async () => {
  const page = await eyes.open(`${product.url}/libraries`, { colorScheme: 'dark' });
  const theme = page.getByRole('button', { name: /^You: / });
  const choose = async (name: string) => {
    await theme.click();
    await page.getByRole('menuitemradio', { name }).click();
  };
  await theme.waitFor();
  const dark = await background(page);
  await choose('Light');
  const light = await until(
    () => background(page),
    (now) => now !== dark,
  );
  await picturesShown(page, 9);
  await eyes.look(page, 'light-libraries');
  await eyes.accessible(page);

  await page.reload();
  await theme.waitFor();
  expect(await background(page)).toBe(light);
  await choose('As the system');
  await until(
    () => background(page),
    (now) => now === dark,
  );
  await page.emulateMedia({ colorScheme: 'light' });
  await until(
    () => background(page),
    (now) => now === light,
  );
});

test.each([
  ['library', '/libraries/demo.1'],
  ['film', '/items/demo.1001'],
  ['system', '/system'],
  ['dashboard', '/'],
  ['settings', '/settings'],
  ['account', '/account'],
  ['users', '/users'],
  ['audit', '/audit'],
  ['logs', '/logs'],
  ['about', '/about'],
])('the page of %s is as readable in the light', async (name, path) => {
  const page = await eyes.open(`${product.url}/libraries`);
  await page.evaluate(`localStorage.setItem('marquee-theme', 'light')`);
  await page.goto(`${product.url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (name === 'library') await picturesShown(page, 10);
  if (name === 'film') await picturesShown(page);
  await eyes.look(page, `light-${name}`);
  await eyes.accessible(page);
});

test('an unknown address says so and leads back', async () => {
  const page = await eyes.open(`${product.url}/popcorn/machine`);
  await page.getByRole('main').getByRole('heading', { name: 'There is no such page' }).waitFor();
  await eyes.look(page, 'unknown-address');
  await eyes.accessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Go to Libraries' }).click();
  await page.getByRole('heading', { level: 1, name: 'Libraries' }).waitFor();
});

test.each([
  ['item', '/items/demo.999999'],
  ['library', '/libraries/demo.99'],
])('an unknown %s is told with what to do and a request id', async (name, path) => {
  eyes.expectTrouble(/status of 404/);
  const page = await eyes.open(`${product.url}${path}`);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  await eyes.look(page, `unknown-${name}`);
  await eyes.accessible(page);
  await alert.getByText('Details').click();
  await alert.getByText(/Request id: \S+/).waitFor();
  await eyes.look(page, `unknown-${name}-details`);
});
