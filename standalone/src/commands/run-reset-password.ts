import { type GatewayDb, gatewayMigrations, resetPassword } from '@marquee/gateway';
import { openStore, readEnv } from '@marquee/service-kit';
import { StandaloneEnv } from '../env.ts';
import { dataPaths } from '../paths.ts';
import { readSecret } from './read-secret.ts';

const Env = StandaloneEnv.pick({ MARQUEE_DATA: true });

export async function runResetPassword(name: string): Promise<void> {
  const { gatewayDb } = dataPaths(readEnv(Env).MARQUEE_DATA);
  const store = await openStore<GatewayDb>({ file: gatewayDb, migrations: gatewayMigrations });
  try {
    const password = await readSecret(`New password for ${name}: `);
    await resetPassword(store.db, name, password, new Date());
    console.log(`${name} has a new password and is signed out everywhere.`);
  } finally {
    await store.close();
  }
}
