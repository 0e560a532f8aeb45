import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AnyRoute, errorTable, Problem } from '@marquee/contracts';
import { isDiskFull } from '../files/disk-full.ts';
import { asDataAnswer, type BytesAnswer, isBytesAnswer } from './answer.ts';
import { isNotModified, quoteEtag } from './etag.ts';

/** An answer, not yet sent; whole unless its body says otherwise. */
export interface Outgoing<B = string | Uint8Array> {
  status: number;
  headers: Record<string, string>;
  /** Set-Cookie values: the one header that comes several times. */
  cookies?: readonly string[];
  body: B;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** What a handler gave, checked against the route's reply and stripped of all that the reply does not name. */
export function outgoingOf(
  route: AnyRoute,
  result: unknown,
  ifNoneMatch: string | undefined,
): Outgoing<string | Uint8Array | Readable> {
  return isBytesAnswer(result)
    ? bytesOf(route, result, ifNoneMatch)
    : wholeOutgoingOf(route, result, ifNoneMatch);
}

export function wholeOutgoingOf(route: AnyRoute, result: unknown, ifNoneMatch: string | undefined): Outgoing {
  if (route.replyKind === 'bytes') throw new Error('A bytes route must answer with bytes(…)');
  const { data, etag, status, headers, cookies } = asDataAnswer(result);
  if (etag !== undefined && isNotModifiedRead(route, ifNoneMatch, etag)) return notModified(etag);
  const finalStatus = status ?? route.status ?? 200;
  return {
    status: finalStatus,
    headers: {
      ...(finalStatus === 204 ? {} : { 'content-type': JSON_TYPE }),
      'cache-control': etag === undefined ? 'no-store' : 'private, no-cache',
      ...(etag === undefined ? {} : { etag: quoteEtag(etag) }),
      ...headers,
    },
    cookies,
    body: finalStatus === 204 ? '' : envelope({ success: true, data: route.reply.parse(data), error: null }),
  };
}

function bytesOf(
  route: AnyRoute,
  result: BytesAnswer,
  ifNoneMatch: string | undefined,
): Outgoing<string | Uint8Array | Readable> {
  const type = result.contentType.split(';')[0]?.trim() ?? '';
  if (route.replyKind !== 'bytes' || !route.replyTypes?.includes(type)) {
    throw new Error(`The route does not name ${type || 'bytes'} among its replyTypes`);
  }
  const { etag, cacheControl, fileName } = result;
  const cache = { 'cache-control': cacheControl ?? 'private, no-cache' };
  if (etag !== undefined && isNotModifiedRead(route, ifNoneMatch, etag)) return notModified(etag, cache);
  return {
    status: route.status ?? 200,
    headers: {
      'content-type': result.contentType,
      ...cache,
      // Bytes come from Plex servers and uploads: opened on their own they must not act as a page of ours.
      'content-security-policy': "default-src 'none'; sandbox",
      ...(etag === undefined ? {} : { etag: quoteEtag(etag) }),
      ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename="${fileName}"` }),
    },
    body: result.bytes,
  };
}

function isNotModifiedRead(route: AnyRoute, ifNoneMatch: string | undefined, etag: string): boolean {
  return route.method === 'get' && isNotModified(ifNoneMatch, etag);
}

function notModified(etag: string, headers: Record<string, string> = {}): Outgoing {
  return {
    status: 304,
    headers: { 'cache-control': 'private, no-cache', ...headers, etag: quoteEtag(etag) },
    body: '',
  };
}

/** `status` only where HTTP has a finer one than the code's own: 431 and 408 of the parser. */
export function outgoingProblem(failure: Problem, requestId: string, status = failure.status): Outgoing {
  const { code, message, details } = failure;
  return {
    status,
    headers: { 'content-type': JSON_TYPE, 'cache-control': 'no-store', ...failure.headers },
    body: envelope({ success: false, data: null, error: { code, message, details, requestId } }),
  };
}

function envelope(content: Record<string, unknown>): string {
  return JSON.stringify({ ...content, timestamp: new Date().toISOString() });
}

/** The error as the client may see it: what is not a Problem stays between us and the log. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isForWantOfSpace(error)) return new Problem('service.disk-full', { cause: error });
  return new Problem('server.unexpected', { message: errorTable['server.unexpected'].title, cause: error });
}

/** The disk may be full far below what was thrown. */
function isForWantOfSpace(error: unknown): boolean {
  for (let at = error, depth = 0; depth < 10; depth += 1) {
    if (isDiskFull(at)) return true;
    if (typeof at !== 'object' || at === null || !('cause' in at)) return false;
    at = at.cause;
  }
  return false;
}

export function send(response: ServerResponse, outgoing: Outgoing): void {
  const { status, body } = outgoing;
  writeHead(response, outgoing);
  if (status !== 204 && status !== 304) response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}

/** Rejects when the source fails or the client leaves before the end. */
export async function sendOrStream(
  response: ServerResponse,
  outgoing: Outgoing<string | Uint8Array | Readable>,
): Promise<void> {
  const { body } = outgoing;
  if (!(body instanceof Readable)) return send(response, { ...outgoing, body });
  writeHead(response, outgoing);
  await pipeline(body, response);
}

function writeHead(
  response: ServerResponse,
  { status, headers, cookies = [] }: Omit<Outgoing, 'body'>,
): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
}
