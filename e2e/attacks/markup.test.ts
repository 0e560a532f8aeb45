import { SignedIn } from '@marquee/contracts';
import {
  knownToPlexTv,
  type PlexStandIn,
  type PlexTvStandIn,
  startDemoPlex,
  startPlexTvStandIn,
} from '@marquee/stand-ins';
import { freePort } from '@marquee/testing';
import type { Page } from 'playwright-core';
import { bearer, type Credentials, owner } from '../account.ts';
import { type Answer, ask } from '../ask.ts';
import { useBrowser } from '../browser/browser.ts';
import { drawnArt, type Product, startProduct } from '../product.ts';
import { until } from '../until.ts';
import { strangers } from './addresses.ts';
import { markup } from './markup.ts';
import { rawAsk } from './raw-request.ts';

jest.setTimeout(90_000);

const eyes = useBrowser();
let plex: PlexStandIn;
let plexTv: PlexTvStandIn;
let marquee: Product;
let admin: Credentials;
let nobodyThere: string;

const api = (path: string, more: Parameters<typeof ask>[1] = {}): Promise<Answer> =>
  ask(`${marquee.url}/api${path}`, { ...more, headers: { ...admin, ...more.headers } });
const save = async (body: object): Promise<void> => {
  const { headers } = await api('/system/config');
  const saved = await api('/system/config', {
    method: 'PUT',
    headers: { 'if-match': headers.get('etag') ?? '' },
    body,
  });
  expect([saved.status, saved.error]).toEqual([200, null]);
};
const cellar = (name: string) => ({ id: 'cellar', name, url: plex.url, token: plex.token });

beforeAll(async () => {
  plex = await startDemoPlex({ cacheDir: drawnArt });
  plex.change((state) => {
    const films = state.items.filter(({ sectionId }) => sectionId === 1).slice(0, markup.length);
    state.items = films.map((item, index) => ({ ...item, title: markup[index] ?? '', titleSort: '' }));
  });
  const { server, accounts } = knownToPlexTv(plex);
  const guests = markup.map((title, index) => ({
    ...{ id: 9_000_000 + index, uuid: `guest-${index}`, username: title, title },
    ...{ email: `guest${index}@example.org`, token: `guest-token-${index}` },
  }));
  const access = guests.map(({ id, token }) => ({ accountId: id, accessToken: token }));
  plexTv = await startPlexTvStandIn({
    accounts: [...accounts, ...guests],
    servers: [{ ...server, access: [...server.access, ...access] }],
  });
  nobodyThere = `http://127.0.0.1:${await freePort()}`;
  marquee = await startProduct({
    env: { MARQUEE_PLEX_TV_URL: plexTv.url, MARQUEE_PLEX_APP_URL: plexTv.url },
  });
  const answer = await ask(`${marquee.url}/api/auth/login`, { method: 'POST', body: owner });
  admin = bearer(SignedIn.parse(answer.data).accessToken);
  await save({ plex: { mode: 'servers', servers: [cellar('Cellar')] } });
}, 60_000);
afterAll(async () => {
  await marquee?.end();
  await plex?.close();
  await plexTv?.close();
});

