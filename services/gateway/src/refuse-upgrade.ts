import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem, problem } from '@marquee/contracts';

/** Answers a WebSocket upgrade that will not be: plain HTTP, then the end. */
export function refuseUpgrade(socket: Duplex, error: unknown): void {
  const { status, code, message } = error instanceof Problem ? error : problem('server.unexpected');
  const body = JSON.stringify({
    success: false,
    data: null,
    error: { code, message, details: [], requestId: '' },
    timestamp: new Date().toISOString(),
  });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
