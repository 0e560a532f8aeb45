import type { Page } from 'playwright-core';
import { owner } from '../account.ts';
import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(60_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 30_000);
afterAll(() => product?.end());

const atSignIn = (page: Page) => page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
const atHome = (page: Page) => page.getByRole('button', { name: `You: ${owner.name}` }).waitFor();

async function signIn(page: Page, password = owner.password): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(owner.name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function leave(page: Page): Promise<void> {
  // What the page has asked for and not got yet comes too late.
  eyes.expectTrouble(/status of 401/);
  await page.getByRole('button', { name: `You: ${owner.name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await atSignIn(page);
}

/** How often the page asked for a new access token. */
function countRefreshes(page: Page): { count: number } {
  const asked = { count: 0 };
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/auth/refresh') asked.count += 1;
  });
  return asked;
}

test('a wrong password is told, the right one leads to where the person wanted to go', async () => {
  eyes.expectTrouble(/status of 401/);
  const page = await eyes.open(`${product.url}/libraries/demo.2`, { as: 'nobody' });
  await atSignIn(page);
  await eyes.look(page, 'sign-in');
  await eyes.accessible(page);
  await signIn(page, 'not this one, sorry');
  await page.getByText('Name and password do not fit together').waitFor();
  await eyes.look(page, 'sign-in-wrong');
  await eyes.accessible(page);
  await signIn(page);
  await page.getByRole('grid', { name: 'Series in Series' }).getByRole('link').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/libraries/demo.2');
});

test('loading the page again keeps the person signed in; signing out does not come undone', async () => {
  const page = await eyes.open(product.url);
  await atHome(page);
  await page.reload();
  await atHome(page);
  await leave(page);
  await eyes.look(page, 'signed-out');
  await page.reload();
  await atSignIn(page);
  await page.goto(`${product.url}/libraries`);
  await atSignIn(page);
});

test('the access token is renewed in the background before it ends', async () => {
  const page = await eyes.open(product.url);
  await atHome(page);
  const asked = countRefreshes(page);
  await page.clock.install();
  await page.reload();
  await atHome(page);
  await until(
    () => asked.count,
    (count) => count === 1,
  );
  await page.clock.fastForward('09:30');
  await until(
    () => asked.count,
    (count) => count === 2,
  );
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Libraries' }).click();
  await page.getByRole('main').getByRole('listitem').first().waitFor();
});

test('two tabs are one person: both stay signed in, and leaving in one leaves the other', async () => {
  const first = await eyes.open(product.url);
  await atHome(first);
  const second = await first.context().newPage();
  await second.goto(`${product.url}/libraries`);
  await atHome(second);
  await Promise.all([first.reload(), second.reload()]);
  await Promise.all([atHome(first), atHome(second)]);
  await leave(first);
  await atSignIn(second);
});

test('signing out everywhere ends the other browser’s session at once', async () => {
  eyes.expectTrouble(/status of 401/);
  eyes.expectTrouble(/WebSocket/);
  const [here, there] = [await eyes.open(`${product.url}/account`), await eyes.open(product.url)];
  await atHome(there);
  await here.getByText('This browser').waitFor();
  await eyes.look(here, 'account');
  await eyes.accessible(here);
  await here.getByRole('button', { name: 'Sign out everywhere' }).click();
  const dialog = here.getByRole('dialog');
  await dialog.getByText(/^Ends \d+ sessions/).waitFor();
  await eyes.look(here, 'sign-out-everywhere');
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await Promise.all([atSignIn(here), atSignIn(there)]);
  await eyes.look(there, 'session-ended');
});

test('an API key made in the browser works for a script until it is removed', async () => {
  const page = await eyes.open(`${product.url}/account`);
  await page.getByRole('button', { name: 'Make a key' }).first().click();
  await page.getByLabel('What it is for').fill('Backup script');
  await page.getByRole('button', { name: 'Make the key' }).click();
  const dialog = page.getByRole('dialog', { name: /Backup script/ });
  await dialog.waitFor();
  await eyes.look(page, 'api-key-made');
  await eyes.accessible(page);
  const key = /mq_[\w-]{43}/.exec((await dialog.textContent()) ?? '')?.[0] ?? '';
  const asScript = () =>
    fetch(`${product.url}/api/libraries`, { headers: { authorization: `Bearer ${key}` } });
  expect((await asScript()).status).toBe(200);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByRole('button', { name: 'Remove the key Backup script' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the key' }).click();
  await until(
    async () => (await asScript()).status,
    (status) => status === 401,
  );
});
