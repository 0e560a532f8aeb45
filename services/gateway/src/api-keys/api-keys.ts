import { randomBytes } from 'node:crypto';
import { type ApiKey, allows, type Principal, problem, Role, type User } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import type { ApiKeyRow, GatewayDb } from '../migrations/gateway-db.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { hashOf, newToken } from '../sessions/refresh-tokens.ts';

const PREFIX = 'mq_';
const HINT_LETTERS = 4;
const MOST_KEYS = 50;
/** When a key was last used is written down at most this often. */
const NOTE_EVERY_MS = 60_000;

export interface ApiKeys {
  list(userId: string): Promise<ApiKey[]>;
  create(person: Principal, wish: { name: string; role: Role }): Promise<ApiKey & { key: string }>;
  /** The removed key; throws `api-key.not-found`. */
  remove(userId: string, keyId: string): Promise<ApiKey>;
  /** Who is behind a key; undefined for anything that is no key of ours. */
  read(key: string, address: string): Promise<Principal | undefined>;
}

export const isApiKey = (token: string): boolean => token.startsWith(PREFIX);

function lower(one: Role, other: Role): Role {
  return allows(one, other) ? one : other;
}

export function createApiKeys(ports: {
  db: Kysely<GatewayDb>;
  people: PeopleStore;
  now: () => Date;
}): ApiKeys {
  const { db, people } = ports;
  const iso = () => ports.now().toISOString();

  async function noteUse(row: ApiKeyRow, address: string): Promise<void> {
    const fresh =
      row.last_used_at !== null && ports.now().getTime() - Date.parse(row.last_used_at) < NOTE_EVERY_MS;
    if (fresh && row.last_address === address) return;
    await db
      .updateTable('api_keys')
      .set({ last_used_at: iso(), last_address: address })
      .where('id', '=', row.id)
      .execute();
  }

  /** Who came in by Plex and has lost access there keeps neither sessions nor keys. */
  async function stillHasAccess({ id, origin }: User): Promise<boolean> {
    if (origin !== 'plex') return true;
    const account = await db
      .selectFrom('plex_accounts')
      .select('user_id')
      .where('user_id', '=', id)
      .executeTakeFirst();
    return account !== undefined;
  }

  return {
    async list(userId) {
      const rows = await db
        .selectFrom('api_keys')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(apiKeyOf);
    },

    async create(person, { name, role }) {
      if (!allows(role, person.role)) throw problem('api-key.role-too-high');
      const key = `${PREFIX}${newToken()}`;
      const row: ApiKeyRow = {
        id: randomBytes(16).toString('base64url'),
        user_id: person.id,
        name,
        role,
        hint: key.slice(0, PREFIX.length + HINT_LETTERS),
        hash: hashOf(key),
        created_at: iso(),
        last_used_at: null,
        last_address: null,
      };
      await db.transaction().execute(async (trx) => {
        const { count } = await trx
          .selectFrom('api_keys')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('user_id', '=', person.id)
          .executeTakeFirstOrThrow();
        if (count >= MOST_KEYS) throw problem('api-key.too-many');
        await trx.insertInto('api_keys').values(row).execute();
      });
      return { ...apiKeyOf(row), key };
    },

    async remove(userId, keyId) {
      const row = await db
        .deleteFrom('api_keys')
        .where('id', '=', keyId)
        .where('user_id', '=', userId)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw problem('api-key.not-found');
      return apiKeyOf(row);
    },

    async read(key, address) {
      const row = await db
        .selectFrom('api_keys')
        .selectAll()
        .where('hash', '=', hashOf(key))
        .executeTakeFirst();
      const user = row && (await people.find(row.user_id));
      if (!row || !user || user.disabled || !(await stillHasAccess(user))) return undefined;
      await noteUse(row, address);
      const { id, name, libraries } = user;
      // A person who was given a lower role since has keys of that lower role.
      const role = lower(Role.parse(row.role), user.role);
      return { id, name, role, libraries, via: { kind: 'api-key', id: row.id } };
    },
  };
}

function apiKeyOf(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    role: Role.parse(row.role),
    hint: row.hint,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    lastAddress: row.last_address,
  };
}
