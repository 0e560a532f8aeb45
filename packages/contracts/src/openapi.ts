import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { FailureEnvelope, successEnvelope } from './envelope.ts';
import { type ErrorCode, errorTable } from './errors.ts';
import { API_PREFIX, type AnyRoute } from './route.ts';
import { allRoutes, type NamedRoute } from './services.ts';

const JSON_TYPE = 'application/json';

/** Every error that the plumbing can give on this route, beside the route's own. */
function impliedErrors({ service, route }: NamedRoute): ErrorCode[] {
  return [
    'request.malformed',
    'request.invalid',
    'request.unsupported-media-type',
    'auth.host-refused',
    'server.unexpected',
    'service.shutting-down',
    ...(route.role === 'public' ? [] : (['auth.required', 'auth.forbidden'] as const)),
    ...(route.params ? (['request.not-found'] as const) : []),
    ...(route.body || route.upload ? (['request.too-large'] as const) : []),
    ...(route.ifMatch ? (['request.precondition-required', 'request.precondition-failed'] as const) : []),
    ...(route.idempotent
      ? (['request.idempotency-mismatch', 'request.idempotency-in-progress'] as const)
      : []),
    ...(service === 'gateway' ? [] : (['service.unavailable', 'request.timed-out'] as const)),
  ];
}

function failures(named: NamedRoute): Record<string, ZodOpenApiResponseObject> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...impliedErrors(named), ...(named.route.errors ?? [])])) {
    const { status } = errorTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\`: ${errorTable[code].title}`).join('; '),
        content: { [JSON_TYPE]: { schema: FailureEnvelope } },
      },
    ]),
  );
}

const etagHeader = { ETag: { description: 'Version of what was answered', schema: { type: 'string' as const } } };

function success({ route }: NamedRoute): ZodOpenApiResponseObject {
  const headers = route.etag || route.ifMatch ? { headers: etagHeader } : {};
  if (route.replyKind === 'events') {
    return {
      description: 'An endless stream; each event’s data is a StreamEvent',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    };
  }
  if (route.replyKind === 'bytes') {
    const types = route.replyTypes ?? ['application/octet-stream'];
    return {
      description: 'The bytes',
      ...headers,
      content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
    };
  }
  const example = route.examples?.reply;
  return {
    description: 'Done',
    ...headers,
    content: {
      [JSON_TYPE]: {
        schema: successEnvelope(route.reply),
        ...(example === undefined
          ? {}
          : { example: { success: true, data: example, error: null, timestamp: '2026-11-21T05:00:00.000Z' } }),
      },
    },
  };
}

function requestHeaders(route: AnyRoute): z.ZodObject | undefined {
  const shape = {
    ...(route.ifMatch ? { 'If-Match': z.string().min(1).describe('The ETag you read') } : {}),
    ...(route.etag ? { 'If-None-Match': z.string().optional().describe('An ETag: 304 when it is still current') } : {}),
    ...(route.idempotent
      ? {
          'Idempotency-Key': z
            .string()
            .regex(/^[\x21-\x7e]{1,200}$/)
            .optional()
            .describe('Makes a retry safe: the same key gets the first answer again'),
        }
      : {}),
    ...(route.replyKind === 'events'
      ? { 'Last-Event-ID': z.string().max(200).optional().describe('Go on after this event') }
      : {}),
  };
  return Object.keys(shape).length > 0 ? z.object(shape) : undefined;
}

function withExamples(fields: z.ZodObject | undefined, examples: Record<string, unknown> | undefined) {
  if (!fields || !examples) return fields;
  const shape = Object.fromEntries(
    Object.entries(fields.shape).map(([name, schema]) => {
      const example = examples[name];
      const { id: _named, ...meta } = schema.meta() ?? {};
      return [name, example === undefined ? schema : schema.clone().meta({ ...meta, examples: [example] })];
    }),
  );
  return z.object(shape);
}

function requestBody(route: AnyRoute): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (route.upload) {
    const content = route.upload.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]);
    return { requestBody: { required: true, content: Object.fromEntries(content) } };
  }
  if (!route.body) return {};
  const strict = route.body instanceof z.ZodObject ? route.body.strict().meta(route.body.meta() ?? {}) : route.body;
  const example = route.examples?.body;
  return {
    requestBody: {
      required: true,
      content: { [JSON_TYPE]: { schema: strict, ...(example === undefined ? {} : { example }) } },
    },
  };
}

function operation(named: NamedRoute): ZodOpenApiOperationObject {
  const { route, operationId } = named;
  const path = withExamples(route.params, route.examples?.params);
  const query = withExamples(route.query, route.examples?.query);
  const header = requestHeaders(route);
  return {
    operationId,
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [route.tag],
    'x-role': route.role,
    requestParams: { ...(path ? { path } : {}), ...(query ? { query } : {}), ...(header ? { header } : {}) },
    ...requestBody(route),
    responses: {
      [`${route.status ?? 200}`]: success(named),
      ...(route.etag ? { 304: { description: 'What you have is still current' } } : {}),
      ...failures(named),
    },
  };
}

/** The whole API as OpenAPI 3.1, from the route tables. */
export function openApiDocument(about: { version: string }) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const named of allRoutes()) {
    const path = `${API_PREFIX}${named.route.path.replace(/:([A-Za-z]+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [named.route.method]: operation(named) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Marquee',
      version: about.version,
      description:
        'Whatever the browser can do, a script can do. Every JSON answer is `{ success, data, error, timestamp }`; `error.code` is from the documented list, `error.details` says what, where and how to mend it. Unknown fields in requests are refused.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
  });
}
