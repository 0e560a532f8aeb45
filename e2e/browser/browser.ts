import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, request } from 'playwright-core';
import { owner } from '../account.ts';
import { projectRoot } from '../program.ts';
import { accessibilityTroubles } from './accessibility.ts';
import { chromiumPath } from './chromium-path.ts';
import { watchTroubles } from './troubles.ts';

const screenshots = join(projectRoot, 'artifacts/screenshots');
const launch = {
  executablePath: chromiumPath,
  // A person sees the scrollbar, so the pictures show it too.
  ignoreDefaultArgs: ['--hide-scrollbars'],
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

interface Screen {
  width?: number;
  height?: number;
  /** A phone: fingers instead of a mouse. */
  touch?: boolean;
  /** What the person's system asks for. */
  colorScheme?: 'dark' | 'light';
  /** Who has signed in on it already; the owner when absent. */
  as?: { name: string; password: string } | 'nobody';
}

export interface Eyes {
  /** A new person: nothing remembered, nothing cached. */
  open(url: string, screen?: Screen): Promise<Page>;
  /** Keeps a picture of what is on the screen as artifacts/screenshots/<name>.png. */
  look(page: Page, name: string): Promise<void>;
  /** Fails on what keeps people with disabilities out. */
  accessible(page: Page): Promise<void>;
  /** This test provokes such trouble itself. */
  expectTrouble(wanted: RegExp): void;
}

/** What a browser keeps after the sign-in page: its cookies, and that there is a session to restore. */
async function signedIn(origin: string, person: { name: string; password: string }) {
  const visitor = await request.newContext();
  const answer = await visitor.post(`${origin}/api/auth/login`, { headers: { origin }, data: person });
  if (!answer.ok()) throw new Error(`${person.name} could not sign in: ${await answer.text()}`);
  const { cookies } = await visitor.storageState();
  await visitor.dispose();
  return { cookies, origins: [{ origin, localStorage: [{ name: 'marquee-signed-in', value: 'yes' }] }] };
}

/** One browser for the file, a fresh profile for each test; a test whose page complains in silence fails. */
export function useBrowser(): Eyes {
  let browser: Browser;
  let opened: BrowserContext[] = [];
  let troubles: string[] = [];
  let expected: RegExp[] = [];

  beforeAll(async () => {
    browser = await chromium.launch(launch);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const left = troubles.filter((trouble) => !expected.some((wanted) => wanted.test(trouble)));
    const closing = opened;
    [opened, troubles, expected] = [[], [], []];
    for (const context of closing) await context.close();
    expect(left).toEqual([]);
  });

  return {
    async open(url, { width = 1280, height = 800, touch = false, colorScheme = 'dark', as = owner } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        hasTouch: touch,
        isMobile: touch,
        deviceScaleFactor: 1,
        ...(as === 'nobody' ? {} : { storageState: await signedIn(new URL(url).origin, as) }),
      });
      opened.push(context);
      const page = await context.newPage();
      await watchTroubles(page, (trouble) => troubles.push(trouble));
      await page.goto(url);
      return page;
    },
    async look(page, name) {
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
    },
    async accessible(page) {
      expect(await accessibilityTroubles(page)).toEqual([]);
    },
    expectTrouble: (wanted) => void expected.push(wanted),
  };
}
