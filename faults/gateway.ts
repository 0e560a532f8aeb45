import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { owner, setUp } from '../e2e/account.ts';
import { type Browser, openBrowser } from '../e2e/signed-in.ts';
import { checkEntrances, comeWithSpentTokens, compare, lookInto } from './gateway-checks.ts';
import { loadUntilKilled, type Made, PASSWORD, type Refresher } from './gateway-load.ts';
import { createLedger } from './ledger.ts';
import { type Product, sparePort, startProduct } from './product.ts';
import { percentile, seeded } from './random.ts';

const KILLS = 50;
const REFRESHERS = 6;
const SEED = 20261121;

interface Totals {
  startMs: number[];
  damaged: string[];
  refreshes: number;
  cut: number;
  /** Cut after their token was traded: only the grace lets them in. */
  spent: number;
  lockedOut: string[];
}

async function openRefreshers(url: string, admin: Browser): Promise<Refresher[]> {
  const names = Array.from({ length: REFRESHERS }, (_, n) => `Refresher ${n}`);
  return Promise.all(
    names.map(async (name) => {
      const body = { name, password: PASSWORD, role: 'viewer' };
      const { status, error } = await admin.ask('POST', '/api/users', { body });
      if (status !== 201) throw new Error(`${name} was not made: ${JSON.stringify(error)}`);
      const browser = await openBrowser({ url, name, password: PASSWORD });
      return { browser, spent: '', answered: 0, waiting: false };
    }),
  );
}

async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-gateway-'));
  const file = join(folder, 'gateway', 'gateway.db');
  const random = seeded(SEED);
  const port = await sparePort();
  const totals: Totals = {
    ...{ startMs: [], damaged: [], lockedOut: [] },
    ...{ refreshes: 0, cut: 0, spent: 0 },
  };
  const made: Made = { ledger: createLedger(), keys: new Map(), people: new Map(), removedKeys: [], bad: [] };
  let product: Product = await startProduct(folder, port);
  try {
    const { url } = product;
    await setUp(url, folder);
    let admin = await openBrowser({ url, ...owner });
    const refreshers = await openRefreshers(url, admin);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      for (const refresher of refreshers) refresher.waiting = false;
      const loaded = loadUntilKilled(admin, refreshers, made, kill);
      await pause(300 + random() * 700);
      await product.kill();
      await loaded;
      product = await startProduct(folder, port);
      totals.startMs.push(product.startMs);
      const cut = refreshers.filter(({ waiting }) => waiting);
      const { damage, spent } = lookInto(
        file,
        cut.map(({ browser }) => browser.token),
      );
      totals.damaged.push(...damage);
      totals.cut += cut.length;
      totals.spent += spent;
      // The token from before the kill first: it must still open.
      if ((await admin.ask('GET', '/api/auth/me')).status !== 200)
        totals.lockedOut.push('the admin by the access token of before');
      admin = await openBrowser({ url, ...owner });
      await compare(admin, made);
      totals.lockedOut.push(...(await checkEntrances(url, refreshers, made)));
    }
    totals.refreshes = refreshers.reduce((sum, { answered }) => sum + answered, 0);
    const refused = await comeWithSpentTokens(refreshers);
    return tableOf(totals, made, refused);
  } finally {
    await product.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tableOf(totals: Totals, { ledger, bad }: Made, refused: number) {
  const { damaged, lockedOut, startMs } = totals;
  const kinds = [...ledger.tallies];
  const lost = kinds.reduce((sum, [, tally]) => sum + tally.lost, 0);
  return {
    title: 'The gateway killed during writes and refreshes',
    columns: ['what', 'answered', 'cut by a kill', 'of these done all the same', 'lost or locked out'],
    rows: [
      ...kinds.map(([kind, { acknowledged, cut, doneAllTheSame, lost: gone }]) =>
        [kind, acknowledged, cut, doneAllTheSame, gone].map(String),
      ),
      ['sessions refreshed', totals.refreshes, totals.cut, totals.spent, lockedOut.length].map(String),
      [
        'control: the same, were there no grace for a lost answer',
        '–',
        totals.cut,
        totals.spent,
        totals.spent,
      ].map(String),
    ],
    notes: [
      `The real one-process Marquee, kill -9 ${KILLS} times at random moments (seed ${SEED}) on the same data folder, while settings, API keys, accounts and roles are written and ${REFRESHERS} people do nothing but refresh.`,
      `After each restart: integrity_check and foreign_key_check of the gateway’s database (${damaged.length} times damaged), everything acknowledged read back, every cookie, API key and access token from before used, and two passwords.`,
      'Whoever was cut goes on with the token they have. “Done all the same”: the gateway had traded it already, and the answer was lost; without the grace the token would be taken for stolen.',
      `The watch for stolen tokens was awake: ${refused} of ${REFRESHERS} tokens from long ago were refused and ended their session.`,
      `Ready again after ${percentile(startMs, 0.5)} ms in the median, ${percentile(startMs, 1)} at most. Other answers: ${bad.length}.`,
      ...[...damaged, ...lockedOut, ...bad].slice(0, 8),
    ],
    pass:
      damaged.length + lockedOut.length + bad.length + lost === 0 &&
      refused === REFRESHERS &&
      totals.cut > 0 &&
      totals.spent > 0,
  };
}

export default { name: 'gateway', run };
