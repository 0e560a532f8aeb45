import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type AnyRoute, allows, type ErrorCode, errorTable, maySeeLibrary, route } from '@marquee/contracts';
import { z } from 'zod';
import { testAuthenticate } from './as-role.ts';
import { roleMatrix } from './role-matrix.ts';

const about = { summary: 's', tag: 'T', reply: z.unknown() };
const params = z.object({ libraryId: z.string() });
const routes = {
  open: route({ ...about, method: 'get', path: '/open', role: 'public' }),
  list: route({ ...about, method: 'get', path: '/list', role: 'viewer' }),
  stream: route({ ...about, method: 'get', path: '/stream', role: 'viewer', replyKind: 'events' }),
  make: route({
    ...about,
    method: 'post',
    path: '/list',
    role: 'editor',
    body: z.object({ name: z.string() }),
    examples: { body: { name: 'a' } },
  }),
  settings: route({ ...about, method: 'put', path: '/settings', role: 'admin', ifMatch: true }),
  library: route({
    ...about,
    method: 'get',
    path: '/libraries/:libraryId',
    role: 'viewer',
    params,
    hiddenBy: 'library',
    errors: ['library.not-found'],
    examples: { params: { libraryId: 'demo.1' } },
  }),
} satisfies Record<string, AnyRoute>;

function fail(response: ServerResponse, code: ErrorCode): void {
  response.statusCode = errorTable[code].status;
  response.end(JSON.stringify({ success: false, error: { code } }));
}

type Flaw = { operation?: string; is?: 'unchecked' | 'unhidden' | 'unserved' | 'broken' | 'wrong word' };

/** Does by hand what a service does, except for one flaw. */
function toyApp({ operation, is }: Flaw = {}): RequestListener {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const path = String(request.url).replace('demo.1', ':libraryId');
    const [name, asked] =
      Object.entries(routes).find(
        ([, known]) => `/api${known.path}` === path && known.method.toUpperCase() === request.method,
      ) ?? [];
    const flaw = name === operation ? is : undefined;
    if (!asked || flaw === 'unserved') return fail(response, 'request.not-found');
    const principal = await testAuthenticate(request);
    if (!allows(asked.role, principal?.role) && flaw !== 'unchecked') {
      return fail(response, principal ? 'auth.forbidden' : 'auth.required');
    }
    if (flaw === 'broken') return fail(response, 'server.unexpected');
    const hidden = name === 'library' && principal && !maySeeLibrary(principal, 'demo.1');
    if (hidden && flaw !== 'unhidden')
      return fail(response, flaw === 'wrong word' ? 'item.not-found' : 'library.not-found');
    if (name === 'stream') return void response.writeHead(200).write(': open\n\n');
    if (request.headers['if-match']) return fail(response, 'request.precondition-failed');
    response.end('{}');
  };
}

async function broken(flaw: Flaw): Promise<string[]> {
  const cells = await roleMatrix(toyApp(flaw), routes);
  return cells
    .filter(({ holds }) => !holds)
    .map(({ operation, person, came }) => `${operation} ${person}: ${came}`);
}

test('every operation is asked as every person, and a sound service passes in every cell', async () => {
  const cells = await roleMatrix(toyApp(), routes);
  expect(cells).toHaveLength(6 * 5);
  expect(cells.filter(({ holds }) => !holds)).toEqual([]);
  const expected = (name: string) =>
    cells.filter(({ operation }) => operation === name).map((cell) => cell.expected);
  expect(expected('open')).toEqual(['may', 'may', 'may', 'may', 'may']);
  expect(expected('make')).toEqual(['sign in first', 'may not', 'may', 'may', 'may']);
  expect(expected('settings')).toEqual(['sign in first', 'may not', 'may not', 'may', 'may']);
  expect(expected('library')).toEqual(['sign in first', 'may', 'may', 'may', 'does not exist']);
});

test('a missing role check is caught in every cell it opens', async () => {
  expect(await broken({ operation: 'make', is: 'unchecked' })).toEqual([
    'make anonymous: 200',
    'make viewer: 200',
  ]);
  expect(await broken({ operation: 'stream', is: 'unchecked' })).toEqual(['stream anonymous: 200']);
});

test('a library shown to somebody it is not shared with is caught', async () => {
  expect(await broken({ operation: 'library', is: 'unhidden' })).toEqual([
    'library somebody without the library: 200',
  ]);
});

test('a hidden library must look like one that does not exist', async () => {
  expect(await broken({ operation: 'library', is: 'wrong word' })).toEqual([
    'library somebody without the library: 404 item.not-found',
  ]);
});

test('an operation that nobody serves does not pass for a hidden one or a permitted one', async () => {
  expect(await broken({ operation: 'library', is: 'unserved' })).toHaveLength(5);
});

test('an operation that breaks does not pass for a permitted one', async () => {
  expect(await broken({ operation: 'list', is: 'broken' })).toHaveLength(4);
});

test('a route whose parameters have no example is told, not skipped', async () => {
  const { examples: _examples, ...bare } = routes.library;
  await expect(roleMatrix(toyApp(), { bare })).rejects.toThrow('needs an example for :libraryId');
  const given = await roleMatrix(toyApp(), { bare }, { params: () => ({ libraryId: 'demo.1' }) });
  expect(given.filter(({ holds }) => !holds)).toEqual([]);
});
