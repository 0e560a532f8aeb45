import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Rgba } from '@marquee/overlay';
import { openTools } from '@marquee/renderer';
import { useBrowser } from './browser/browser.ts';
import { type DrawingCase, ownDrawing } from './overlays/drawing-case.ts';
import { goldenSample } from './overlays/golden-sample.ts';
import { ourCases } from './overlays/our-cases.ts';
import { openWorkerIn } from './overlays/worker-in-page.ts';
import { type Product, startProduct } from './product.ts';
import { projectRoot } from './program.ts';

jest.setTimeout(240_000);

const shared = process.env.MARQUEE_REFERENCE ?? join(projectRoot, '../shared');
const hasShared = existsSync(join(shared, 'golden/cases'));

let product: Product;
let tools: Awaited<ReturnType<typeof openTools>>;
const eyes = useBrowser();

beforeAll(async () => {
  tools = await openTools({ engine: join(projectRoot, 'dist/engine') });
  product = await startProduct();
}, 60_000);
afterAll(() => product?.end());

/** What the engine in this process makes of it. */
async function drawnHere({ set, facts, layout, base, fonts, images }: DrawingCase) {
  const { engine, text } = tools.open();
  const pictures = new Map<string, Rgba>();
  for (const [reference, bytes] of fonts) text.addFont(reference, bytes);
  for (const [reference, bytes] of images) pictures.set(reference, await tools.codec.decodePicture(bytes));
  const { rgb, account } = engine.draw(base, {
    set,
    matched: new Set(set.definitions.map(({ key }) => key)),
    assumed: new Set(),
    facts,
    sampled: [],
    layout,
    assets: {
      font: (reference) => (fonts.has(reference ?? '') ? (reference ?? '') : undefined),
      image: ({ from, value }) => pictures.get(`${from}:${value}`),
    },
  });
  return {
    sha256: createHash('sha256').update(rgb.data).digest('hex'),
    opaque: true,
    outcome: account.outcome,
    fates: Object.fromEntries(account.overlays.map(({ key, outcome }) => [key, outcome.fate])),
  };
}

test('the browser’s worker draws the same bytes as the engine in Node', async () => {
  const worker = await openWorkerIn(await eyes.open(product.url, { as: 'nobody' }));
  const defaults = join(projectRoot, 'dist/defaults');
  for (const own of ourCases) {
    const one = await ownDrawing(own, defaults);
    expect(one.set.definitions.length).toBeGreaterThan(0);
    const here = await drawnHere(one);
    expect({ name: one.name, outcome: here.outcome }).toEqual({ name: one.name, outcome: 'drawn' });
    expect({ name: one.name, ...(await worker.draw(one)) }).toEqual({ name: one.name, ...here });
  }
});

if (hasShared)
  test('it draws what Kometa itself has drawn, byte for byte', async () => {
    const worker = await openWorkerIn(await eyes.open(product.url, { as: 'nobody' }));
    const sample = await goldenSample(shared, tools);
    expect(sample).toHaveLength(20);
    for (const one of sample) {
      const { sha256 } = await worker.draw(one);
      expect({ name: one.name, sha256 }).toEqual({ name: one.name, sha256: one.expected });
    }
  });
else
  test('Kometa’s own drawings are there to be compared', () => {
    process.stderr.write(`No golden images in ${shared}: the worker was compared with our own engine only\n`);
    expect(process.env.CI).not.toBe('true');
  });
