import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { successEnvelope } from '../envelope.ts';
import type { AnyRoute } from '../route.ts';

type Headers = NonNullable<ZodOpenApiResponseObject['headers']>;
const header = (description: string) => ({ description, schema: { type: 'string' as const } });

function headersOf(route: AnyRoute): { headers?: Headers } {
  const headers: Headers = {
    ...(route.etag || route.ifMatch ? { ETag: header('Version of what was answered') } : {}),
    ...(route.idempotent
      ? { 'Idempotency-Replayed': header('`true` when this is the answer to an earlier request of this key') }
      : {}),
  };
  return Object.keys(headers).length > 0 ? { headers } : {};
}

function contentOf(route: AnyRoute): Pick<ZodOpenApiResponseObject, 'content'> {
  if (route.status === 204) return {};
  if (route.replyKind === 'events')
    return { content: { 'text/event-stream': { schema: { type: 'string' } } } };
  if (route.replyKind === 'bytes') {
    const types = route.replyTypes ?? ['application/octet-stream'];
    const binary = { schema: { type: 'string' as const, format: 'binary' } };
    return { content: Object.fromEntries(types.map((type) => [type, binary])) };
  }
  const data = route.examples?.reply;
  const example = { success: true, data, error: null, timestamp: '2026-11-21T05:00:00.000Z' };
  return {
    content: {
      'application/json': {
        schema: successEnvelope(route.reply),
        ...(data === undefined ? {} : { example }),
      },
    },
  };
}

const words = {
  json: 'Done',
  bytes: 'The bytes',
  events: 'An endless stream of server-sent events; the data of each is a StreamEvent in JSON',
} as const;

/** The answers of a route when all goes well. */
export function successesOf(route: AnyRoute): Record<string, ZodOpenApiResponseObject> {
  return {
    [String(route.status ?? 200)]: {
      description: words[route.replyKind ?? 'json'],
      ...headersOf(route),
      ...contentOf(route),
    },
    ...(route.etag && route.method === 'get'
      ? { 304: { description: 'What you have is still current', ...headersOf(route) } }
      : {}),
  };
}
