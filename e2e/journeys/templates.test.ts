import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ask } from '../ask.ts';
import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';

jest.setTimeout(120_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product?.end());

const onDisk = (path: string) => readFile(join(product.dataFolder, 'kometa', path), 'utf8');
const list = (page: Page) => page.getByRole('list', { name: 'Templates' });

async function openTemplates(screen: Parameters<typeof eyes.open>[1] = {}): Promise<Page> {
  const page = await eyes.open(`${product.url}/templates`, { width: 1440, height: 900, ...screen });
  await list(page).getByText('Best of a decade').waitFor();
  return page;
}

test('a template is filled in, looked at, and written into a new file that a library lists', async () => {
  const page = await openTemplates();
  await eyes.look(page, 'templates');
  await eyes.accessible(page);
  await page.getByRole('textbox', { name: 'Find a template' }).fill('decade');
  await page.getByText('2 templates', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Use Best of a decade' }).click();
  const dialog = page.getByRole('dialog', { name: 'Best of a decade' });
  await dialog.getByRole('textbox', { name: 'First year of the decade' }).fill('1980');
  await dialog.getByText('Best of the 1980s:').waitFor();
  await dialog.getByText('config.yml, which lists the file').waitFor();
  await eyes.look(page, 'templates-use');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Write it' }).click();
  const written = page.getByRole('dialog', { name: 'Best of the 1980s' });
  await written.getByText('is in collections/templates.yml, at line 2', { exact: false }).waitFor();
  await eyes.look(page, 'templates-written');
  expect(await onDisk('collections/templates.yml')).toContain('decade: 1980\n');
  expect(await onDisk('config.yml')).toContain('      - file: config/collections/templates.yml\n');
  await written.getByRole('link', { name: 'Open in Files' }).click();
  await page.getByTestId('text-pane').getByText('plex_search').waitFor();

  // The same name a second time is refused with the reason.
  const again = await openTemplates();
  await again.getByRole('button', { name: 'Use Best of a decade' }).click();
  const second = again.getByRole('dialog', { name: 'Best of a decade' });
  eyes.expectTrouble(/409/);
  await second.getByRole('textbox', { name: 'First year of the decade' }).fill('1980');
  await second.getByText('in this file already', { exact: false }).waitFor();
  await eyes.look(again, 'templates-refused');
  await second.getByRole('textbox', { name: 'Name' }).fill('The eighties');
  await second.getByText('The eighties:').waitFor();
});

test('a collection of one’s own is kept with variables, used, and taken away', async () => {
  const { status } = await ask(`${product.url}/api/config/files`, {
    method: 'POST',
    headers: product.headers,
    body: {
      path: 'collections/mine.yml',
      content:
        'collections:\n  Noir:\n    # why\n    plex_search:\n      all:\n        genre: Crime\n        year.lte: 1959\n',
    },
  });
  expect(status).toBe(201);
  // Its name is taken until another one is typed.
  eyes.expectTrouble(/409/);
  const page = await eyes.open(`${product.url}/files?file=collections/mine.yml`, {
    width: 1440,
    height: 900,
  });
  await page.getByTestId('text-pane').getByText('plex_search').waitFor();
  await page.getByRole('button', { name: 'More for this file' }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as template' });
  await dialog.getByRole('checkbox', { name: /year\.lte/ }).check();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Latest year');
  await dialog.getByRole('textbox', { name: 'What it makes' }).fill('Dark films');
  await eyes.look(page, 'templates-save');
  await eyes.accessible(page);
  await dialog.getByRole('button', { name: 'Save the template' }).click();
  await page.getByText('“Noir” is under Templates.').waitFor();

  await page.getByRole('link', { name: 'Templates', exact: true }).click();
  await page.getByRole('button', { name: 'Yours' }).click();
  await page.getByRole('button', { name: 'Use Noir' }).click();
  const use = page.getByRole('dialog', { name: 'Noir' });
  await use.getByRole('textbox', { name: 'Latest year' }).fill('1949');
  await use.getByRole('textbox', { name: 'Name' }).fill('Early noir');
  await use.getByText('year.lte: 1949').waitFor();
  await use.getByRole('button', { name: 'Write it' }).click();
  await page.getByRole('dialog', { name: 'Early noir' }).getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Delete Noir' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('heading', { name: 'You have none of your own yet' }).waitFor();
  await eyes.look(page, 'templates-none');
});

test('in light, and on a phone', async () => {
  // The demo has such a library already.
  eyes.expectTrouble(/409/);
  const light = await openTemplates({ colorScheme: 'light' });
  await light.evaluate(`localStorage.setItem('marquee-theme', 'light')`);
  await light.reload();
  await light.getByRole('button', { name: 'Use Film library' }).click();
  await light.getByRole('dialog', { name: 'Film library' }).getByText('Name').first().waitFor();
  await eyes.look(light, 'templates-light');
  await eyes.accessible(light);

  const phone = await openTemplates({ width: 390, height: 844, touch: true });
  await eyes.look(phone, 'templates-phone');
  await eyes.accessible(phone);
  await phone.getByRole('button', { name: 'Use Short films' }).click();
  await phone.getByRole('dialog', { name: 'Short films' }).getByText('Under 90 minutes:').waitFor();
  await eyes.look(phone, 'templates-phone-use');
  await eyes.accessible(phone);
});
