import { PassThrough } from 'node:stream';
import { problem } from '@marquee/contracts';
import { answerParserError, refuseUpgrade } from './raw-answer.ts';

function answered(act: (socket: PassThrough) => void): { head: string; body: unknown } {
  const socket = new PassThrough();
  act(socket);
  const [head = '', body = ''] = String(socket.read() ?? '').split('\r\n\r\n');
  return { head, body: body === '' ? undefined : JSON.parse(body) };
}

test('a refused WebSocket handshake is told why, in the envelope', () => {
  const { head, body } = answered((socket) => refuseUpgrade(socket, 'auth.required'));
  expect(head).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
  expect(head).toContain('connection: close');
  expect(body).toMatchObject({ success: false, error: { code: 'auth.required' } });
});

test('a problem brings its own details and headers', () => {
  const busy = problem('service.overloaded', { headers: { 'retry-after': '3' } });
  const { head } = answered((socket) => refuseUpgrade(socket, busy));
  expect(head).toContain('retry-after: 3');
});

test('a client that is gone gets nothing', () => {
  const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
  expect(answered((socket) => answerParserError(reset, socket)).head).toBe('');
});

test('a request that never arrived whole is 408', () => {
  const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  expect(answered((socket) => answerParserError(late, socket)).head).toMatch(/^HTTP\/1\.1 408 /);
});
