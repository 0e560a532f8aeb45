import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startPlexStandIn } from '../plex/plex-stand-in.ts';
import { smallLibrary } from '../plex/testing/small-library.ts';
import { knownToPlexTv } from './from-plex.ts';
import { startPlexTvStandIn } from './plex-tv-stand-in.ts';

const root = resolve(__dirname, '../../../..');
const venv = process.env.MARQUEE_TEST_VENV ?? join(root, 'node_modules/.cache/marquee/venv');
const attic = smallLibrary().server.machineIdentifier;

const shared = {
  waits_for_a_yes: [25, false],
  a_pin_to_be_typed_is_short: 4,
  a_wrong_token_is_refused: 'Unauthorized',
  pings: true,
};
const expected = {
  owner: {
    ...shared,
    signs_in_after_it: [true, 'owner-token'],
    reads_the_account: [9001, 'owner', 'owner@example.org', true],
    lists_friends_with_their_servers: [[9002, 'sam', [attic]]],
    lists_servers: [['Attic', attic, true, 'owner-token']],
    connects_to_a_server: ['Movies', 'Shows', 'Music'],
  },
  sam: {
    ...shared,
    signs_in_after_it: [true, 'sam-token-account'],
    reads_the_account: [9002, 'sam', 'sam@plex.invalid', true],
    lists_friends_with_their_servers: [],
    lists_servers: [['Attic', attic, false, 'sam-token']],
    connects_to_a_server: ['Movies'],
  },
};

async function drive(accountId: number): Promise<Record<string, unknown>> {
  const plex = await startPlexStandIn({ library: smallLibrary() });
  const { accounts, server } = knownToPlexTv(plex);
  const plexTv = await startPlexTvStandIn({ accounts, servers: [server] });
  try {
    const script = join(root, 'packages/stand-ins/python/drive_plextv.py');
    const { stdout } = await promisify(execFile)(join(venv, 'bin/python'), [
      script,
      plexTv.url,
      String(accountId),
    ]);
    const outcomes = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    return Object.fromEntries(outcomes.map(({ step, value, error }) => [step, value ?? error]));
  } finally {
    await Promise.all([plex.close(), plexTv.close()]);
  }
}

test.each([
  ['owner', 9001],
  ['sam', 9002],
] as const)(
  'unmodified python-plexapi signs in as %s and finds its way to the server',
  async (name, accountId) => {
    expect(await drive(accountId)).toEqual(expected[name]);
  },
  60_000,
);
