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
const says = (page: Page, words: string) => page.getByText(words).first().waitFor({ state: 'attached' });

test('an overlay is dragged with the mouse and moved by keys, and says where it is', async () => {
  const page = await openStage();
  expect(await labelOf(page, 'resolution')).toBe(
    'resolution, text, 60 px from the right, 60 px from the top, drawn',
  );
  const box = await layer(page, 'resolution').boundingBox();
  if (!box) throw new Error('The overlay is not on the stage');
  await page.keyboard.down('Alt');
  await page.mouse.move(box.x + 10, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x - 60, box.y + 90, { steps: 8 });
  await eyes.look(page, 'overlay-stage-drag');
  await page.mouse.up();
  await page.keyboard.up('Alt');
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

test('what a queue places is explained instead of moved', async () => {
  const page = await openStage();
  await layer(page, 'status').focus();
  await page.keyboard.press('ArrowRight');
  await says(page, 'A queue places status');
  expect(await labelOf(page, 'status')).toContain('60 px from the left');
});

test('zoomed in far, each pixel can be read; the wipe shows the poster without overlays', async () => {
  const page = await openStage();
  await page.getByRole('button', { name: 'Read single pixels' }).click();
  await page.getByRole('button', { name: 'Compare with before' }).click();
  const stage = page.getByTestId('stage');
  await stage.focus();
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('+');
  await page.getByRole('button', { name: 'Zoom, 800 %' }).waitFor();
  const box = await stage.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
  expect(await page.getByTestId('pixel').textContent()).toMatch(/^x \d+, y \d+, #[0-9A-F]{6}$/);
  await page.getByRole('slider', { name: 'How much of before is shown' }).fill('30');
  await eyes.look(page, 'overlay-stage-pixels');
});

test('on a tablet it fits', async () => {
  const page = await openStage({ width: 1024, height: 1366, touch: true });
  await eyes.look(page, 'overlay-stage-tablet');
  await eyes.accessible(page);
});
