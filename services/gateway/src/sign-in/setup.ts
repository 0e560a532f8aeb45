import { randomBytes, timingSafeEqual } from 'node:crypto';
import { problem, type User } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import type { GatewayDb } from '../migrations/gateway-db.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { hashOf } from '../sessions/refresh-tokens.ts';
import { hashPassword } from '../users/passwords.ts';

/** Without the letters that look like others. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP_LETTERS = 4;
const ONLY_ROW = 1;

function makeCode(): string {
  const letter = () => {
    // Values past the last whole round are thrown again, so that every letter is as likely.
    for (;;) {
      const [byte = 0] = randomBytes(1);
      if (byte < 256 - (256 % LETTERS.length)) return LETTERS[byte % LETTERS.length];
    }
  };
  const group = () => Array.from({ length: GROUP_LETTERS }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

const plain = (code: string) => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

/** Where the code can be read until it is used. */
export interface CodeFile {
  write(code: string): Promise<unknown>;
  remove(): Promise<void>;
}

export interface Setup {
  isNeeded(): Promise<boolean>;
  /** A fresh one-time code while there is no admin, also written to a file; undefined afterwards. */
  prepare(): Promise<string | undefined>;
  /** Makes the first admin; throws `setup.done` or `setup.code-wrong`. */
  run(wish: { code: string; name: string; password: string }): Promise<User>;
}

/** The very first admin: whoever can read the terminal, once, ever. */
export function createSetup(ports: {
  db: Kysely<GatewayDb>;
  people: PeopleStore;
  codeFile: CodeFile;
  now: () => Date;
}): Setup {
  const { db, people, codeFile } = ports;

  async function isRight(code: string): Promise<boolean> {
    const row = await db
      .selectFrom('setup')
      .select('code_hash')
      .where('id', '=', ONLY_ROW)
      .executeTakeFirst();
    const [given, wanted] = [hashOf(plain(code)), row?.code_hash ?? ''].map((hash) => Buffer.from(hash));
    return given !== undefined && wanted?.length === given.length && timingSafeEqual(given, wanted);
  }

  return {
    isNeeded: async () => !(await people.hasOwner()),

    async prepare() {
      if (await people.hasOwner()) return undefined;
      const code = makeCode();
      const row = { id: ONLY_ROW, code_hash: hashOf(plain(code)), made_at: ports.now().toISOString() };
      await db
        .insertInto('setup')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await codeFile.write(code);
      return code;
    },

    async run({ code, name, password }) {
      if (await people.hasOwner()) throw problem('setup.done');
      if (!(await isRight(code))) throw problem('setup.code-wrong');
      const login = { origin: 'local' as const, passwordHash: await hashPassword(password) };
      // The database lets one owner in; whoever comes second in the same moment gets setup.done.
      const owner = await people.add({ name, role: 'admin', owner: true, login, libraries: 'all' });
      await db.deleteFrom('setup').execute();
      await codeFile.remove();
      return owner;
    },
  };
}
