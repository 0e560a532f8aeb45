import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { clientAddress } from './client-address.ts';

function request(peer: string, headers: Record<string, string | string[]> = {}): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: peer });
  const message = new IncomingMessage(socket);
  Object.assign(message.headers, headers);
  return message;
}
const onError = () => {};
const resolve = async () => [];

test.each<[string, Record<string, string>]>([
  ['X-Forwarded-For', { 'x-forwarded-for': '127.0.0.1' }],
  ['X_Forwarded_For', { x_forwarded_for: '127.0.0.1' }],
  ['X.Forwarded.For', { 'x.forwarded.for': '127.0.0.1' }],
  ['Forwarded', { forwarded: 'for=127.0.0.1' }],
  ['X-Real-IP', { 'x-real-ip': '127.0.0.1' }],
])('a neighbour that sends %s is known by its own address', (_name, headers) => {
  expect(clientAddress('', { resolve, onError }).of(request('172.19.0.9', headers))).toBe('172.19.0.9');
});

test('the proxy’s word is taken, and only what it added itself', async () => {
  const client = clientAddress('dns:traefik', { resolve: async () => ['172.19.0.2'], onError });
  await client.start();
  const said = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' };
  expect(client.of(request('172.19.0.2', said))).toBe('203.0.113.7');
  expect(client.of(request('::ffff:172.19.0.2', said))).toBe('203.0.113.7');
  expect(client.of(request('172.19.0.9', said))).toBe('172.19.0.9');
  expect(client.of(request('172.19.0.2', { 'x-forwarded-for': 'nonsense' }))).toBe('172.19.0.2');
  client.stop();
});

test('while the proxy’s name is unknown nobody is believed, and it is told', async () => {
  const errors: unknown[] = [];
  const client = clientAddress('dns:traefik', {
    resolve: async () => Promise.reject(new Error('no such name')),
    onError: (error) => errors.push(error),
  });
  await client.start();
  expect(client.of(request('172.19.0.2', { 'x-forwarded-for': '1.2.3.4' }))).toBe('172.19.0.2');
  expect(errors).toHaveLength(1);
  client.stop();
});

test('a proxy that starts later is known soon, and one that has moved before long', async () => {
  jest.useFakeTimers();
  let known: string[] = [];
  const client = clientAddress('dns:traefik', { resolve: async () => known, onError });
  await client.start();
  const said = { 'x-forwarded-for': '203.0.113.7' };
  known = ['172.19.0.2'];
  await jest.advanceTimersByTimeAsync(2000);
  expect(client.of(request('172.19.0.2', said))).toBe('203.0.113.7');
  known = ['172.19.0.3'];
  await jest.advanceTimersByTimeAsync(30_000);
  expect(client.of(request('172.19.0.3', said))).toBe('203.0.113.7');
  expect(client.of(request('172.19.0.2', said))).toBe('172.19.0.2');
  client.stop();
  jest.useRealTimers();
});

test('addresses may be listed; a network may not', () => {
  const listed = clientAddress('10.0.0.1, fd00::1', { resolve, onError });
  expect(listed.of(request('fd00::1', { 'x-forwarded-for': '198.51.100.4' }))).toBe('198.51.100.4');
  expect(() => clientAddress('172.19.0.0/16', { resolve, onError })).toThrow('172.19.0.0/16');
});
