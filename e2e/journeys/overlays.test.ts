import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ask } from '../ask.ts';
import { useBrowser } from '../browser/browser.ts';
import { picturesShown } from '../browser/on-screen.ts';
import { type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';

jest.setTimeout(120_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product?.end());

const layers = (page: Page) =>
  page.getByTestId('layer').evaluateAll((rows) => rows.map((row) => row.dataset.mapping));
const layer = (page: Page, name: string) => page.locator(`[data-testid="layer"][data-mapping="${name}"]`);
const attribute = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const saved = (page: Page) => page.getByTestId('saved-state');
/** The pixels of the stage, as a few numbers that change when any of them does. */
const pixels = (page: Page) =>
  page.evaluate<string>(`(async () => {
    const canvas = [...document.querySelectorAll('main canvas')].toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
    if (!canvas) return '';
    const blob = await new Promise((done) => canvas.toBlob(done));
    const hash = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
    return [...new Uint8Array(hash)].slice(0, 8).join(' ');
  })()`);
/** The pixels once the poster is there. */
async function shown(page: Page): Promise<string> {
  await page.getByLabel('The poster is being drawn').waitFor({ state: 'hidden' });
  return until(
    () => pixels(page),
    (now) => now !== '',
  );
}
const drawn = (page: Page, name: string) =>
  layer(page, name).getByText('Drawn', { exact: false }).first().waitFor();

async function chooseLight(page: Page): Promise<void> {
  await page.evaluate(`localStorage.setItem('marquee-theme', 'light')`);
  await page.reload();
}
async function openFilms(query = '', screen: Parameters<typeof eyes.open>[1] = {}): Promise<Page> {
  const list = await ask(`${product.url}/api/overlays`, { headers: product.headers });
  const files = list.data as { id: string; path: string }[];
  const films = files.find(({ path }) => path === 'overlays/films.yml');
  const page = await eyes.open(`${product.url}/overlays/edit/${films?.id}${query}`, {
    width: 1440,
    height: 900,
    ...screen,
  });
  await page.getByTestId('layer').first().waitFor();
  return page;
}

test('from an empty file over a template to a saved version', async () => {
  const page = await eyes.open(`${product.url}/overlays`, { width: 1440, height: 900 });
  await page.getByTestId('overlay-entry').first().waitFor();
  await picturesShown(page, 6);
  await eyes.look(page, 'overlays-list');
  await eyes.accessible(page);

  await page.getByRole('button', { name: 'New file' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('overlays/journey.yml');
  await page.getByRole('button', { name: 'Make the file' }).click();
  await page.getByText('No layers yet').waitFor();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Add Rating pill' }).click();
  await drawn(page, 'rating-pill');
  const before = await shown(page);

  await attribute(page, 'back_color').getByRole('button', { name: /^Mix/ }).click();
  await page.getByRole('button', { name: 'Violet' }).click();
  await page.keyboard.press('Escape');
  await until(
    () => pixels(page),
    (now) => now !== before,
  );
  await saved(page).getByText('Draft').waitFor();
  await eyes.look(page, 'overlays-editor');
  await eyes.accessible(page);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this file' });
  await dialog.getByRole('region', { name: 'Changed lines' }).getByText('#6E4BD8').waitFor();
  await eyes.accessible(page);
  await dialog.getByRole('textbox', { name: 'What did you change?' }).fill('A violet pill');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await saved(page)
    .getByText(/^Saved .* as version 2/)
    .waitFor();
  const text = await readFile(join(product.dataFolder, 'kometa/overlays/journey.yml'), 'utf8').catch(
    () => null,
  );
  if (text !== null) expect(text).toContain('#6E4BD8');
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('dialog', { name: 'Versions' }).getByText('A violet pill').waitFor();
});

test('the stage, the layers and the YAML stay in step both ways, comments kept; every step can be undone', async () => {
  const page = await openFilms('?layer=rating');
  await page.keyboard.press('y');
  const yaml = page.getByRole('textbox', { name: 'YAML' });
  await yaml.waitFor();
  await drawn(page, 'rating');
  const atFirst = await shown(page);
  await eyes.look(page, 'overlays-yaml');
  await eyes.accessible(page);

  const size = attribute(page, 'font_size').getByRole('textbox');
  await size.fill('80');
  await yaml.getByText('80', { exact: true }).waitFor();
  await until(
    () => pixels(page),
    (now) => now !== atFirst,
  );
  await page.keyboard.press('Tab');

  await yaml.getByText('text(<<audience_rating>>)').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' # how good it is');
  await page.getByRole('button', { name: 'Undo: Edit the YAML' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Nothing to undo' }).waitFor();
  expect(await size.inputValue()).toBe('50');

  // By now fonts and pictures are all there: going back and forth shows the very same pixels.
  const small = await shown(page);
  await page.keyboard.press('Control+Shift+z');
  await until(
    () => pixels(page),
    (now) => now !== small,
  );
  await page.keyboard.press('Control+z');
  await until(
    () => pixels(page),
    (now) => now === small,
  );
});

test('layers are added, ordered, renamed, copied into another file and deleted with the keyboard alone', async () => {
  const page = await openFilms();
  const all = await layers(page);
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Add a layer' }).waitFor();
  await page.getByRole('button', { name: 'Text', exact: true }).focus();
  await page.keyboard.press('Enter');
  await layer(page, 'text').waitFor();
  expect(await layers(page)).toEqual(['text', ...all]);
  await page.keyboard.press('[');
  await until(
    () => layers(page),
    (now) => now[1] === 'text',
  );
  await page.keyboard.press('F2');
  await page.keyboard.type('mine');
  await page.keyboard.press('Enter');
  await layer(page, 'mine').waitFor();
  await page.keyboard.press('Control+d');
  await layer(page, 'mine 2').waitFor();
  await page.keyboard.press('Delete');
  await layer(page, 'mine 2').waitFor({ state: 'detached' });
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+z');
  await until(
    () => layers(page),
    (now) => now.join() === all.join(),
  );
});

test('pinned items show before a save what it changes on them', async () => {
  const page = await openFilms('?layer=rating');
  await drawn(page, 'rating');
  await page.getByRole('button', { name: /^Pin / }).click();
  await page.getByRole('button', { name: /^Unpin / }).waitFor();
  await attribute(page, 'font_size').getByRole('textbox').fill('72');
  await page.keyboard.press('Control+s');
  await page.getByTestId('compared').getByRole('img').waitFor();
  await page.getByText('1 of 1 pinned items change').waitFor();
  await page.getByRole('button', { name: 'Difference' }).click();
  await eyes.look(page, 'overlays-save');
  await eyes.accessible(page);
});

test.each([
  ['light', { width: 1440, height: 900 }],
  ['tablet', { width: 1024, height: 768, touch: true }],
  ['phone', { width: 390, height: 844, touch: true }],
] as const)('the list and the editor on a screen that is %s', async (name, screen) => {
  const page = await eyes.open(`${product.url}/overlays`, screen);
  if (name === 'light') await chooseLight(page);
  await page.getByTestId('overlay-entry').first().waitFor();
  await picturesShown(page, 1);
  await eyes.look(page, `overlays-list-${name}`);
  await eyes.accessible(page);
  await page.getByTestId('overlay-entry').first().getByRole('link').click();
  await page.getByRole('group', { name: 'font_size', exact: true }).waitFor();
  await shown(page);
  await eyes.look(page, `overlays-editor-${name}`);
  await eyes.accessible(page);
  const tooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  expect(tooWide).toBe(false);
});

test.each([
  ['light', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844, touch: true }],
] as const)('the dialogs on a screen that is %s', async (name, screen) => {
  const page = await openFilms('', screen);
  if (name === 'light') await chooseLight(page);
  await drawn(page, 'rating');
  const dialog = page.getByRole('dialog');
  for (const opener of ['Add', 'Choose an item', 'Versions', 'Check for collisions']) {
    const door =
      opener === 'Choose an item'
        ? page.getByTitle(opener)
        : page.getByRole('button', { name: opener, exact: true });
    await door.focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Close' }).waitFor();
    if (opener === 'Check for collisions') {
      await dialog.getByRole('button', { name: 'Check', exact: true }).click();
      await dialog.getByText(/^\d+ collisions$/).waitFor();
    }
    await eyes.look(page, `overlays-dialog-${opener.split(' ')[0]?.toLowerCase()}-${name}`);
    await eyes.accessible(page);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await door.evaluate((button) => button === document.activeElement)).toBe(true);
  }
});

test('the demo’s dashboard leads into the editor', async () => {
  const page = await eyes.open(product.url);
  await page.getByRole('link', { name: 'Open the editor' }).click();
  await page.getByTestId('overlay-editor').waitFor();
  await page.getByTestId('layer').first().waitFor();
});
