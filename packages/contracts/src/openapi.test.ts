import { createConfig, lintFromString } from '@redocly/openapi-core';
import { z } from 'zod';
import { errorTable } from './errors.ts';
import { openApiDocument } from './openapi.ts';
import { type AnyRoute, API_PREFIX, route } from './route.ts';
import { allRoutes, type NamedRoute } from './services.ts';

const document = openApiDocument({ version: '0.1.0' });
const failureCodes = z.object({
  content: z.object({
    'application/json': z.object({
      schema: z.object({
        allOf: z.tuple([
          z.object({ $ref: z.literal('#/components/schemas/Failure') }),
          z.object({
            properties: z.object({
              error: z.object({ properties: z.object({ code: z.object({ enum: z.array(z.string()) }) }) }),
            }),
          }),
        ]),
      }),
    }),
  }),
});

function operationOf({ route: { path, method } }: NamedRoute, described = document) {
  const item = described.paths?.[`${API_PREFIX}${path.replaceAll(/:(\w+)/g, '{$1}')}`];
  const operation = item?.[method];
  if (!operation) throw new Error(`${method} ${path} is not described`);
  return operation;
}
function resolve(response: object, described: typeof document): unknown {
  if (!('$ref' in response)) return response;
  return described.components?.responses?.[String(response.$ref).replace('#/components/responses/', '')];
}
/** The codes that a route documents, by status. */
function codesOf(named: NamedRoute, described = document): Record<string, string[]> {
  const failures = Object.entries(operationOf(named, described).responses ?? {}).filter(
    ([status]) => Number(status) >= 400,
  );
  return Object.fromEntries(
    failures.map(([status, response]) => [
      status,
      failureCodes.parse(resolve(response, described)).content['application/json'].schema.allOf[1].properties
        .error.properties.code.enum,
    ]),
  );
}
function describeToy(
  given: Partial<AnyRoute> & Pick<AnyRoute, 'method'>,
  service: NamedRoute['service'] = 'gateway',
) {
  const named: NamedRoute = {
    service,
    operationId: 'toy',
    route: route({
      path: '/toy',
      summary: 'Toy',
      tag: 'Toys',
      role: 'public',
      reply: z.object({}),
      ...given,
    }),
  };
  const described = openApiDocument({ version: '1' }, [named]);
  return { described, operation: operationOf(named, described), codes: codesOf(named, described) };
}

