import { request } from 'node:http';
import { type AnyRoute, API_PREFIX } from '@marquee/contracts';
import { z } from 'zod';

export interface Asked {
  status: number;
  /** The envelope's error code. */
  code: string | undefined;
}

const Failure = z.object({ error: z.object({ code: z.string() }) });

/** Sends one request as the route's examples say, and reads only what tells who may. */
export function askOnce(
  port: number,
  route: AnyRoute,
  headers: Record<string, string>,
  params: Record<string, string> | undefined,
): Promise<Asked> {
  const { content, type } = bodyOf(route);
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        method: route.method.toUpperCase(),
        path: addressOf(route, params),
        headers: {
          ...headers,
          ...(content === undefined
            ? {}
            : { 'content-type': type, 'content-length': Buffer.byteLength(content) }),
          ...(route.ifMatch ? { 'if-match': '"nothing-has-this-tag"' } : {}),
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        if (status < 400) {
          // An event stream has no end: its head says all that is asked here.
          asking.destroy();
          resolve({ status, code: undefined });
          return;
        }
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status, code: codeIn(text) }));
      },
    );
    asking.once('error', reject);
    asking.end(content);
  });
}

function codeIn(text: string): string | undefined {
  const parsed = z.string().transform(toJson).pipe(Failure).safeParse(text);
  return parsed.success ? parsed.data.error.code : undefined;
}

function toJson(text: string): unknown {
  return /^\s*\{/.test(text) ? JSON.parse(text) : undefined;
}

function addressOf({ path, query, examples }: AnyRoute, given: Record<string, string> | undefined): string {
  const values: Record<string, unknown> = { ...examples?.params, ...given };
  const filled = String(path).replaceAll(/:(\w+)/g, (_part, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path} needs an example for :${name}`);
    return encodeURIComponent(String(value));
  });
  const fields = Object.entries({ ...examples?.query }).map(([name, value]) => [name, String(value)]);
  const search = new URLSearchParams(fields).toString();
  return `${API_PREFIX}${filled}${query && search !== '' ? `?${search}` : ''}`;
}

function bodyOf({ body, upload, examples }: AnyRoute): { content: string | undefined; type: string } {
  if (upload) return { content: 'not a picture', type: String(upload[0]) };
  const content = body === undefined ? undefined : JSON.stringify(examples?.body ?? {});
  return { content, type: 'application/json' };
}
