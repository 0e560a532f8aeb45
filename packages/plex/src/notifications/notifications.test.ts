import type { IncomingMessage } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { clientFor, type PlexServer, startPlexServer, TOKEN } from '../testing/plex-server.ts';
import type { PlexEvent, SubscribeOptions } from './notifications.ts';

const quick = { firstDelayMs: 1, maxDelayMs: 2 };
const progress = (message: string) =>
  JSON.stringify({ NotificationContainer: { type: 'progress', ProgressNotification: [{ message }] } });

type OnSocket = (socket: WebSocket, request: IncomingMessage, number: number) => void;

/** A real notification server; `refuse` answers the handshake with a status instead. */
async function withNotifications(
  onSocket: OnSocket,
  test: (url: string, requests: IncomingMessage[], server: PlexServer) => Promise<void>,
  { refuse, silent = false }: { refuse?: number; silent?: boolean } = {},
) {
  const server = await startPlexServer((_, response) => response.end());
  const sockets = new WebSocketServer({ noServer: true, autoPong: !silent });
  const requests: IncomingMessage[] = [];
  server.server.on('upgrade', (request, socket, head) => {
    requests.push(request);
    if (refuse !== undefined) {
      socket.end(`HTTP/1.1 ${refuse} No\r\nContent-Length: 0\r\nLocation: http://127.0.0.1:9/\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (open) => onSocket(open, request, requests.length));
  });
  try {
    await test(server.url, requests, server);
  } finally {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    await server.close();
  }
}

/** Reads until `enough`, then ends the subscription by its signal. */
async function listen(url: string, options: SubscribeOptions, enough: (events: PlexEvent[]) => boolean) {
  const controller = new AbortController();
  const events: PlexEvent[] = [];
  const plex = clientFor(url, { timeouts: { connectMs: 500 } });
  for await (const event of plex.notifications.subscribe({
    ...quick,
    ...options,
    signal: controller.signal,
  })) {
    events.push(event);
    if (enough(events)) controller.abort();
  }
  plex.close();
  return events;
}
const count = (type: PlexEvent['type'], wanted: number) => (events: PlexEvent[]) =>
  events.filter((event) => event.type === type).length >= wanted;

test('events arrive in order, with the token in the header of the handshake only', () =>
  withNotifications(
    (socket) => {
      socket.send('nonsense');
      socket.send(progress('one'));
      socket.send(progress('two'));
    },
    async (url, requests) => {
      expect(await listen(url, {}, count('progress', 2))).toEqual([
        { type: 'connected', again: false },
        { type: 'progress', message: 'one' },
        { type: 'progress', message: 'two' },
      ]);
      expect(requests[0]?.url).toBe('/:/websockets/notifications');
      expect(requests[0]?.headers['x-plex-token']).toBe(TOKEN);
    },
  ));

test('a connection that breaks is made again, and says that something may have been missed', () =>
  withNotifications(
    (socket, _, number) => {
      socket.send(progress(`on connection ${number}`), () => (number === 1 ? socket.terminate() : undefined));
    },
    async (url) => {
      expect(await listen(url, {}, count('progress', 2))).toEqual([
        { type: 'connected', again: false },
        { type: 'progress', message: 'on connection 1' },
        { type: 'disconnected', reason: 'the notifications were closed (1006)' },
        { type: 'connected', again: true },
        { type: 'progress', message: 'on connection 2' },
      ]);
    },
  ));

test('a connection whose other end went silent is found out and made again', () =>
  withNotifications(
    () => {},
    async (url) => {
      const events = await listen(url, { pingMs: 20 }, count('connected', 2));
      expect(events).toEqual([
        { type: 'connected', again: false },
        { type: 'disconnected', reason: 'the notifications went silent' },
        { type: 'connected', again: true },
      ]);
    },
    { silent: true },
  ));

test('a connection that answers pings is kept, however quiet it is', () => {
  let pings = 0;
  return withNotifications(
    (socket) => {
      socket.on('ping', () => {
        pings += 1;
        if (pings === 3) socket.send(progress('still here'));
      });
    },
    async (url, requests) => {
      expect(await listen(url, { pingMs: 100 }, count('progress', 1))).toHaveLength(2);
      expect(requests).toHaveLength(1);
    },
  );
});

test('a refused token ends the subscription with an error, since asking again would not mend it', () =>
  withNotifications(
    () => {},
    async (url, requests) => {
      await expect(listen(url, {}, () => false)).rejects.toMatchObject({ code: 'plex.unauthorized' });
      expect(requests).toHaveLength(1);
    },
    { refuse: 401 },
  ));

test.each([302, 404, 500])('a handshake answered with %i is tried again and goes nowhere else', (refuse) =>
  withNotifications(
    () => {},
    async (url, requests) => {
      const events = await listen(url, {}, count('disconnected', 3));
      expect(events.every(({ type }) => type === 'disconnected')).toBe(true);
      expect(requests).toHaveLength(3);
    },
    { refuse },
  ),
);

test('a server that is not there is tried until the caller ends it', async () => {
  const events = await listen('http://127.0.0.1:9', {}, count('disconnected', 3));
  expect(events.map((event) => ('reason' in event ? event.reason : event.type))).toEqual(
    Array(3).fill('the connection was refused (ECONNREFUSED)'),
  );
});

test('a message larger than any real one ends that connection, not the subscription', () =>
  withNotifications(
    (socket, _, number) => socket.send(number === 1 ? 'x'.repeat(5_000_000) : progress('fine')),
    async (url) => {
      expect(await listen(url, {}, count('progress', 1))).toMatchObject([
        { type: 'connected', again: false },
        { type: 'disconnected' },
        { type: 'connected', again: true },
        { type: 'progress' },
      ]);
    },
  ));

test('who stops reading in the middle leaves no connection behind', () => {
  let closed = false;
  return withNotifications(
    (socket) => {
      socket.on('close', () => {
        closed = true;
      });
      socket.send(progress('one'));
    },
    async (url) => {
      const plex = clientFor(url);
      for await (const event of plex.notifications.subscribe(quick)) if (event.type === 'progress') break;
      while (!closed) await new Promise((resolve) => setImmediate(resolve));
      expect(closed).toBe(true);
    },
  );
});

test('a signal that is already over opens nothing', () =>
  withNotifications(
    () => {},
    async (url, requests) => {
      const plex = clientFor(url);
      const events = plex.notifications.subscribe({ signal: AbortSignal.abort() });
      expect(await events.next()).toEqual({ done: true, value: undefined });
      expect(requests).toHaveLength(0);
    },
  ));
