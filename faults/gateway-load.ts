import { setTimeout as pause } from 'node:timers/promises';
import { ApiKey, User } from '@marquee/contracts';
import { z } from 'zod';
import type { Answer } from '../e2e/ask.ts';
import type { Browser } from '../e2e/signed-in.ts';
import { ABSENT, type Ledger } from './ledger.ts';

export const PASSWORD = 'another horse battery staple';
export const SETTINGS = 'settings';
/** How the names of what the load makes begin. */
export const KEY = 'key ';
export const PERSON = 'person ';
/** Nobody listened: nothing was sent. */
const Refused = z.object({ code: z.literal('ECONNREFUSED') });
const MadeKey = ApiKey.extend({ key: z.string() });
/** Of these, the oldest goes when another is made. */
const KEYS_KEPT = 4;
const PEOPLE_KEPT = 6;

export interface Refresher {
  browser: Browser;
  /** A token that was traded long ago. */
  spent: string;
  answered: number;
  waiting: boolean;
}

/** What the load leaves behind, beside what the ledger holds. */
export interface Made {
  ledger: Ledger;
  /** By name; the secret is unknown of a key whose answer never came. */
  keys: Map<string, { id: string; key?: string }>;
  /** Ids by name. */
  people: Map<string, string>;
  removedKeys: string[];
  /** Answers that should not be. */
  bad: string[];
}

/** Writes and refreshes without pause until the gateway is gone. */
export async function loadUntilKilled(
  admin: Browser,
  refreshers: readonly Refresher[],
  made: Made,
  round: number,
): Promise<void> {
  const { ledger } = made;

  /** The answer as it should be; undefined when there is nothing more to be had. */
  async function wanted(
    what: string,
    asked: Promise<Answer>,
    neverSent: () => void,
  ): Promise<Answer | undefined> {
    try {
      const answer = await asked;
      if (answer.status < 300) return answer;
      made.bad.push(`${what}: ${answer.status} ${JSON.stringify(answer.error).slice(0, 200)}`);
    } catch (error) {
      // fetch tells a cut connection as a TypeError; so does a body that ends too early.
      if (!(error instanceof TypeError)) throw error;
      if (Refused.safeParse(error.cause).success) neverSent();
    }
    return undefined;
  }

  async function write(
    kind: string,
    subject: string,
    value: string,
    [method, path, wish]: Parameters<Browser['ask']>,
  ): Promise<Answer | undefined> {
    ledger.send(kind, subject, value);
    const answer = await wanted(`${method} ${path}`, admin.ask(method, path, wish), () =>
      ledger.takeBack(subject),
    );
    if (answer) ledger.acknowledge(subject);
    return answer;
  }

  async function saveSettings(): Promise<void> {
    let answer = await wanted('settings', admin.ask('GET', '/api/system/config'), () => {});
    for (let n = 1; answer; n += 1) {
      const instanceName = `Marquee ${round}.${n}`;
      const wish = {
        body: { general: { instanceName } },
        headers: { 'if-match': answer.headers.get('etag') ?? '' },
      };
      answer = await write('settings saved', SETTINGS, instanceName, ['PUT', '/api/system/config', wish]);
    }
  }

  async function makeKeys(): Promise<void> {
    for (let n = 1; ; n += 1) {
      const name = `${KEY}${round}.${n}`;
      const body = { name, role: 'viewer' };
      const answer = await write('API keys made', name, 'there', ['POST', '/api/auth/api-keys', { body }]);
      if (!answer) return;
      const { id, key } = MadeKey.parse(answer.data);
      made.keys.set(name, { id, key });
      for (const [oldName, old] of [...made.keys].slice(0, -KEYS_KEPT)) {
        made.keys.delete(oldName);
        const address = `/api/auth/api-keys/${old.id}`;
        if (!(await write('API keys removed', oldName, ABSENT, ['DELETE', address]))) return;
        if (old.key !== undefined) made.removedKeys.push(old.key);
      }
    }
  }

  async function makePeople(): Promise<void> {
    for (let n = 1; ; n += 1) {
      const name = `${PERSON}${round}.${n}`;
      const body = { name, password: PASSWORD, role: 'viewer' };
      const answer = await write('accounts made', name, 'viewer', ['POST', '/api/users', { body }]);
      if (!answer) return;
      const { id } = User.parse(answer.data);
      made.people.set(name, id);
      for (const role of ['editor', 'viewer', 'admin', 'editor']) {
        const change = { body: { role } };
        if (!(await write('roles changed', name, role, ['PATCH', `/api/users/${id}`, change]))) return;
      }
      for (const [oldName, oldId] of [...made.people].slice(0, -PEOPLE_KEPT)) {
        made.people.delete(oldName);
        if (!(await write('accounts removed', oldName, ABSENT, ['DELETE', `/api/users/${oldId}`]))) return;
      }
    }
  }

  async function refresh(refresher: Refresher): Promise<void> {
    const { browser } = refresher;
    for (;;) {
      const before = browser.token;
      refresher.waiting = true;
      const notWaiting = () => {
        refresher.waiting = false;
      };
      if (!(await wanted(`refresh of ${browser.name}`, browser.refresh(), notWaiting))) return;
      notWaiting();
      refresher.answered += 1;
      refresher.spent = before;
      // Else they would do nothing but wait for each other, and the writers for them.
      await pause(5);
    }
  }

  await Promise.all([saveSettings(), makeKeys(), makePeople(), ...refreshers.map(refresh)]);
}
