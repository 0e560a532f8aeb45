import { readdir } from 'node:fs/promises';
import { routesOfService } from '@marquee/contracts';
import { hostilePaths, namedFields, requestWith } from '@marquee/testing';
import { type Product, startProduct } from '../product.ts';
import { rawAsk } from './raw-request.ts';

jest.setTimeout(120_000);

/** The config service, which has files by name, is tried by itself, with more than this. */
const places = Object.entries(routesOfService)
  .filter(([service]) => service !== 'config')
  .flatMap(([, routes]) => Object.entries(routes))
  // What never ends names nothing.
  .filter(([, route]) => route.replyKind !== 'events')
  .flatMap(([operation, route]) =>
    namedFields(route).map((field) => ({
      ...{ route, field },
      place: `${operation} ${field.where}.${field.at.join('.')}`,
    })),
  );

let marquee: Product;
let before: string[];

beforeAll(async () => {
  marquee = await startProduct();
  before = await readdir(marquee.dataFolder);
});
afterAll(() => marquee?.end());

test('there are operations of every kind that take names', () => {
  const wheres = new Set(places.map(({ field }) => field.where));
  expect([...wheres].sort()).toEqual(['body', 'params', 'query']);
});

test.each(places)('$place opens nothing by a hostile path', async ({ route, field }) => {
  const odd: string[] = [];
  for (const [name, path] of hostilePaths) {
    const asked = requestWith(route, field, path, {});
    if (asked === undefined) continue;
    const { status, head, body } = await rawAsk(marquee.url, {
      ...{ method: asked.method, path: asked.path },
      ...(asked.body === undefined ? {} : { body: String(asked.body) }),
      headers: [
        `authorization: ${marquee.headers.authorization}`,
        `content-type: ${asked.type}`,
        ...(route.ifMatch ? ['if-match: "nothing has this tag"'] : []),
      ],
    });
    // In an address nothing but an id is taken; in a text that names no file anything may stand.
    const isRefused = status >= 400 && status < 500;
    const isFine = field.where === 'params' ? isRefused : status >= 200 && status < 500;
    if (!isFine || `${head}${body}`.includes('root:x:')) odd.push(`${name}: ${status} ${body.slice(0, 200)}`);
  }
  expect(odd).toEqual([]);
});

test('nothing appeared or vanished beside what the product keeps', async () => {
  expect((await readdir(marquee.dataFolder)).sort()).toEqual([...before].sort());
});
