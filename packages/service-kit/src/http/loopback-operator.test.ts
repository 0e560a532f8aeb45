import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { loopbackOperator } from './loopback-operator.ts';

function requestWith(headers: Record<string, string>, method = 'GET'): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = method;
  Object.assign(request.headers, headers);
  return request;
}
const refused = expect.objectContaining({ code: 'auth.host-refused', status: 403 });
const authenticate = loopbackOperator();

test.each(['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'LOCALHOST:1'])(
  'whoever opens %s is the operator',
  async (host) => {
    await expect(authenticate(requestWith({ host }))).resolves.toEqual({
      id: 'operator',
      name: 'Operator',
      role: 'admin',
      libraries: 'all',
    });
  },
);

test.each([
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.nip.io:8080',
  '127.0.0.2',
  '',
  'localhost:8080:1',
  'a@localhost',
  '192.168.1.5:8080',
])('a request to %j is refused: its name was made to point here', async (host) => {
  await expect(authenticate(requestWith({ host }))).rejects.toEqual(refused);
});

test('a request without a host is refused', async () => {
  await expect(authenticate(requestWith({}))).rejects.toEqual(refused);
});

const host = 'localhost:8080';
test.each<[string, Record<string, string>]>([
  ['no word of where it is from, as of curl', {}],
  ['its own origin', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }],
  ['a typed address', { 'sec-fetch-site': 'none' }],
])('a write with %s goes through', async (_what, headers) => {
  await expect(authenticate(requestWith({ host, ...headers }, 'POST'))).resolves.toBeDefined();
});

test.each<[string, Record<string, string>]>([
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://localhost:3000' }],
  ['the origin of a sandboxed page', { origin: 'null' }],
  ['a foreign site', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ['a lookalike', { origin: 'http://localhost:8080.evil.example' }],
])('a write with %s is refused', async (_what, headers) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    await expect(authenticate(requestWith({ host, ...headers }, method))).rejects.toEqual(refused);
  }
});

test('a WebSocket from a foreign page is refused although it begins as a read', async () => {
  const headers = { host, upgrade: 'websocket', origin: 'https://evil.example' };
  await expect(authenticate(requestWith(headers))).rejects.toEqual(refused);
});

test('a read that another site links to is only a read', async () => {
  await expect(authenticate(requestWith({ host, 'sec-fetch-site': 'cross-site' }))).resolves.toBeDefined();
});
