import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ask } from '../ask.ts';
import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(180_000);

let product: Product;
const eyes = useBrowser();
const path = 'second/config.yml';
const written = `# A second configuration, by hand.
libraries:
  Films: # the big one
    collection_files:
      - default: basic
      - default: imdb # charts
        template_variables:
          use_separator: false
      - file: config/collections/mine.yml
    overlay_files:
      - default: ratings
    operations:
      mass_critic_rating_update: imdb # everybody knows it
      assets_for_all: true
settings:
  cache: true
  cache_expiration: 60
  sync_mode: append
  save_missing: true
plex:
  url: http://127.0.0.1:9
  token: a-token-of-twenty-characters
  clean_bundles: weekly(sunday)
tmdb:
  apikey: 0123456789abcdef0123456789abcdef
`;

beforeAll(async () => {
  product = await startProduct();
  const { status } = await ask(`${product.url}/api/config/files`, {
    method: 'POST',
    headers: product.headers,
    body: { path, content: written },
  });
  expect(status).toBe(201);
}, 90_000);
afterAll(() => product?.end());

const onDisk = () => readFile(join(product.dataFolder, 'kometa', path), 'utf8');

async function openForm(
  section: string,
  screen: Parameters<typeof eyes.open>[1] & { light?: true } = {},
): Promise<Page> {
  const query = new URLSearchParams({ file: path, view: 'form', section });
  const page = await eyes.open(`${product.url}/files?${query}`, { width: 1440, height: 900, ...screen });
  if (screen.light) {
    await page.evaluate(`localStorage.setItem('marquee-theme', 'light')`);
    await page.reload();
  }
  await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
  return page;
}

test('what a form changes is one line of the text, whose comments and secrets stay', async () => {
  const page = await openForm('connections');
  await page.getByText('Set', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Test Plex' }).click();
  await page.getByTestId('test-result').getByText('Check that Plex runs').waitFor();
  await eyes.look(page, 'config-form-connections');
  await eyes.accessible(page);

  await page
    .getByRole('navigation', { name: 'Parts of the file' })
    .getByRole('button', { name: /^Films/ })
    .click();
  await page.getByRole('group', { name: 'Collection files', exact: true }).waitFor();
  await eyes.look(page, 'config-form-library');
  await eyes.accessible(page);
  await page.getByRole('switch', { name: 'assets_for_all', exact: true }).click();

  await page.getByRole('button', { name: 'YAML', exact: true }).click();
  await page.getByTestId('text-pane').getByText('assets_for_all').waitFor();
  await page.getByRole('button', { name: 'Form', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  expect(await onDisk()).toBe(written.replace('assets_for_all: true', 'assets_for_all: false'));
});

test('one of Kometa’s own files comes into a library with its variables, and goes again with one step back', async () => {
  const page = await openForm('defaults');
  await page.getByRole('button', { name: /^oscars/ }).waitFor();
  await eyes.look(page, 'config-form-defaults');
  await eyes.accessible(page);
  await page.getByRole('button', { name: /^oscars/ }).click();
  const dialog = page.getByRole('dialog', { name: 'oscars' });
  await dialog.getByRole('button', { name: 'Add to its template variables' }).click();
  await dialog.getByRole('combobox', { name: 'Add to its template variables' }).fill('separator');
  await page.getByRole('option', { name: /^use_separator/ }).click();
  await dialog.getByRole('switch', { name: 'use_separator' }).click();
  await eyes.look(page, 'config-form-default-dialog');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Use in Films' }).click();
  const files = page.getByRole('group', { name: 'Collection files', exact: true });
  const fields = files.getByRole('combobox', { name: /^Collection files \d+$/ });
  await until(
    () => fields.count(),
    (count) => count === 4,
  );
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await until(
    () => fields.count(),
    (count) => count === 3,
  );
});

test('an old name is mended where it stands', async () => {
  const page = await openForm('settings', { light: true });
  const mend = page.getByRole('button', { name: 'Rename to save_report' });
  await mend.waitFor();
  await eyes.look(page, 'config-form-settings-light');
  await eyes.accessible(page);
  await mend.click();
  await page.getByRole('switch', { name: 'save_report' }).waitFor();
});

test('on a phone the parts of the file are one list above the form', async () => {
  const page = await openForm('library/Films', { width: 390, height: 844, touch: true });
  await page.getByRole('combobox', { name: 'Parts of the file' }).waitFor();
  await eyes.look(page, 'config-form-phone');
  await eyes.accessible(page);
  const light = await openForm('defaults', { width: 390, height: 844, touch: true, light: true });
  await light.getByRole('button', { name: /^oscars/ }).waitFor();
  await eyes.look(light, 'config-form-defaults-phone-light');
  await eyes.accessible(light);
});
