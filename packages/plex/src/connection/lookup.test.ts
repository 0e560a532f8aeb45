import type { LookupFunction } from 'node:net';
import { clientFor, sendJson, startPlexServer } from '../testing/plex-server.ts';

const identity = { machineIdentifier: 'abc', version: '1.2.3', claimed: true };
const blocked: LookupFunction = (_host, _options, answer) =>
  answer(Object.assign(new Error('refused'), { code: 'ERR_IP_BLOCKED' }), []);

test('every connection, also that of the notifications, asks the lookup that was handed in', async () => {
  const server = await startPlexServer((_request, response) => sendJson(response, identity));
  const asked: string[] = [];
  const lookup: LookupFunction = (host, options, answer) => {
    asked.push(host);
    if (asked.length > 1) blocked(host, options, answer);
    else answer(null, [{ address: '127.0.0.1', family: 4 }]);
  };
  const { port } = new URL(server.url);
  const plex = clientFor(`http://plex.home:${port}`, { lookup, retry: { attempts: 1 } });
  expect((await plex.server.identity()).version).toBe('1.2.3');
  const [event] = [(await plex.notifications.subscribe().next()).value];
  expect(event).toMatchObject({ type: 'disconnected', reason: expect.stringContaining('ERR_IP_BLOCKED') });
  expect(asked).toEqual(['plex.home', 'plex.home']);
  expect(server.received).toHaveLength(1);
  plex.close();
  await server.close();
});

test('a lookup that refuses says so, and nothing is sent', async () => {
  const server = await startPlexServer((_request, response) => sendJson(response, identity));
  const { port } = new URL(server.url);
  const plex = clientFor(`http://plex.home:${port}`, { lookup: blocked });
  await expect(plex.server.identity()).rejects.toMatchObject({
    code: 'plex.unreachable',
    details: [{ message: expect.stringContaining('an address that is not asked') }],
  });
  expect(server.received).toEqual([]);
  plex.close();
  await server.close();
});

test('without a token none is sent', async () => {
  const server = await startPlexServer((_request, response) => sendJson(response, identity));
  const plex = clientFor(server.url, { token: undefined });
  await plex.server.identity();
  expect(server.received[0]?.headers).not.toHaveProperty('x-plex-token');
  plex.close();
  await server.close();
});
