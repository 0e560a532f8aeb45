import { createHash } from 'node:crypto';
import { ApiKey, Settings, User } from '@marquee/contracts';
import Database from 'better-sqlite3';
import { bearer } from '../e2e/account.ts';
import { ask } from '../e2e/ask.ts';
import { type Browser, signIn } from '../e2e/signed-in.ts';
import { KEY, type Made, PASSWORD, PERSON, type Refresher, SETTINGS } from './gateway-load.ts';
import { ABSENT } from './ledger.ts';

/** What the database file says, beside the product that has it open. */
export function lookInto(file: string, tokens: readonly string[]): { damage: string[]; spent: number } {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const integrity = database.pragma('integrity_check', { simple: true });
    const broken = database.pragma('foreign_key_check');
    const isSpent = database.prepare('SELECT 1 FROM refresh_tokens WHERE hash = ? AND spent_at IS NOT NULL');
    const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
    return {
      damage: [
        ...(integrity === 'ok' ? [] : [String(integrity)]),
        ...(Array.isArray(broken) && broken.length > 0 ? [JSON.stringify(broken)] : []),
      ],
      spent: tokens.filter((token) => isSpent.get(hashOf(token)) !== undefined).length,
    };
  } finally {
    database.close();
  }
}

/** Reads everything back that was acknowledged, and takes note of what was made unheard. */
export async function compare(admin: Browser, made: Made): Promise<void> {
  const read = async (path: string) => (await admin.ask('GET', path)).data;
  const { general } = Settings.parse(await read('/api/system/config'));
  const there = new Map([[SETTINGS, general.instanceName]]);
  for (const { id, name } of ApiKey.array().parse(await read('/api/auth/api-keys'))) {
    there.set(name, 'there');
    if (name.startsWith(KEY) && !made.keys.has(name)) made.keys.set(name, { id });
  }
  for (const { id, name, role } of User.array().parse(await read('/api/users'))) {
    there.set(name, role);
    if (name.startsWith(PERSON)) made.people.set(name, id);
  }
  made.ledger.compare((subject) => there.get(subject) ?? ABSENT);
}

/** Comes in by every cookie and key, and by one password; says who was locked out. */
export async function checkEntrances(
  url: string,
  refreshers: readonly Refresher[],
  made: Made,
): Promise<string[]> {
  const lockedOut: string[] = [];
  for (const { browser } of refreshers) {
    const { status, error } = await browser.refresh();
    if (status !== 200) lockedOut.push(`${browser.name} by cookie: ${status} ${JSON.stringify(error)}`);
    else if ((await browser.ask('GET', '/api/auth/me')).status !== 200)
      lockedOut.push(`${browser.name} by the new access token`);
  }
  const me = async (key: string) => (await ask(`${url}/api/auth/me`, { headers: bearer(key) })).status;
  for (const [name, { key }] of made.keys)
    if (key !== undefined && (await me(key)) !== 200) lockedOut.push(name);
  for (const key of made.removedKeys.splice(0))
    if ((await me(key)) !== 401) made.bad.push('A removed API key opens');
  const newest = [...made.people.keys()].at(-1);
  if (newest === undefined) return lockedOut;
  const { status, error } = await signIn({ url, name: newest, password: PASSWORD });
  if (status !== 200) lockedOut.push(`${newest} by password: ${status} ${JSON.stringify(error)}`);
  return lockedOut;
}

/** The rest of a story: a token from long ago must end its session, or nothing watched over the others either. */
export async function comeWithSpentTokens(refreshers: readonly Refresher[]): Promise<number> {
  let refused = 0;
  for (const { browser, spent } of refreshers) {
    const { token } = browser;
    browser.token = spent;
    const old = await browser.refresh();
    browser.token = token;
    const current = await browser.refresh();
    if (old.status === 401 && current.status === 401) refused += 1;
  }
  return refused;
}
