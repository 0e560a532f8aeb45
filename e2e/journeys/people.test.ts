import { owner } from '../account.ts';
import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';

jest.setTimeout(60_000);

let product: Product;
const eyes = useBrowser();
const grace = { name: 'Grace', password: 'another horse battery staple' };

beforeAll(async () => {
  product = await startProduct();
}, 30_000);
afterAll(() => product?.end());

test('an admin adds somebody, gives them a role and shuts their account; each is felt at once', async () => {
  eyes.expectTrouble(/status of 40[13]/);
  eyes.expectTrouble(/WebSocket/);
  const page = await eyes.open(`${product.url}/users`);
  await page.getByRole('button', { name: 'Add an account' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add an account' });
  await dialog.getByLabel('Name', { exact: true }).fill(grace.name);
  await dialog.getByLabel('Password', { exact: true }).fill(grace.password);
  await eyes.look(page, 'user-add');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Add the account' }).click();
  await page.getByText('Grace can sign in now.').waitFor();

  const hers = await eyes.open(`${product.url}/users`, { as: grace });
  await hers.getByRole('button', { name: `You: ${grace.name}` }).waitFor();
  await hers.getByRole('heading', { name: /^This page is for admins$/i }).waitFor();
  expect(await hers.getByRole('button', { name: 'Add an account' }).count()).toBe(0);
  await eyes.look(hers, 'no-permission');
  await eyes.accessible(hers);

  await page.getByRole('combobox', { name: 'Role of Grace' }).click();
  await page.getByRole('option', { name: /Editor/ }).click();
  await page.getByText('The role of Grace is Editor now. They sign in again.').waitFor();
  await eyes.look(page, 'users');
  await eyes.accessible(page);
  await hers.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();

  await page.getByRole('button', { name: 'More for Grace' }).click();
  await page.getByRole('menuitem', { name: 'Shut the account' }).click();
  await page.getByText('Grace is signed out everywhere and cannot come in.').waitFor();
  await hers.getByLabel('Name', { exact: true }).fill(grace.name);
  await hers.getByLabel('Password', { exact: true }).fill(grace.password);
  await hers.getByRole('button', { name: 'Sign in', exact: true }).click();
  await hers.getByText('Name and password do not fit together').waitFor();

  await page.goto(`${product.url}/audit`);
  await page.getByText('Shut an account').first().waitFor();
  await page.getByText(owner.name).first().waitFor();
  await eyes.look(page, 'audit');
  await eyes.accessible(page);
});
