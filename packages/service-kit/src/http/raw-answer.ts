import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ErrorCode, Problem } from '@marquee/contracts';
import { outgoingProblem } from './outgoing.ts';

/** The envelope written by hand, where there is no response object: upgrades, and what the parser refused. */
export function answerOnSocket(socket: Duplex, failure: Problem, status = failure.status): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { headers, body } = outgoingProblem(failure, randomUUID(), status);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body.toString()}`);
}

/** Refuses a WebSocket handshake with an honest status. */
export function refuseUpgrade(socket: Duplex, failure: ErrorCode | Problem): void {
  // A client that hangs up on its refusal is no event.
  socket.on('error', () => socket.destroy());
  answerOnSocket(socket, typeof failure === 'string' ? new Problem(failure) : failure);
}

/** What node's own HTTP parser could not read; there is no request object yet. */
export function answerParserError(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, message] = parserFault(error.code);
  answerOnSocket(socket, new Problem('request.malformed', { details: [{ message }], cause: error }), status);
}

function parserFault(code: string | undefined): [number, string] {
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'The headers are larger than 16 KB.'];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'The request did not arrive in time.'];
  return [400, 'This is not an HTTP request that can be read.'];
}
