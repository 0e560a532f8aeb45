import { setTimeout as pause } from 'node:timers/promises';
import { ItemSummary, pageOf, type Role } from '@marquee/contracts';
import type { Answer } from '../e2e/ask.ts';
import { type Browser, openBrowser } from '../e2e/signed-in.ts';

export const PASSWORD = 'another horse battery staple';
const Items = pageOf(ItemSummary);

export interface Load {
  url: string;
  itemIds: readonly string[];
}

/** What people wait for, and whatever went wrong. */
export interface Waits {
  times: number[];
  errors: string[];
}

export const noWaits = (): Waits => ({ times: [], errors: [] });

/** One request from the moment it was due to the last byte of its answer. */
export async function wait(
  waits: Waits,
  ask: () => Promise<unknown>,
  due = performance.now(),
): Promise<void> {
  try {
    await ask();
    waits.times.push(performance.now() - due);
  } catch (error) {
    waits.errors.push(error instanceof Error ? error.message : String(error));
  }
}

/** The answer, which must be a good one. */
export async function good(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.error)}`);
  return answer;
}

export async function readItems(admin: Browser): Promise<string[]> {
  const { data } = await good(admin.ask('GET', '/api/libraries/demo.1/items?limit=50'));
  return Items.parse(data).entries.map(({ id }) => id);
}

/** Makes an account and signs it in. */
export async function welcome(url: string, admin: Browser, name: string, role: Role): Promise<Browser> {
  await good(admin.ask('POST', '/api/users', { body: { name, password: PASSWORD, role } }));
  return openBrowser({ url, name, password: PASSWORD });
}

async function seePicture({ url }: Load, browser: Browser, itemId: string): Promise<void> {
  const answer = await fetch(`${url}/api/items/${itemId}/images/poster?width=240`, {
    headers: { authorization: `Bearer ${browser.accessToken}` },
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${answer.status} for the poster of ${itemId}`);
}

/** The demo draws its pictures when they are first asked for, and that is not what is measured. */
export async function drawPictures(load: Load, browser: Browser): Promise<void> {
  for (const itemId of load.itemIds) await seePicture(load, browser, itemId);
}

/** Somebody who looks around: libraries, pages of posters, an item, what is new. */
export async function lookAround(
  load: Load,
  browser: Browser,
  waits: Waits,
  thinkMs: () => number,
  over: () => boolean,
) {
  const { itemIds } = load;
  const get = (path: string) => () => good(browser.ask('GET', path));
  for (let n = Math.floor(Math.random() * itemIds.length); !over(); n += 1) {
    const itemId = itemIds[n % itemIds.length] ?? '';
    const looks = [
      get('/api/libraries'),
      get(`/api/libraries/demo.1/items?limit=50&sort=${n % 2 === 0 ? 'title' : '-added'}`),
      () => seePicture(load, browser, itemId),
      () => seePicture(load, browser, itemIds[(n + 7) % itemIds.length] ?? ''),
      get(`/api/items/${itemId}`),
      get('/api/notifications'),
      get('/api/system/status'),
      get('/api/auth/me'),
    ];
    for (const look of looks) {
      if (over()) return;
      await wait(waits, look);
      await pause(thinkMs());
    }
  }
}

/** As a page in a browser does in the background, a little more often. */
export async function refreshNowAndThen(
  browser: Browser,
  waits: Waits,
  everyMs: number,
  over: () => boolean,
) {
  let due = performance.now() + Math.random() * everyMs;
  while (!over()) {
    if (performance.now() >= due) {
      await wait(waits, () => good(browser.refresh()));
      due += everyMs;
    }
    await pause(250);
  }
}
