import type { IncomingMessage } from 'node:http';
import { type AnyRoute, DEFAULT_MAX_BODY_BYTES, type Problem, problem } from '@marquee/contracts';
import { parseJson } from './parse-json.ts';

/** The raw bytes of a body, and the JSON in them where the route takes JSON. */
export interface ReadBody {
  raw: Buffer;
  json: unknown;
}

const NOTHING = Buffer.alloc(0);

function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && Number(length) > 0);
}

export async function readBody(request: IncomingMessage, route: AnyRoute): Promise<ReadBody> {
  if (!hasBody(request)) {
    if (route.upload) throw invalid('The body must hold the file.');
    return { raw: NOTHING, json: undefined };
  }
  if (!route.upload && !route.body) {
    // A chunked body may turn out to be empty; one byte is enough to know.
    const raw = await readBytes(request, { ...route, maxBodyBytes: 0 });
    return { raw, json: undefined };
  }
  checkEncoding(request);
  const type = contentType(request);
  if (route.upload) {
    if (!route.upload.includes(type.name)) throw unsupported(type.name, route.upload);
    const raw = await readBytes(request, route);
    if (raw.length === 0) throw invalid('The body must hold the file.');
    return { raw, json: undefined };
  }
  if (type.name !== 'application/json' || !/^(utf-?8)?$/.test(type.charset)) {
    throw unsupported(type.name, ['application/json']);
  }
  const raw = await readBytes(request, route);
  return { raw, json: raw.length === 0 ? undefined : parseJson(raw) };
}

function checkEncoding(request: IncomingMessage): void {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') return;
  throw problem('request.unsupported-media-type', {
    details: [
      {
        message: 'Encoded bodies are not taken.',
        path: 'headers.content-encoding',
        fix: 'Send it uncompressed.',
      },
    ],
  });
}

function contentType(request: IncomingMessage): { name: string; charset: string } {
  const [name = '', ...parameters] = (request.headers['content-type'] ?? '').split(';');
  const charset = parameters.map((text) => text.trim()).find((text) => /^charset=/i.test(text));
  return {
    name: name.trim().toLowerCase(),
    charset: (charset?.slice('charset='.length) ?? '').replaceAll('"', '').toLowerCase(),
  };
}

function unsupported(given: string, taken: readonly string[]): Problem {
  return problem('request.unsupported-media-type', {
    details: [
      {
        message: given === '' ? 'The content type is missing.' : 'This content type is not taken here.',
        path: 'headers.content-type',
        fix: `Send ${taken.join(' or ')}.`,
      },
    ],
  });
}

function invalid(message: string): Problem {
  return problem('request.invalid', { details: [{ message, path: 'body' }] });
}

function tooLarge(limit: number): Problem {
  if (limit === 0) return invalid('This operation takes no body.');
  return problem('request.too-large', {
    details: [{ message: `The body is larger than ${limit} bytes.`, path: 'body' }],
  });
}

/** Collects at most the route's limit; the rest is taken off the wire and dropped, so that the client can read why. */
function readBytes(request: IncomingMessage, route: AnyRoute): Promise<Buffer> {
  const limit: number = route.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    request.resume();
    return Promise.reject(tooLarge(limit));
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      request.off('data', onData);
      request.resume();
      reject(tooLarge(limit));
    };
    request.on('data', onData);
    request.once('end', () => resolve(Buffer.concat(chunks, size)));
    request.once('error', reject);
    // Without this a client that leaves half way would keep the call waiting for ever.
    request.once('close', () => reject(new Error('The client left before its body was complete')));
  });
}
