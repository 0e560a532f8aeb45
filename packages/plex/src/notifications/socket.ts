import { WebSocket } from 'ws';
import { addressOf } from '../connection/address.ts';
import { PlexFailure } from '../connection/failure.ts';
import { networkFailure } from '../connection/network-failure.ts';
import type { PlexLog, Settings } from '../connection/options.ts';
import { ownHeaders } from '../connection/own-headers.ts';
import { statusFailure } from '../connection/status-failure.ts';
import { boundedQueue } from './bounded-queue.ts';
import { decodeNotification, type PlexNotification } from './events.ts';

const MOST_WAITING = 1000;
const MOST_BYTES = 4 * 1024 * 1024;

export type SocketEvent = PlexNotification | { type: 'open' } | { type: 'alive' };

const lost = (message: string) => new PlexFailure({ kind: 'unreachable', message });

/** One connection from handshake to end. It ends with a PlexFailure, or quietly when `close` was called. */
export function openSocket(settings: Settings, pingMs: number, log: PlexLog | undefined) {
  const queue = boundedQueue<SocketEvent>(MOST_WAITING);
  const url = addressOf(settings.baseUrl, '/:/websockets/notifications');
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url, {
    headers: ownHeaders(settings),
    ...(settings.lookup === undefined ? {} : { lookup: settings.lookup }),
    handshakeTimeout: settings.timeouts.connectMs,
    maxPayload: MOST_BYTES,
    followRedirects: false,
    perMessageDeflate: false,
  });
  let heard = true;
  // A connection whose other end vanished looks open for ever: only an unanswered ping shows it.
  const pinging = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (!heard) {
      queue.end(lost('the notifications went silent'));
      socket.terminate();
      return;
    }
    heard = false;
    socket.ping();
  }, pingMs);

  socket.on('open', () => queue.push({ type: 'open' }));
  socket.on('pong', () => {
    heard = true;
    queue.push({ type: 'alive' });
  });
  socket.on('message', (data) => {
    heard = true;
    const decoded = decodeNotification(String(data));
    if ('unreadable' in decoded)
      log?.debug({ reason: decoded.unreadable }, 'Plex sent an unreadable notification');
    else for (const event of decoded.events) queue.push(event);
  });
  socket.on('unexpected-response', (request, response) => {
    queue.end(statusFailure(response.statusCode ?? 0, response.headers['retry-after'], false));
    request.destroy();
  });
  socket.on('error', (error) => queue.end(networkFailure(error)));
  socket.on('close', (code) => {
    clearInterval(pinging);
    queue.end(lost(`the notifications were closed (${code})`));
  });

  return {
    events: () => queue.read(),
    close(): void {
      clearInterval(pinging);
      queue.end();
      socket.terminate();
    },
  };
}
