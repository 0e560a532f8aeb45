import { randomBytes } from 'node:crypto';
import { type ErrorCode, LibraryId, problem, Role, type User } from '@marquee/contracts';
import type { Kysely, Updateable } from 'kysely';
import { z } from 'zod';
import type { GatewayDb, UserRow } from '../migrations/gateway-db.ts';
import { nameKey } from '../people/name-key.ts';
import type { PeopleStore } from '../people/people-store.ts';

const Libraries = z.union([z.literal('all'), z.array(LibraryId)]);

function toUser(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    role: Role.parse(row.role),
    origin: row.origin === 'plex' ? 'plex' : 'local',
    plexId: row.plex_id,
    owner: row.owner === 1,
    disabled: row.disabled === 1,
    libraries: Libraries.parse(JSON.parse(row.libraries)),
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}

/** What a broken uniqueness means to whoever adds a person. */
const taken: readonly [RegExp, ErrorCode][] = [
  [/users\.owner/, 'setup.done'],
  [/users\.(name|name_key|plex_id)/, 'user.name-taken'],
];

function explain(error: unknown): never {
  // By its words: the driver is one for the whole process, so its class may be another test file's.
  const message = String(error);
  const code = /UNIQUE/.test(message) ? taken.find(([column]) => column.test(message))?.[1] : undefined;
  throw code === undefined ? error : problem(code, { cause: error });
}

export function sqlitePeople(db: Kysely<GatewayDb>, now: () => Date): PeopleStore {
  const all = () => db.selectFrom('users').selectAll();
  const read = async (row: Promise<UserRow | undefined>) => {
    const found = await row;
    return found && toUser(found);
  };
  const find = (id: string) => read(all().where('id', '=', id).executeTakeFirst());

  return {
    list: async () => (await all().orderBy('name_key').execute()).map(toUser),
    find,
    findByName: (name) => read(all().where('name_key', '=', nameKey(name)).executeTakeFirst()),
    findByPlexId: (plexId) => read(all().where('plex_id', '=', plexId).executeTakeFirst()),
    async add({ name, role, owner = false, login, libraries }) {
      const at = now().toISOString();
      const row: UserRow = {
        id: randomBytes(16).toString('base64url'),
        name,
        name_key: nameKey(name),
        role,
        origin: login.origin,
        plex_id: login.origin === 'plex' ? login.plexId : null,
        owner: owner ? 1 : 0,
        disabled: 0,
        password_hash: login.origin === 'local' ? login.passwordHash : null,
        libraries: JSON.stringify(libraries),
        created_at: at,
        password_changed_at: login.origin === 'local' ? at : null,
        last_seen_at: null,
      };
      await db.insertInto('users').values(row).execute().catch(explain);
      return toUser(row);
    },
    async change(id, { role, disabled, libraries, passwordHash, lastSeenAt }) {
      const set: Updateable<UserRow> = {
        ...(role === undefined ? {} : { role }),
        ...(disabled === undefined ? {} : { disabled: disabled ? 1 : 0 }),
        ...(libraries === undefined ? {} : { libraries: JSON.stringify(libraries) }),
        ...(lastSeenAt === undefined ? {} : { last_seen_at: lastSeenAt }),
        ...(passwordHash === undefined
          ? {}
          : { password_hash: passwordHash, password_changed_at: now().toISOString() }),
      };
      if (Object.keys(set).length > 0) await db.updateTable('users').set(set).where('id', '=', id).execute();
      const user = await find(id);
      if (!user) throw problem('user.not-found');
      return user;
    },
    async remove(id) {
      await db.deleteFrom('users').where('id', '=', id).execute();
    },
    async passwordHashOf(id) {
      const row = await db
        .selectFrom('users')
        .select('password_hash')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.password_hash ?? undefined;
    },
    async hasOwner() {
      return (
        (await db.selectFrom('users').select('id').where('owner', '=', 1).executeTakeFirst()) !== undefined
      );
    },
  };
}
