import { settingsChanged } from '@marquee/contracts';
import type { Outbox } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { GatewayDb } from '../migrations/gateway-db.ts';
import {
  type KeptSections,
  type KeptSettings,
  keptSections,
  type SectionName,
  unsetSections,
} from '../settings/kept-settings.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

export function sqliteSettings(
  db: Kysely<GatewayDb>,
  outbox: Pick<Outbox<GatewayDb>, 'add'>,
  now: () => Date,
): SettingsStore {
  return {
    read: () => readAll(db),
    change: (by, decide) =>
      db.transaction().execute(async (trx) => {
        const before = await readAll(trx);
        const { sections, sealed } = decide(before);
        const changed_at = now().toISOString();
        for (const section of namesOf(sections)) {
          const row = { value: JSON.stringify(sections[section]), changed_at, changed_by: by };
          await trx
            .insertInto('settings')
            .values({ section, ...row })
            .onConflict((conflict) => conflict.column('section').doUpdateSet(row))
            .execute();
          await outbox.add(trx, settingsChanged, { section, by });
        }
        for (const [place, text] of sealed) {
          await trx.deleteFrom('secrets').where('place', '=', place).execute();
          if (text === null) continue;
          await trx.insertInto('secrets').values({ place, sealed: text, changed_at }).execute();
        }
        return { before, after: await readAll(trx) };
      }),
  };
}

async function readAll(db: Kysely<GatewayDb>): Promise<KeptSettings> {
  const rows = await db.selectFrom('settings').select(['section', 'value']).execute();
  const secrets = await db.selectFrom('secrets').select(['place', 'sealed']).orderBy('place').execute();
  const read = <Name extends SectionName>(name: Name): KeptSections[Name] => {
    const row = rows.find(({ section }) => section === name);
    if (row === undefined) return unsetSections[name];
    return keptSections[name].parse(JSON.parse(row.value)) as KeptSections[Name];
  };
  return {
    general: read('general'),
    signIn: read('signIn'),
    plex: read('plex'),
    sealed: new Map(secrets.map(({ place, sealed }) => [place, sealed])),
  };
}

function namesOf(sections: Partial<KeptSections>): SectionName[] {
  return (['general', 'signIn', 'plex'] as const).filter((name) => sections[name] !== undefined);
}