async function faultsOf(described: unknown): Promise<string[]> {
  const config = await createConfig({
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'operation-operationId': 'error',
      'operation-operationId-unique': 'error',
      'operation-parameters-unique': 'error',
      'path-parameters-defined': 'error',
      'path-declaration-must-exist': 'error',
      'no-identical-paths': 'error',
      'no-ambiguous-paths': 'error',
      'no-invalid-parameter-examples': 'error',
      'no-invalid-schema-examples': 'error',
      'no-invalid-media-type-examples': 'error',
      'no-unused-components': 'error',
      'operation-4xx-response': 'error',
      'operation-tag-defined': 'error',
      'operation-summary': 'error',
    },
  });
  const problems = await lintFromString({ source: JSON.stringify(described), config });
  return problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`);
}

test('a real validator finds nothing wrong with it', async () => {
  expect(await faultsOf(document)).toEqual([]);
});

test('the validator would tell of an example that does not fit', async () => {
  const { described } = describeToy({
    method: 'post',
    body: z.object({ n: z.number() }),
    examples: { body: { n: 'one' } },
  });
  expect(await faultsOf(described)).toEqual([expect.stringContaining('type must be number')]);
});

test.each(allRoutes().map((named) => [named.operationId, named] as const))(
  '%s is described with its id, role, tag and every error it names',
  (operationId, named) => {
    const operation = operationOf(named);
    expect(operation).toMatchObject({ operationId, 'x-role': named.route.role, tags: [named.route.tag] });
    const documented = Object.entries(codesOf(named)).flatMap(([status, codes]) =>
      codes.map((code) => [code, Number(status)]),
    );
    for (const code of named.route.errors ?? [])
      expect(documented).toContainEqual([code, errorTable[code].status]);
    expect(documented).toContainEqual(['request.invalid', 422]);
    expect(documented).toContainEqual(['server.unexpected', 500]);
  },
);

test.each(allRoutes().map((named) => [named.operationId, named.route] as const))(
  'the examples of %s are ones that it would take and give',
  (_id, { params, query, body, reply, replyKind, examples }) => {
    if (examples?.params)
      expect(params?.strict().safeParse(examples.params)).toMatchObject({ success: true });
    if (examples?.query) expect(query?.strict().safeParse(examples.query)).toMatchObject({ success: true });
    if (examples?.body) expect(body.safeParse(examples.body)).toMatchObject({ success: true });
    if (examples?.reply && !replyKind)
      expect(reply.safeParse(examples.reply)).toMatchObject({ success: true });
  },
);

test('only routes that want somebody can answer 401', () => {
  expect(describeToy({ method: 'get' }).codes).not.toHaveProperty('401');
  expect(describeToy({ method: 'get' }).codes).not.toHaveProperty('403');
  const { codes } = describeToy({ method: 'get', role: 'editor' });
  expect(codes['401']).toEqual(['auth.required']);
  expect(codes['403']).toEqual(['auth.forbidden']);
});

test('every write may be refused to another site’s page, and some to whoever is no person', () => {
  expect(describeToy({ method: 'post' }).codes['403']).toEqual(['auth.origin-refused']);
  expect(describeToy({ method: 'post', role: 'admin', personOnly: true }).codes['403']).toEqual([
    'auth.origin-refused',
    'auth.forbidden',
    'auth.person-required',
  ]);
});

test('a JSON body is required, strict at every depth, and may be too large or of another type', () => {
  const body = z.object({ at: z.object({ x: z.number() }), list: z.array(z.object({ y: z.string() })) });
  const { operation, codes } = describeToy({
    method: 'post',
    body,
    examples: { body: { at: { x: 1 }, list: [] } },
  });
  expect(operation.requestBody).toMatchObject({
    required: true,
    content: {
      'application/json': {
        example: { at: { x: 1 }, list: [] },
        schema: {
          additionalProperties: false,
          properties: {
            at: { additionalProperties: false },
            list: { items: { additionalProperties: false } },
          },
        },
      },
    },
  });
  expect(codes).toMatchObject({ 413: ['request.too-large'], 415: ['request.unsupported-media-type'] });
});

test('a body that takes any further field says so', () => {
  const { operation } = describeToy({ method: 'post', body: z.looseObject({ a: z.string() }) });
  expect(operation.requestBody).not.toMatchObject({
    content: { 'application/json': { schema: { additionalProperties: false } } },
  });
});

test('an upload names the types it takes', () => {
  const { operation } = describeToy({ method: 'post', upload: ['image/png', 'image/webp'] });
  expect(operation.requestBody).toMatchObject({ required: true });
  expect(
    Object.keys(
      operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {},
    ),
  ).toEqual(['image/png', 'image/webp']);
});

test('If-Match, If-None-Match, Idempotency-Key and Last-Event-ID are parameters where they count', () => {
  const names = (given: Parameters<typeof describeToy>[0]) =>
    (describeToy(given).operation.parameters ?? []).map((parameter) =>
      'name' in parameter ? parameter.name : '',
    );
  expect(names({ method: 'put', ifMatch: true })).toEqual(['If-Match']);
  expect(names({ method: 'get', etag: true })).toEqual(['If-None-Match']);
  expect(names({ method: 'post', idempotent: true })).toEqual(['Idempotency-Key']);
  expect(names({ method: 'get', replyKind: 'events' })).toEqual(['Last-Event-ID']);
  expect(describeToy({ method: 'put', ifMatch: true }).codes).toMatchObject({
    412: ['request.precondition-failed'],
    428: ['request.precondition-required'],
  });
  expect(describeToy({ method: 'post', idempotent: true }).codes).toMatchObject({
    409: ['request.idempotency-in-progress'],
    422: ['request.invalid', 'request.idempotency-mismatch'],
  });
});

test('success has its status, its tag, its type, and the envelope around its example', () => {
  const { operation } = describeToy({
    method: 'post',
    status: 202,
    etag: true,
    reply: z.object({ id: z.string() }),
    examples: { reply: { id: 'a' } },
  });
  expect(operation.responses).toMatchObject({
    202: {
      headers: { ETag: {} },
      content: { 'application/json': { example: { success: true, data: { id: 'a' }, error: null } } },
    },
  });
  expect(describeToy({ method: 'get', etag: true }).operation.responses).toHaveProperty('304');
  const removed = describeToy({ method: 'delete', status: 204 }).operation.responses ?? {};
  expect(removed['204']).not.toHaveProperty('content');
  const picture = describeToy({ method: 'get', replyKind: 'bytes', replyTypes: ['image/png'] });
  expect(picture.operation.responses).toMatchObject({ 200: { content: { 'image/png': {} } } });
  const stream = describeToy({ method: 'get', replyKind: 'events' });
  expect(stream.operation.responses).toMatchObject({ 200: { content: { 'text/event-stream': {} } } });
});

test('what the gateway forwards can also be away, slow or stopping', () => {
  expect(describeToy({ method: 'get' }, 'config').codes).toMatchObject({
    503: ['service.unavailable', 'service.shutting-down'],
    504: ['request.timed-out'],
  });
  expect(describeToy({ method: 'get' }).codes).not.toHaveProperty('504');
});

test('examples of parameters stand beside them', () => {
  const { operation } = describeToy({
    method: 'get',
    path: '/toy',
    query: z.object({ width: z.string().optional() }),
    examples: { query: { width: '240' } },
  });
  expect(operation.parameters).toEqual([
    expect.objectContaining({ in: 'query', name: 'width', example: '240' }),
  ]);
});

test('the address of the server can be given', () => {
  expect(document.servers).toEqual([{ url: '/' }]);
  expect(openApiDocument({ version: '1', serverUrl: 'https://plex.example' }).servers).toEqual([
    { url: 'https://plex.example' },
  ]);
});