/** Counts what should never happen in a page, from its next address on. */
async function watchScripts(page: Page): Promise<string[]> {
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('tellRefused', (what: string) => void happened.push(`refused: ${what}`));
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
    window.tellRefused(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber + ':' + event.columnNumber))`);
  return happened;
}

/** What a page tells: its text, and the texts that stand in fields and in names for those who do not see. */
const told = `[
  document.body.textContent,
  ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value),
  ...[...document.querySelectorAll('[aria-label], [title], [alt]')].flatMap((one) =>
    ['aria-label', 'title', 'alt'].map((name) => one.getAttribute(name))),
].join('\\n')`;
const made = `[...document.querySelectorAll(
  '[data-xss], script:not([src]), iframe, object, base, meta[http-equiv], a[href^="javascript:" i]')]
  .map(({ outerHTML }) => outerHTML)`;

/** All of these texts stand on the page as they are, and made nothing. */
async function standAsText(page: Page, texts: readonly string[]): Promise<void> {
  const missing = await until(
    async () => {
      const text = await page.evaluate<string>(told);
      return texts.filter((one) => !text.includes(one));
    },
    ({ length }) => length === 0,
  );
  expect(missing).toEqual([]);
  expect(await page.evaluate<string[]>(made)).toEqual([]);
}

/** Watched from its first page on; what it is opened with is none. */
async function openWatched(): Promise<{ page: Page; happened: string[] }> {
  const page = await eyes.open(`${marquee.url}/livez`, { width: 1440, height: 2400 });
  return { page, happened: await watchScripts(page) };
}

test('nobody can be called such a thing', async () => {
  for (const name of markup) {
    const made = await api('/users', {
      method: 'POST',
      body: { name, password: owner.password, role: 'viewer' },
    });
    expect([name, made.status]).toEqual([name, 422]);
  }
});

test('in the names of API keys it is text', async () => {
  for (const name of markup) {
    const key = await api('/auth/api-keys', { method: 'POST', body: { name, role: 'viewer' } });
    expect([name, key.status]).toEqual([name, 201]);
  }
  const { page, happened } = await openWatched();
  await page.goto(`${marquee.url}/account`);
  await standAsText(page, markup);
  expect(happened).toEqual([]);
});

test('in names that strangers try to sign in with, and in what their browsers are called, it is text', async () => {
  const from = strangers(8);
  await Promise.all(
    markup.map((name) =>
      rawAsk(marquee.url, {
        method: 'POST',
        path: '/api/auth/login',
        headers: ['content-type: application/json', `user-agent: ${name}`],
        body: JSON.stringify({ name, password: 'certainly the wrong one' }),
        from: from.next().value ?? '127.0.0.1',
      }),
    ),
  );
  const devices = markup.filter((name) => !/[ /]/.test(name));
  for (const device of devices) {
    await rawAsk(marquee.url, {
      method: 'POST',
      path: '/api/auth/login',
      headers: ['content-type: application/json', `user-agent: ${device}`],
      body: JSON.stringify(owner),
    });
  }
  const { page, happened } = await openWatched();
  await page.goto(`${marquee.url}/audit?outcome=refused`);
  await standAsText(page, markup);
  await page.goto(`${marquee.url}/account`);
  await standAsText(page, devices);
  await page.goto(`${marquee.url}/logs`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await standAsText(page, []);
  expect(happened).toEqual([]);
});

test('in the name of this Marquee it is text, and so it is in the audit log', async () => {
  for (const instanceName of markup) await save({ general: { instanceName } });
  const { page, happened } = await openWatched();
  for (const path of ['/settings', '/about', '/system', '/']) {
    await page.goto(`${marquee.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await standAsText(page, path === '/settings' ? markup.slice(-1) : []);
  }
  await page.goto(`${marquee.url}/audit?group=settings`);
  await page.getByTestId('audit-entry').first().waitFor();
  await page.evaluate(`document.querySelectorAll('[data-testid="audit-entry"] [aria-expanded="false"]')
    .forEach((row) => row.click())`);
  await standAsText(page, markup);
  expect(happened).toEqual([]);
});

test('in the names of Plex servers it is text', async () => {
  eyes.expectTrouble(/status of 50[234]/);
  const { page, happened } = await openWatched();
  for (let first = 0; first < markup.length; first += 10) {
    const names = markup.slice(first, first + 10);
    const servers = names.map((name, index) => ({ id: `s${index}`, name, url: nobodyThere, token: null }));
    await save({ plex: { mode: 'servers', servers: [cellar(names[0] ?? ''), ...servers.slice(1)] } });
    await page.goto(`${marquee.url}/settings`);
    await standAsText(page, names);
    await page.goto(marquee.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await standAsText(page, []);
  }
  await save({ plex: { mode: 'servers', servers: [cellar('Cellar')] } });
  expect(happened).toEqual([]);
});

test('in what Plex calls its films it is text', async () => {
  const { page, happened } = await openWatched();
  await page.goto(`${marquee.url}/libraries/cellar.1`);
  await standAsText(page, markup);
  await page
    .getByRole('main')
    .getByRole('link', { name: markup[3] ?? '' })
    .first()
    .click();
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  await standAsText(page, markup.slice(3, 4));
  expect(happened).toEqual([]);
});

test('in what people call themselves at Plex it is text', async () => {
  const { page, happened } = await openWatched();
  await page.goto(`${marquee.url}/users`);
  await page.getByRole('button', { name: 'Invite from Plex' }).click();
  await standAsText(page, markup);
  expect(happened).toEqual([]);
});

test('no page trips over the policy by itself', async () => {
  const { page, happened } = await openWatched();
  const paths = [
    '/',
    '/libraries',
    '/system',
    '/about',
    '/account',
    '/settings',
    '/users',
    '/audit',
    '/logs',
  ];
  for (const path of [...paths, '/api/docs', '/nowhere']) {
    await page.goto(`${marquee.url}${path}`);
    await page.locator('h1, h2').first().waitFor();
  }
  const stranger = await eyes.open(`${marquee.url}/sign-in`, { as: 'nobody' });
  const seenByStranger = await watchScripts(stranger);
  await stranger.goto(`${marquee.url}/sign-in`);
  await stranger.getByRole('heading', { level: 1 }).waitFor();
  expect([...happened, ...seenByStranger]).toEqual([]);
});

test('what would get through all the same is stopped by the policy, and we would have heard of it', async () => {
  eyes.expectTrouble(/Content Security Policy|refused by the policy|ERR_/);
  const { page, happened } = await openWatched();
  await page.goto(`${marquee.url}/about`);
  // That one leads to another page, which no policy forbids.
  const staying = markup.filter((text) => !text.includes('http-equiv'));
  await page.evaluate((texts) => {
    document.body.insertAdjacentHTML('beforeend', texts.join('\n'));
  }, staying);
  await until(
    () => happened,
    ({ length }) => length > 0,
  );
  expect(happened.filter((what) => what.startsWith('dialog'))).toEqual([]);
  expect(await page.evaluate<string[]>(made)).not.toEqual([]);
});
