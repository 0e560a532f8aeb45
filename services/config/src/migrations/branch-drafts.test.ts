import { join } from 'node:path';
import { openStore } from '@marquee/service-kit';
import { useTempFolder } from '@marquee/testing';
import { sql } from 'kysely';
import type { ConfigDb } from './config-db.ts';
import { configMigrations } from './config-migrations.ts';

const folder = useTempFolder();

test('drafts from before there were branches are those of the folder', async () => {
  const file = join(folder(), 'config.db');
  const { '0010-branch-drafts': _newest, ...older } = configMigrations;
  const old = await openStore<ConfigDb>({ file, migrations: older });
  await sql`INSERT INTO file_drafts VALUES ('ada', 'one', 'mine', '"x"', '2026-11-21T05:00:00.000Z')`.execute(
    old.db,
  );
  await old.close();
  const store = await openStore<ConfigDb>({ file, migrations: configMigrations });
  expect(await store.db.selectFrom('file_drafts').selectAll().execute()).toEqual([
    {
      ...{ person: 'ada', branch: '', file_id: 'one', text: 'mine', base_etag: '"x"' },
      saved_at: '2026-11-21T05:00:00.000Z',
    },
  ]);
  await store.close();
});
