import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import type { AnyRoute } from '../route.ts';

function headersOf(route: AnyRoute): z.ZodObject | undefined {
  const shape = {
    ...(route.ifMatch
      ? {
          'If-Match': z
            .string()
            .min(1)
            .describe('The ETag you read: the write is refused when it is not current'),
        }
      : {}),
    ...(route.etag && route.method === 'get'
      ? { 'If-None-Match': z.string().optional().describe('An ETag you have: 304 when it is still current') }
      : {}),
    ...(route.idempotent
      ? {
          'Idempotency-Key': z
            .string()
            .regex(/^[!-~]{1,200}$/)
            .optional()
            .describe('Makes a retry safe: for a day the same key gets the first answer again'),
        }
      : {}),
    ...(route.replyKind === 'events'
      ? {
          'Last-Event-ID': z
            .string()
            .optional()
            .describe('Id of the last event you saw: the stream goes on after it'),
        }
      : {}),
  };
  return Object.keys(shape).length > 0 ? z.object(shape) : undefined;
}

export function parametersOf(route: AnyRoute): Pick<ZodOpenApiOperationObject, 'requestParams'> {
  const header = headersOf(route);
  const requestParams = {
    ...(route.params ? { path: route.params } : {}),
    ...(route.query ? { query: route.query } : {}),
    ...(header ? { header } : {}),
  };
  return Object.keys(requestParams).length > 0 ? { requestParams } : {};
}

export function bodyOf(route: AnyRoute): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (route.upload) {
    const binary = { schema: { type: 'string' as const, format: 'binary' } };
    const content = Object.fromEntries(route.upload.map((type) => [type, binary]));
    return { requestBody: { required: true, content } };
  }
  if (!route.body) return {};
  const example = route.examples?.body;
  const content = { schema: route.body, ...(example === undefined ? {} : { example }) };
  return { requestBody: { required: true, content: { 'application/json': content } } };
}
