import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Product, startProduct } from './product.ts';
import { projectRoot } from './program.ts';

const venv = process.env.MARQUEE_TEST_VENV ?? join(projectRoot, 'node_modules/.cache/marquee/venv');
let product: Product;

beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product?.end());

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
  const { code, output } = await schemathesis('--max-examples=40', '--seed=20261121');
  expect({ code, output: code === 0 ? '' : output.slice(-12_000) }).toEqual({ code: 0, output: '' });
  expect(Number(/(\d+) generated, \d+ passed/.exec(output)?.[1])).toBeGreaterThan(500);
}, 600_000);
