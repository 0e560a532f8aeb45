import { Role } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import type { User, UserStore } from '../users/users.ts';

export interface GatewayDb {
  users: {
    id: string;
    name: string;
    role: string;
    password_hash: string | null;
    created_at: string;
    password_changed_at: string | null;
  };
}

function toUser(row: GatewayDb['users']): User {
  return { id: row.id, name: row.name, role: Role.parse(row.role), createdAt: row.created_at };
}

export function sqliteUsers(db: Kysely<GatewayDb>): UserStore {
  return {
    async list() {
      return (await db.selectFrom('users').selectAll().orderBy('name').execute()).map(toUser);
    },
    async findByName(name) {
      const row = await db.selectFrom('users').selectAll().where('name', '=', name).executeTakeFirst();
      return row && toUser(row);
    },
    async add(user, passwordHash) {
      await db
        .insertInto('users')
        .values({
          id: user.id,
          name: user.name,
          role: user.role,
          password_hash: passwordHash,
          created_at: user.createdAt,
          password_changed_at: user.createdAt,
        })
        .execute();
    },
    async setPasswordHash(id, passwordHash, at) {
      await db
        .updateTable('users')
        .set({ password_hash: passwordHash, password_changed_at: at })
        .where('id', '=', id)
        .execute();
    },
    async passwordHashOf(id) {
      const row = await db
        .selectFrom('users')
        .select('password_hash')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.password_hash ?? undefined;
    },
  };
}
