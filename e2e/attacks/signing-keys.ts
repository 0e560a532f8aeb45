import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSealer } from '@marquee/service-kit';
import Database from 'better-sqlite3';
import { z } from 'zod';

export interface RealKey {
  kid: string;
  key: KeyObject;
}

const Rows = z.array(z.object({ kid: z.string(), sealed_private: z.string() }));
const databaseIn = (dataFolder: string) => join(dataFolder, 'gateway', 'gateway.db');

/** Marquee's own signing keys, newest first: what a thief of the data folder could read. */
export async function stolenKeys(dataFolder: string): Promise<RealKey[]> {
  const dataKey = await readFile(join(dataFolder, 'secrets', 'data_key'), 'utf8');
  const sealer = createSealer(Buffer.from(dataKey.trim(), 'hex'));
  const database = new Database(databaseIn(dataFolder), { readonly: true });
  const rows = Rows.parse(
    database.prepare('SELECT kid, sealed_private FROM signing_keys ORDER BY created_at DESC').all(),
  );
  database.close();
  return rows.map(({ kid, sealed_private }) => {
    const opened = sealer.open(sealed_private, `signing_keys:${kid}:sealed_private`);
    if (opened === undefined) throw new Error(`The key ${kid} cannot be opened`);
    return { kid, key: createPrivateKey({ key: JSON.parse(opened), format: 'jwk' }) };
  });
}

/** As if it had been retired an hour ago. Only while the gateway is stopped: the database is its own. */
export function retireLongAgo(dataFolder: string, kid: string): void {
  const database = new Database(databaseIn(dataFolder));
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  database.prepare('UPDATE signing_keys SET retired_at = ? WHERE kid = ?').run(anHourAgo, kid);
  database.close();
}
