import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { type Migration, sql } from 'kysely';
import { openStore } from './open-store.ts';

const step = (statement: string): Migration => ({
  up: (db) =>
    sql
      .raw(statement)
      .execute(db)
      .then(() => undefined),
});
const old = { '0001-films': step('CREATE TABLE film (id INTEGER PRIMARY KEY, title TEXT)') };
const upgrade = {
  ...old,
  '0002-year': step('ALTER TABLE film ADD COLUMN year INTEGER'),
  '0003-marks': step('CREATE TABLE mark (film INTEGER)'),
};

/** Announces each step of the same migrations as `upgrade`, and hangs after the one it is told to. */
const victim = `
  import { sql } from 'kysely';
  import { openStore } from './open-store.ts';
  const stopAfter = Number(process.argv[3]);
  let steps = 0;
  const done = async () => {
    steps += 1;
    if (steps !== stopAfter) return;
    process.stdout.write('there');
    await new Promise(() => setInterval(() => {}, 1000));
  };
  const step = (statement) => ({ up: async (db) => { await sql.raw(statement).execute(db); await done(); } });
  const upgrade = {
    '0001-films': { up: async () => {} },
    '0002-year': { up: async (db) => { await sql.raw('ALTER TABLE film ADD COLUMN year INTEGER').execute(db); await done();
      await sql.raw("UPDATE film SET year = 2026").execute(db); await done(); } },
    '0003-marks': step('CREATE TABLE mark (film INTEGER)'),
  };
  openStore({ file: process.argv[2], migrations: upgrade }).then(() => {
    process.stdout.write('there');
    setInterval(() => {}, 1000);
  });
`;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'marquee-kill-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a kill at any step of a migration leaves the old schema or the new, and the next start finishes', async () => {
  const script = join(dir, 'victim.cjs');
  buildSync({
    stdin: { contents: victim, resolveDir: __dirname, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['better-sqlite3'],
    outfile: script,
  });
  for (const stopAfter of [1, 2, 3, 4]) {
    const file = join(dir, `films-${stopAfter}.db`);
    const before = await openStore({ file, migrations: old });
    await sql`INSERT INTO film (title) VALUES ('Amber Tide')`.execute(before.db);
    await before.close();

    const child = spawn(process.execPath, [script, file, String(stopAfter)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_PATH: dirname(dirname(require.resolve('better-sqlite3/package.json'))) },
    });
    await once(child.stdout, 'data');
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;

    const committed = stopAfter === 4;
    if (!committed) {
      const untouched = await openStore({ file, migrations: old });
      expect((await sql`SELECT * FROM film`.execute(untouched.db)).rows).toEqual([
        { id: 1, title: 'Amber Tide' },
      ]);
      await untouched.close();
    }
    const after = await openStore({ file, migrations: upgrade });
    const { rows } = await sql`SELECT * FROM film`.execute(after.db);
    expect(rows).toEqual([{ id: 1, title: 'Amber Tide', year: committed ? 2026 : null }]);
    expect((await sql`SELECT * FROM mark`.execute(after.db)).rows).toEqual([]);
    await after.close();
  }
});
