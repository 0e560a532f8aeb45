import * as http from 'node:http';
import * as https from 'node:https';
import { z } from 'zod';

interface Seen {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  /** The envelope's data or error. */
  data: unknown;
  error: unknown;
}

interface Wanted {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  host?: string;
}

/** Somebody out there who asks by name. Paths go out as they are given. */
export interface Visitor {
  ask(path: string, wanted?: Wanted): Promise<Seen>;
  /** The answer while it still comes. */
  open(path: string, wanted?: Wanted): Promise<http.IncomingMessage>;
  /** Asks for a WebSocket and leaves at once. */
  upgrade(path: string, headers: Record<string, string>): Promise<{ status: number }>;
}

/** Pages and pictures have none. */
const Envelope = z.object({ data: z.unknown(), error: z.unknown() }).partial();

/** Over TLS when there is an authority to trust, and only that one. */
export function createVisitor(to: { port: number; host: string; ca?: string }): Visitor {
  function request(path: string, { method = 'GET', headers = {}, host = to.host }: Wanted) {
    const options = { host: '127.0.0.1', port: to.port, method, path, headers: { host, ...headers } };
    return to.ca === undefined
      ? http.request({ ...options, agent: false })
      : https.request({ ...options, agent: false, ca: to.ca, servername: host });
  }

  function open(path: string, { body, headers, ...wanted }: Wanted = {}): Promise<http.IncomingMessage> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    return new Promise((resolve, reject) => {
      request(path, { ...wanted, headers: { ...json, ...headers } })
        .on('response', resolve)
        .on('error', reject)
        .end(body === undefined ? '' : JSON.stringify(body));
    });
  }

  return {
    open,
    async ask(path, wanted) {
      const answer = await open(path, wanted);
      const body = Buffer.concat(await answer.toArray());
      const isJson = /json/.test(answer.headers['content-type'] ?? '');
      const { data, error } = Envelope.parse(isJson ? JSON.parse(body.toString()) : {});
      return { status: answer.statusCode ?? 0, headers: answer.headers, body, data, error };
    },
    upgrade: (path, headers) =>
      new Promise((resolve, reject) => {
        const wish = {
          ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
          'sec-websocket-key': Buffer.from('sixteen bytes ok').toString('base64'),
        };
        request(path, { headers: { ...wish, ...headers } })
          .on('upgrade', (answer, socket) => {
            socket.destroy();
            resolve({ status: answer.statusCode ?? 0 });
          })
          .on('response', (answer) => resolve({ status: answer.resume().statusCode ?? 0 }))
          .on('error', reject)
          .end();
      }),
  };
}
