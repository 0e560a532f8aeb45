import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { until } from '../testing/until.ts';
import { createSocketServer } from './socket-server.ts';

let server: Server;
let sockets: ReturnType<typeof createSocketServer>;
const gone: string[] = [];

beforeEach(async () => {
  gone.length = 0;
  sockets = createSocketServer({ heartbeatMs: 20 });
  server = createServer();
  server.on('upgrade', (request, socket, head) =>
    sockets.accept(request, socket, head, () => () => gone.push(request.url ?? '')),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  sockets.close();
  await new Promise((resolve) => server.close(resolve));
});

const open = async (path: string, autoPong: boolean) => {
  const { port } = server.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}${path}`, { autoPong });
  await once(client, 'open');
  return client;
};

test('who answers no heartbeat is gone, who does stays', async () => {
  let beats = 0;
  const alive = await open('/alive', true);
  alive.on('ping', () => {
    beats += 1;
  });
  await open('/half-open', false);
  await until(() => gone.includes('/half-open'));
  const before = beats;
  await until(() => beats > before + 2);
  expect(gone).toEqual(['/half-open']);
  alive.close();
  await until(() => gone.length === 2);
});

test('once it is closed nobody comes in any more', async () => {
  const { port } = server.address() as AddressInfo;
  sockets.close();
  const raw = new WebSocket(`ws://127.0.0.1:${port}/late`);
  const [error] = await once(raw, 'error');
  expect(String(error)).toContain('503');
});
