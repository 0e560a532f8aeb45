import { once } from 'node:events';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type AnyRoute, blockTemplateRoutes, routesOfService } from '@marquee/contracts';
import {
  asRole,
  hostilePaths,
  type NamedField,
  type NamedRequest,
  namedFields,
  requestWith,
} from '@marquee/testing';
import { fileIdOf } from './files/file-id.ts';
import { posterIdOf } from './posters/poster-id.ts';
import { type RunningConfig, runningConfig } from './testing/running-config.ts';

jest.setTimeout(300_000);

/** Stands in files that nobody may reach; no answer may hold it. */
const CANARY = 'C4N4RY-outside';
const FAIR = 'fair name (2).yml';
/** Besides those of the table, which hold on any disk: what lies in this folder. */
const payloads = [
  ...hostilePaths,
  ['through a link to a folder', 'out/keys.yml'],
  ['through a link to a folder, anew', 'out/new.yml'],
  ['a link to a file', 'link.yml'],
  ['what git keeps', 'sub/.git/config.yml'],
] as const;

let config: RunningConfig;
let server: Server;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const outside = () => join(config.root, '../outside');

beforeAll(async () => {
  config = await runningConfig();
  await mkdir(outside());
  await writeFile(join(outside(), 'keys.yml'), `token: ${CANARY}\n`);
  await mkdir(join(config.root, 'overlays'));
  await writeFile(join(config.root, 'overlays/badges.yml'), 'overlays:\n');
  await symlink('../outside', join(config.root, 'out'));
  await symlink('../outside/keys.yml', join(config.root, 'link.yml'));
  server = createServer(config.app()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const template = requestWith(blockTemplateRoutes.save, undefined, 'x', known);
  if (template === undefined) throw new Error('The example of a template cannot be sent');
  known.templateId = JSON.parse((await send(template)).text).data.id;
});
afterAll(async () => {
  agent.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await config.close();
});

const known: Record<string, string> = {
  ...{ libraryId: 'attic.1', itemId: 'attic.1001', kind: 'poster' },
  posterId: posterIdOf('attic.1001', 'metadata://posters/1001'),
  fileId: fileIdOf('overlays/badges.yml'),
};
const operations: readonly (readonly [string, AnyRoute])[] = Object.entries(routesOfService.config);
const fields = operations.flatMap(([operation, route]) =>
  namedFields(route).map((field) => ({
    operation,
    route,
    field,
    place: `${operation} ${field.where}.${field.at.join('.')}`,
  })),
);
const isPath = ({ field }: { field: NamedField }) => field.type === 'FilePath';

interface Answer {
  status: number;
  text: string;
  etag: string | undefined;
  code: string | undefined;
}

function send(asked: NamedRequest, headers: Record<string, string> = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const { method, path, body, type } = asked;
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...{ host: '127.0.0.1', port, method, path, agent },
        headers: {
          ...asRole('admin', 'all'),
          ...(body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('end', () => {
          const text = Buffer.concat(parts).toString('latin1');
          const code = /"code":"([\w.-]+)"/.exec(text)?.[1];
          resolve({ status: answer.statusCode ?? 0, text, etag: answer.headers.etag, code });
        });
      },
    );
    asking.once('error', reject);
    asking.end(body);
  });
}

/** Whoever would write over a file shows that they have read it: else that alone would be the reason to refuse. */
async function headersFor(route: AnyRoute): Promise<Record<string, string>> {
  if (!route.ifMatch) return {};
  const readers = operations
    .map(([, one]) => one)
    .filter(({ method, path }) => method === 'get' && String(route.path).startsWith(String(path)))
    .sort((one, other) => String(other.path).length - String(one.path).length);
  for (const reader of readers) {
    const asked = requestWith(reader, undefined, 'x', known);
    const etag = asked === undefined ? undefined : (await send(asked)).etag;
    if (etag !== undefined) return { 'if-match': etag };
  }
  return { 'if-match': '"nothing has this tag"' };
}

async function tried(one: (typeof fields)[number], text: string): Promise<Answer | undefined> {
  const asked = requestWith(one.route, one.field, text, known);
  return asked === undefined ? undefined : await send(asked, await headersFor(one.route));
}

test('there are operations that take names, and more than sixty names to try', () => {
  expect(fields.filter(isPath).map(({ place }) => place)).toEqual(
    expect.arrayContaining([
      'config.create body.path',
      'config.move body.path',
      'overlayFiles.create body.path',
    ]),
  );
  expect(new Set(payloads.map(([, path]) => path)).size).toBeGreaterThanOrEqual(60);
});

test.each(fields.filter(isPath))('$place refuses every hostile path as a name', async (one) => {
  const passed: string[] = [];
  for (const [name, path] of payloads) {
    const answer = await tried(one, path);
    // A link is a file that is there already, where a new one is wanted.
    const codes = ['config.name-refused', 'config.outside-folder', 'config.file-exists', 'request.invalid'];
    const isRefused = answer !== undefined && answer.status < 500 && codes.includes(answer.code ?? '');
    // What would be written is shown without a look at the disk; a link is seen when the file is made.
    const isShown =
      one.operation === 'blockTemplates.preview' && answer?.status === 200 && /\blink\b/.test(name);
    if (!isRefused && !isShown) passed.push(`${name}: ${answer?.status} ${answer?.code}`);
    expect(answer?.text).not.toContain(CANARY);
  }
  expect(passed).toEqual([]);
  // With a fair name it goes on: so it was the name that was looked at.
  expect(String((await tried(one, FAIR))?.code)).not.toMatch(/^(config\.name-refused|request\..*)$/);
});

test.each(fields.filter((one) => !isPath(one)))('$place opens nothing by a hostile path', async (one) => {
  const odd: string[] = [];
  for (const [name, path] of payloads) {
    const answer = await tried(one, path);
    if (answer === undefined) continue;
    // In an address nothing but an id is taken; in a text that names no file, as that of a branch, anything may stand.
    const isRefused = answer.status >= 400 && answer.status < 500;
    const isId = one.field.where === 'params' && one.field.type !== 'BranchName';
    const isFine = isId ? isRefused : answer.status < 500;
    if (!isFine || answer.text.includes(CANARY) || answer.text.includes('root:x:'))
      odd.push(`${name}: ${answer.status} ${answer.code}`);
  }
  expect(odd).toEqual([]);
});

test('nothing appeared, vanished or changed outside of the folder', async () => {
  expect(await readdir(outside())).toEqual(['keys.yml']);
  expect(await readFile(join(outside(), 'keys.yml'), 'utf8')).toBe(`token: ${CANARY}\n`);
  const beside = await readdir(join(config.root, '..'));
  expect(beside.filter((name) => !/^(config\.db|history\.git|blobs|kometa|outside)/.test(name))).toEqual([]);
  expect(config.standIn.failures).toEqual([]);
});
