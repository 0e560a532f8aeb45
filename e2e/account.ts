import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiKey, SignedIn } from '@marquee/contracts';
import { z } from 'zod';
import { ask } from './ask.ts';
import { until } from './until.ts';

/** The person who makes the first account in every journey. */
export const owner = { name: 'Ada', password: 'correct horse battery staple' };

/** What a script sends to act as somebody. */
export type Credentials = { authorization: string };

export interface Account {
  /** With an API key of the owner, which may do everything. */
  headers: Credentials;
}

/** The one-time code, as the person at the machine finds it. */
export async function readSetupCode(dataFolder: string): Promise<string> {
  const read = () => readFile(join(dataFolder, 'setup-code.txt'), 'utf8').catch(() => '');
  return (await until(read, (code) => code !== '')).trim();
}

export const bearer = (token: string): Credentials => ({ authorization: `Bearer ${token}` });

/** Makes the first admin as the wizard does, and a key for scripts. */
export async function setUp(url: string, dataFolder: string): Promise<Account> {
  const code = await readSetupCode(dataFolder);
  const made = await ask(`${url}/api/auth/setup`, { method: 'POST', body: { code, ...owner } });
  const { accessToken } = SignedIn.parse(made.data);
  const key = await ask(`${url}/api/auth/api-keys`, {
    method: 'POST',
    headers: bearer(accessToken),
    body: { name: 'Journeys', role: 'admin' },
  });
  return { headers: bearer(ApiKey.extend({ key: z.string() }).parse(key.data).key) };
}
