import type { Page } from 'playwright-core';
import { useBrowser } from '../browser/browser.ts';
import { type Product, startProduct } from '../product.ts';

jest.setTimeout(120_000);

let product: Product;
const eyes = useBrowser();

beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product?.end());

const YAML = `overlays:
  resolution:
    overlay:
      name: text(4K)
      font: fonts/Inter-SemiBold.ttf
      font_size: 80
      back_color: "#101010C0"
      back_padding: 20
      horizontal_align: right
      horizontal_offset: 60
      vertical_offset: 60
    plex_all: true
  status:
    overlay:
      name: text(NEW)
      font: fonts/Inter-SemiBold.ttf
      queue: corner
      weight: 10
    plex_all: true
queues:
  corner:
    - horizontal_align: left
      vertical_align: top
      horizontal_offset: 60
      vertical_offset: 60
`;

let files = 0;
async function openStage(screen: Parameters<typeof eyes.open>[1] = {}): Promise<Page> {
  files += 1;
  const answer = await fetch(`${product.url}/api/overlays/files`, {
    method: 'POST',
    headers: {
      ...product.headers,
      'content-type': 'application/json',
      'idempotency-key': `stage-journey-${files}`,
    },
    body: JSON.stringify({ path: `overlays/stage-${files}.yml`, text: YAML }),
  });
  const { data } = (await answer.json()) as { data: { id: string } };
  const page = await eyes.open(`${product.url}/overlays/edit/${data.id}?item=demo.1001`, {
    width: 1440,
    height: 900,
    ...screen,
  });
  await layer(page, 'resolution').waitFor();
  return page;
}
const layer = (page: Page, name: string) => page.locator(`[data-overlay$="${name}"]`);
const labelOf = (page: Page, name: string) => layer(page, name).getAttribute('aria-label');
/** Takes hold of an overlay and moves it, still held. */
async function dragFrom(page: Page, name: string, by: { x: number; y: number }): Promise<void> {
  const box = await layer(page, name).boundingBox();
  if (!box) throw new Error('The overlay is not on the stage');
  await page.mouse.move(box.x + 10, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 10 + by.x, box.y + 10 + by.y, { steps: 8 });
}
const says = (page: Page, words: string) => page.getByText(words).first().waitFor({ state: 'attached' });

test('an overlay is dragged with the mouse and moved by keys, and says where it is', async () => {
  const page = await openStage();
  expect(await labelOf(page, 'resolution')).toBe(
    'resolution, text, 60 px from the right, 60 px from the top, drawn',
  );
  await page.keyboard.down('Control');
  await dragFrom(page, 'resolution', { x: -70, y: 80 });
  await eyes.look(page, 'overlay-stage-drag');
  await page.mouse.up();
  await page.keyboard.up('Control');
  const right = Number(await page.locator('[data-attribute="horizontal_offset"] input').inputValue());
  const top = Number(await page.locator('[data-attribute="vertical_offset"] input').inputValue());
  await says(page, `resolution: ${right} px from the right, ${top} px from the top`);
  expect(right).toBeGreaterThan(60);
  expect(top).toBeGreaterThan(60);

  await layer(page, 'resolution').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await says(page, `resolution: ${right - 1} px from the right, ${top + 10} px from the top`);
  await eyes.accessible(page);
});

test('Alt takes a copy along, by mouse and by key; each is one step', async () => {
  const page = await openStage();
  await page.keyboard.down('Alt');
  await dragFrom(page, 'resolution', { x: -120, y: 120 });
  await layer(page, 'resolution 2').waitFor();
  await eyes.look(page, 'overlay-stage-copy');
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await page.getByRole('button', { name: 'Undo: Duplicate resolution' }).waitFor();
  expect(await labelOf(page, 'resolution')).toContain('60 px from the right, 60 px from the top');
  expect(await layer(page, 'resolution 2').getAttribute('aria-pressed')).toBe('true');

  await layer(page, 'resolution').focus();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await says(page, 'resolution 3: 60 px from the right, 70 px from the top');
  expect(await layer(page, 'resolution 3').evaluate((box) => box === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await says(page, 'resolution 3: 60 px from the right, 71 px from the top');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
  await layer(page, 'resolution 2').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Nothing to undo' }).waitFor();
});

test('what a queue places is explained instead of moved', async () => {
  const page = await openStage();
  await layer(page, 'status').focus();
  await page.keyboard.press('ArrowRight');
  await says(page, 'A queue places status');
  expect(await labelOf(page, 'status')).toContain('60 px from the left');
});

test('zoomed in far, each pixel can be read', async () => {
  const page = await openStage();
  await page.getByRole('button', { name: 'Read single pixels' }).click();
  const stage = page.getByTestId('stage');
  await stage.focus();
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('+');
  await page.getByRole('button', { name: 'Zoom, 800 %' }).waitFor();
  const box = await stage.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
  expect(await page.getByTestId('pixel').textContent()).toMatch(/^x \d+, y \d+, #[0-9A-F]{6}$/);
  await eyes.look(page, 'overlay-stage-pixels');
});

test('the wipe shows the bare poster, and what is saved as soon as something is not', async () => {
  const page = await openStage();
  await page.getByRole('button', { name: 'Compare with the bare poster' }).click();
  await page.getByText('Without overlays', { exact: true }).waitFor();
  await layer(page, 'resolution').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('As saved', { exact: true }).waitFor();
  await page.getByRole('slider', { name: 'How much is shown as saved' }).fill('30');
  await eyes.look(page, 'overlay-stage-wipe');
  await eyes.accessible(page);
});

test.each([
  ['phone', 390, 844],
  ['tablet', 768, 1024],
  ['tablet-across', 1024, 768],
  ['large-tablet', 1024, 1366],
])('on a %s the tools are one row, large enough for a finger', async (name, width, height) => {
  const page = await openStage({ width, height, touch: true });
  const tools = page.getByRole('group', { name: 'Stage tools' });
  const sizes = await tools.getByRole('button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { top, width, height } = button.getBoundingClientRect();
      return { top, least: Math.min(width, height) };
    }),
  );
  expect(new Set(sizes.map(({ top }) => Math.round(top))).size).toBe(1);
  expect(Math.min(...sizes.map(({ least }) => least))).toBeGreaterThanOrEqual(44);
  await eyes.look(page, `overlay-stage-${name}`);
  await eyes.accessible(page);
  await layer(page, 'resolution').tap();
  await tools.getByRole('button', { name: 'More tools' }).tap();
  await page.getByRole('menuitem', { name: 'Line up left edges' }).tap();
  await page.getByRole('button', { name: 'Undo: Line up resolution' }).waitFor();
  const tooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  expect(tooWide).toBe(false);
});
