import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Response as PageResponse } from 'playwright-core';
import { owner, readSetupCode } from '../account.ts';
import { useBrowser } from '../browser/browser.ts';
import { picturesShown, titlesIn } from '../browser/on-screen.ts';
import { type Product, startProduct } from '../product.ts';
import { projectRoot } from '../program.ts';

jest.setTimeout(60_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct({ art: 'fresh', posters: 'dressed', people: 'nobody' });
}, 30_000);
afterAll(() => product?.end());

test('a newcomer sets Marquee up with the code from the terminal and sees how a poster of the demo is made, then its libraries', async () => {
  const page = await eyes.open(product.url, { as: 'nobody' });
  await page.getByRole('heading', { name: 'Is this Marquee yours?' }).waitFor();
  await eyes.look(page, 'set-up-code');
  await eyes.accessible(page);
  const code = await readSetupCode(product.dataFolder);
  expect(product.said()).toContain(code);

  await page.getByLabel('Set-up code').fill(code.toLowerCase().replaceAll('-', ''));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Make the first admin' }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill(owner.name);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByLabel('The same again').fill(owner.password);
  await eyes.look(page, 'set-up-admin');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Make the account' }).click();

  await page.getByRole('heading', { name: 'Where do your films live?' }).waitFor();
  await eyes.look(page, 'set-up-plex');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('heading', { name: 'Everything is set' }).waitFor();
  await eyes.look(page, 'set-up-done');
  await eyes.accessible(page);
  await page.getByRole('link', { name: 'Open Marquee' }).click();

  // The very first thing to see: a film of the demo with its overlays, in the editor.
  await page.getByText('This is a film of the demo').waitFor();
  const rating = page.locator('[data-overlay="rating"]');
  await rating.waitFor();
  await page.locator('[data-overlay^="resolution-"]').waitFor();
  expect(await rating.getAttribute('aria-pressed')).toBe('true');
  await eyes.look(page, 'first-look');
  await eyes.accessible(page);
  await page.getByRole('button', { name: 'Close this hint' }).click();
  await page.getByText('This is a film of the demo').waitFor({ state: 'detached' });
  await page.reload();
  await rating.waitFor();
  expect(await page.getByText('This is a film of the demo').count()).toBe(0);

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await page.getByRole('heading', { level: 1, name: /^68 films/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  await picturesShown(page, 6);
  await eyes.look(page, 'dashboard');
  await eyes.accessible(page);
  await page.goto(`${product.url}/overlays/first-look`);
  await page.waitForURL(`${product.url}/`);

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Libraries' }).click();
  await page.getByRole('heading', { level: 1, name: 'Libraries' }).waitFor();
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

test('set-up is over for ever: whoever comes to it is led to the sign-in', async () => {
  const page = await eyes.open(`${product.url}/setup`, { as: 'nobody' });
  await page.getByRole('heading', { name: 'Marquee is set up already' }).waitFor();
  await eyes.look(page, 'set-up-over');
  await eyes.accessible(page);
  await page.getByRole('link', { name: 'Go to sign-in' }).click();
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
});

test('nothing that reaches the browser tells the token of Plex or speaks to another place', async () => {
  const asked = new Set<string>();
  const page = await eyes.open(`${product.url}/libraries`);
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  const answers: Promise<string>[] = [];
  const note = (response: PageResponse) => {
    if (response.headers()['content-type']?.includes('json')) answers.push(response.text());
  };
  page.on('response', note);
  await page.getByRole('link', { name: /Films/ }).first().click();
  await picturesShown(page, 10);
  expect([...asked]).toEqual([product.url]);
  page.off('response', note);
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
