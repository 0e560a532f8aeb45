import { routesOfService } from '@marquee/contracts';
import { createLogger } from '@marquee/service-kit';
import request from 'supertest';
import { createInternalApp } from './internal-app.ts';

const KEY = 'the-key-that-services-share-1234567';
const plex = {
  id: 'plex',
  name: 'Plex',
  url: 'http://192.168.1.10:32400',
  token: 't0ken-of-plex',
  demo: false,
};
const logged: string[] = [];
const { app } = createInternalApp({
  settings: { plexServers: async () => [plex] },
  serviceKey: KEY,
  log: createLogger({ service: 'test', level: 'debug', destination: { write: (line) => logged.push(line) } }),
  version: '0',
});
const ask = (authorization?: string) => {
  const asked = request(app).get('/api/internal/plex-servers');
  return authorization === undefined ? asked : asked.set('authorization', authorization);
};

test('a service that has the key gets the servers with their tokens, and nobody keeps them on the way', async () => {
  const answer = await ask(`Bearer ${KEY}`).expect(200);
  expect(answer.body.data).toEqual([plex]);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(logged.join('\n')).not.toContain(plex.token);
  expect(logged.join('\n')).not.toContain(KEY);
});

test.each([
  undefined,
  'Bearer ',
  `Bearer ${KEY.slice(0, -1)}`,
  `Bearer ${KEY}x`,
  `Basic ${KEY}`,
  'Bearer eyJhbGciOiJub25lIn0.e30.',
])('%s is nobody', async (authorization) => {
  const answer = await ask(authorization).expect(401);
  expect(JSON.stringify(answer.body)).not.toContain(plex.token);
});

test('the door for browsers has no such address', () => {
  const paths = Object.values(routesOfService).flatMap((routes) =>
    Object.values(routes).map(({ path }) => path),
  );
  expect(paths.filter((path) => path.startsWith('/internal'))).toEqual([]);
});
