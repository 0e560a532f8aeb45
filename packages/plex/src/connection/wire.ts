import http from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { CONNECT_TIMED_OUT } from './network-failure.ts';

type OnResponse = (response: http.IncomingMessage) => void;

/** The socket is handed out before it is connected; only that stretch is timed here. */
function limitConnect(request: http.ClientRequest, socket: Socket, secure: boolean, ms: number): void {
  if (!socket.connecting) return;
  const timer = setTimeout(() => {
    request.destroy(Object.assign(new Error('connect timed out'), { code: CONNECT_TIMED_OUT }));
  }, ms);
  const stop = () => clearTimeout(timer);
  socket.once(secure ? 'secureConnect' : 'connect', stop);
  socket.once('close', stop);
}

/** What axios uses instead of node:http itself; it adds the one thing axios lacks, a limit on connecting. */
export function wireFor(protocol: string, connectMs: number) {
  const secure = protocol === 'https:';
  return {
    request(options: https.RequestOptions, onResponse: OnResponse): http.ClientRequest {
      const request = secure ? https.request(options, onResponse) : http.request(options, onResponse);
      request.once('socket', (socket) => limitConnect(request, socket, secure, connectMs));
      return request;
    },
  };
}

/**
 * Reads share kept-alive connections. Writes get a fresh one each: on a kept one the server may hang up just
 * as we write, and nobody could say whether the write had arrived.
 */
export function createAgents(protocol: string, lookup?: LookupFunction) {
  const Agent = protocol === 'https:' ? https.Agent : http.Agent;
  const names = lookup === undefined ? {} : { lookup };
  return {
    reads: new Agent({ ...names, keepAlive: true, maxSockets: 16, maxFreeSockets: 4, timeout: 60_000 }),
    writes: new Agent({ ...names, keepAlive: false, maxSockets: 4 }),
  };
}
export type Agents = ReturnType<typeof createAgents>;
