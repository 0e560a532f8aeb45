import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  knownToPlexTv,
  type PlexStandIn,
  type PlexTvStandIn,
  startDemoPlex,
  startPlexTvStandIn,
} from '@marquee/stand-ins';
import { drawnArt, type Product, startProduct } from './product.ts';
import { projectRoot } from './program.ts';

const venv = process.env.MARQUEE_TEST_VENV ?? join(projectRoot, 'node_modules/.cache/marquee/venv');
let plex: PlexStandIn;
let plexTv: PlexTvStandIn;
let product: Product;

// Its Plex is set from outside, so that a made-up setting does not put a made-up server in its place.
beforeAll(async () => {
  plex = await startDemoPlex({ cacheDir: drawnArt });
  const { server, accounts } = knownToPlexTv(plex);
  plexTv = await startPlexTvStandIn({ servers: [server], accounts });
  product = await startProduct({
    env: { MARQUEE_PLEX_URL: plex.url, MARQUEE_PLEX_TOKEN: plex.token, MARQUEE_PLEX_TV_URL: plexTv.url },
  });
}, 60_000);
afterAll(async () => {
  await product?.end();
  await plexTv?.close();
  await plex?.close();
});

/** Runs schemathesis on the running gateway and returns what it printed with its exit code. */
async function schemathesis(...more: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(
    join(venv, 'bin/st'),
    [
      'run',
      `${product.url}/api/openapi.json`,
      `--header=Authorization: ${product.headers.authorization}`,
      '--checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance,negative_data_rejection,unsupported_method',
      // An endless stream has no end to wait for; its contract has a test of its own.
      '--exclude-path=/api/events',
      '--generation-database=none',
      '--no-color',
      ...more,
    ],
    { cwd: product.dataFolder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'exit');
  return { code, output };
}

test('a fuzzer finds no server error, no undocumented status and no answer that breaks its schema', async () => {
  const { code, output } = await schemathesis('--max-examples=25', '--seed=20261121');
  expect({ code, output: code === 0 ? '' : output.slice(-12_000) }).toEqual({ code: 0, output: '' });
  expect(Number(/(\d+) generated, \d+ passed/.exec(output)?.[1])).toBeGreaterThan(500);
}, 600_000);
