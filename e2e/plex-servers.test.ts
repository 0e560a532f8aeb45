import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Library, type SettingsWish } from '@marquee/contracts';
import { z } from 'zod';
import { type Answer, ask } from './ask.ts';
import { brokerUrl, START_MS } from './distributed/claim-broker.ts';
import { redisUrl } from './distributed/claim-redis.ts';
import { type Installation, startInstallation } from './distributed/installation.ts';
import { until } from './until.ts';

jest.setTimeout(60_000);

let marquee: Installation;
const at = (path: string, more: Parameters<typeof ask>[1] = {}): Promise<Answer> =>
  ask(`${marquee.gateway.url}/api${path}`, { ...more, headers: { ...marquee.headers, ...more.headers } });
const save = async (plex: SettingsWish['plex']): Promise<Answer> => {
  const { headers } = await at('/system/config');
  return at('/system/config', {
    method: 'PUT',
    headers: { 'if-match': headers.get('etag') ?? '' },
    body: { plex },
  });
};
const cellar = (more: object = {}) => ({ id: 'cellar', name: 'Cellar', url: marquee.plex.url, ...more });
const libraries = async () => z.array(Library).parse((await at('/libraries')).data);

beforeAll(async () => {
  marquee = await startInstallation({ plexBy: 'settings' });
}, START_MS);
afterAll(() => marquee?.end());

test('a server that an admin chooses is shown by another service, without a restart', async () => {
  expect(await libraries()).toEqual([]);
  const { token } = marquee.plex;
  const saved = await save({ mode: 'servers', servers: [cellar({ token })] });
  expect(saved.status).toBe(200);
  const shown = await until(libraries, (list) => list.length > 0);
  expect(shown.every(({ serverId }) => serverId === 'cellar')).toBe(true);
  expect(JSON.stringify(saved.data)).not.toContain(token);
});

test('while the gateway is away its services go on with what they knew, and find it again', async () => {
  await marquee.gateway.kill();
  const readiness = await (await fetch(`${marquee.config.url}/readyz`)).json();
  expect(readiness.checks).toContainEqual(expect.objectContaining({ name: 'plex:cellar', state: 'ok' }));
  await marquee.gateway.restart();
  await until(libraries, (list) => list.length > 0);
});

test('another address gets no token of the old one, from no service', async () => {
  const seen: IncomingHttpHeaders[] = [];
  const canary: Server = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(401).end();
  });
  canary.listen(0, '127.0.0.1');
  await once(canary, 'listening');
  const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  await save({ mode: 'servers', servers: [cellar({ url })] });
  await until(
    () => seen,
    ({ length }) => length > 0,
  );
  await at('/libraries');
  await at('/servers');
  expect(seen.filter((headers) => 'x-plex-token' in headers)).toEqual([]);
  expect(JSON.stringify(seen)).not.toContain(marquee.plex.token);
  canary.closeAllConnections();
  canary.close();
});

test('no service has written the token into its log', () => {
  const said = marquee.config.said() + marquee.gateway.said();
  expect(said).not.toContain(marquee.plex.token);
});

test.each([
  'http://169.254.169.254/',
  'http://[::ffff:169.254.169.254]/',
  'http://gateway:8090/',
  'http://0/',
])('%s is never asked', async (url) => {
  const answer = await save({ mode: 'servers', servers: [cellar({ url })] });
  expect([answer.status, answer.error]).toEqual([
    422,
    expect.objectContaining({ code: 'settings.address-refused' }),
  ]);
});

test('nor is a port of Marquee itself, of its broker or of Redis', async () => {
  const portOf = (address: string, usual: string) => new URL(address).port || usual;
  const own = [
    marquee.gateway.url,
    `http://127.0.0.1:${portOf(brokerUrl, '5672')}`,
    `http://127.0.0.1:${portOf(redisUrl(), '6379')}`,
  ];
  for (const url of own) {
    const answer = await at('/admin/test/plex', { method: 'POST', body: cellar({ url }) });
    expect([url, answer.error]).toEqual([url, expect.objectContaining({ code: 'settings.address-refused' })]);
  }
});
