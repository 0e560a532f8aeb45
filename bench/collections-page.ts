import { SignedIn } from '@marquee/contracts';
import { startDemoPlex } from '@marquee/stand-ins';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { chromiumPath } from '../e2e/browser/chromium-path.ts';
import { startProduct } from './grid-product.ts';
import { median, type Table } from './table.ts';

const FILES = 50;
const IN_EACH = 100;
const ROUNDS = 5;
const GOAL_MS = 300;

interface Seen {
  /** From asking for the list until all of it has come. */
  answerMs: number;
  /** From then until collections are on the screen. */
  renderMs: number;
  /** From pressing the switch until the table is there. */
  tableMs: number;
  /** From the last letter until only what fits is there, with the pause in typing. */
  searchMs: number;
}

type Product = Awaited<ReturnType<typeof startProduct>>;

const collection = (file: number, place: number) =>
  `  List L${file}-${place}:\n    plex_search:\n      all:\n        year: ${1950 + (place % 70)}\n    sync_mode: sync\n`;

const fileText = (file: number) =>
  `collections:\n${Array.from({ length: IN_EACH }, (_, place) => collection(file, place)).join('')}`;

async function addFiles(product: Product, from: number, to: number): Promise<void> {
  const signedIn = await fetch(`${product.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(product.owner),
  });
  const { data } = z.object({ data: SignedIn }).parse(await signedIn.json());
  for (let file = from; file < to; file += 1) {
    const made = await fetch(`${product.url}/api/config/files`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${data.accessToken}` },
      body: JSON.stringify({ path: `collections/${file}.yml`, content: fileText(file) }),
    });
    if (!made.ok) throw new Error(`File ${file} could not be made: ${await made.text()}`);
  }
}

/** When the list has come, and when it was drawn after that. */
const listed = `new Promise((resolve) => {
  const look = () => {
    const asked = performance.getEntriesByType('resource')
      .find(({ name, responseEnd }) => name.endsWith('/api/collections') && responseEnd > 0);
    const drawn = document.querySelector('[data-testid="collection"]');
    if (asked && drawn) {
      resolve({ answerMs: asked.responseEnd - asked.startTime, renderMs: performance.now() - asked.responseEnd });
    } else requestAnimationFrame(look);
  };
  look();
})`;
const Listed = z.object({ answerMs: z.number(), renderMs: z.number() });

/** How long it takes after something is done until something is so, counted within the page. */
const until = (doing: string, so: string) => `new Promise((resolve) => {
  const started = performance.now();
  ${doing};
  const look = () => (${so}) ? resolve(performance.now() - started) : requestAnimationFrame(look);
  requestAnimationFrame(look);
})`;

async function open(browser: Browser, product: Product): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const signedIn = await context.request.post(`${product.url}/api/auth/login`, {
    headers: { origin: product.url },
    data: product.owner,
  });
  if (!signedIn.ok()) throw new Error(`Could not sign in: ${await signedIn.text()}`);
  await context.addInitScript(`localStorage.setItem('marquee-signed-in', 'yes')`);
  const page = await context.newPage();
  await page.goto(`${product.url}/collections`, { waitUntil: 'commit' });
  return page;
}

async function look(browser: Browser, product: Product): Promise<Seen> {
  const page = await open(browser, product);
  const { answerMs, renderMs } = Listed.parse(await page.evaluate(listed));
  await page.waitForLoadState('networkidle');
  const tableMs = await page.evaluate<number>(
    until(
      `document.querySelector('button[value="table"]').click()`,
      `document.querySelector('[data-testid="collection-list"] [role="columnheader"]')`,
    ),
  );
  await page.getByRole('textbox', { name: 'Search collections' }).fill('List L0-7');
  const searchMs = await page.evaluate<number>(
    until('', `document.querySelector('[data-testid="collection-list"]')?.dataset.total === '11'`),
  );
  await page.context().close();
  return { answerMs, renderMs, tableMs, searchMs };
}

async function rounds(browser: Browser, product: Product): Promise<Seen[]> {
  const seen: Seen[] = [];
  // Once unmeasured: files are read and the machine is warm.
  await look(browser, product);
  for (let round = 0; round < ROUNDS; round += 1) seen.push(await look(browser, product));
  return seen;
}

async function run(): Promise<Table> {
  const plex = await startDemoPlex({ cacheDir: 'node_modules/.cache/marquee/bench-art' });
  const product = await startProduct(plex);
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const measure = async () => {
    await addFiles(product, 0, 1);
    const few = await rounds(browser, product);
    await addFiles(product, 1, FILES);
    return { few, many: await rounds(browser, product) };
  };
  const { few, many } = await Promise.race([measure(), product.gone]).finally(async () => {
    await browser.close();
    await product.end();
    await plex.close();
  });
  const of = (seen: readonly Seen[], what: keyof Seen) => median(seen.map((one) => one[what]));
  const row = (name: string, seen: readonly Seen[]) => [
    name,
    ...(['answerMs', 'renderMs', 'tableMs', 'searchMs'] as const).map((what) => of(seen, what).toFixed(0)),
  ];
  return {
    title: 'The page of 5,000 collections in the browser',
    columns: ['collections', 'answer, ms', 'answer to screen, ms', 'cards to table, ms', 'search, ms'],
    rows: [row('100 in one file', few), row('5,000 in 50 files', many)],
    notes: [
      `Chromium without a GPU, 1440 × 900, ${ROUNDS} rounds, medians. Browser, product and Plex share the cores.`,
      'To the screen: from the last byte of the list until its first collections are in the document.',
      'A search waits for a pause of 200 ms in typing.',
    ],
    goals: [
      {
        what: `${FILES * IN_EACH} collections are on the screen ≤ ${GOAL_MS} ms after they have come`,
        measured: `${of(many, 'renderMs').toFixed(0)} ms`,
        reached: of(many, 'renderMs') <= GOAL_MS,
      },
    ],
  };
}

export default { name: 'collections-page', run };
