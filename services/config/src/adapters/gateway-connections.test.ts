import { internalRoutes, type PlexConnection, settingsChanged } from '@marquee/contracts';
import {
  bearerOf,
  createLogger,
  createServiceApp,
  type Listening,
  listen,
  memoryBus,
} from '@marquee/service-kit';
import { until } from '../testing/until.ts';
import { gatewayConnections } from './gateway-connections.ts';

const KEY = 'the-key-that-services-share-1234567';
const plex: PlexConnection = {
  id: 'plex',
  name: 'Plex',
  url: 'http://192.168.1.10:32400',
  token: 't0ken-of-plex',
  demo: false,
};
const log = createLogger({ service: 'test', level: 'silent' });

async function startGateway(): Promise<Listening> {
  const service = createServiceApp({
    name: 'gateway-internal',
    version: '0',
    log,
    authenticate: async (request) =>
      bearerOf(request) === KEY
        ? { id: 's', name: 'S', role: 'admin', libraries: 'all', via: { kind: 'nobody', id: '' } }
        : undefined,
  });
  service.serve(internalRoutes.plexServers, async () => [plex]);
  return listen(service.app, { port: 0 });
}

let gateway: Listening;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

async function connectionsWith(serviceKey = KEY, url = gateway.url ?? '') {
  const bus = memoryBus();
  const connections = await gatewayConnections({ url, serviceKey, bus });
  return {
    bus,
    connections,
    async end() {
      await connections.stop();
      await bus.close();
    },
  };
}

test('the gateway is asked with the key of the services', async () => {
  const { connections, end } = await connectionsWith();
  expect(await connections.list()).toEqual([plex]);
  await end();
});

test('a wrong key is told in a way that mends it', async () => {
  const { connections, end } = await connectionsWith('another-key-of-somebody-1234567890');
  await expect(connections.list()).rejects.toThrow('give both the same MARQUEE_SERVICE_KEY');
  await end();
});

test('a gateway that is away is an error, not an empty list', async () => {
  const { connections, end } = await connectionsWith(KEY, 'http://127.0.0.1:1');
  await expect(connections.list()).rejects.toThrow();
  await end();
});

test('a change of the Plex section is a reason to ask again, one of another is not', async () => {
  const { bus, connections, end } = await connectionsWith();
  let heard = 0;
  const stop = connections.onChange(() => {
    heard += 1;
  });
  await bus.publish(settingsChanged, { section: 'general', by: 'Ada' });
  await bus.publish(settingsChanged, { section: 'plex', by: 'Ada' });
  await until(() => heard > 0);
  expect(heard).toBe(1);
  stop();
  await end();
});
