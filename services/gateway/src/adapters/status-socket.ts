import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Principal } from '@marquee/contracts';
import { type WebSocket, WebSocketServer } from 'ws';
import type { EventLog } from '../live/event-log.ts';
import { parseTopics, watchEvents } from '../live/watch.ts';

const MAX_BUFFERED_BYTES = 1_000_000;
const MAX_FRAME_BYTES = 64 * 1024;
const HEARTBEAT_MS = 20_000;

/** /ws/status: the live events as text frames, one JSON event a frame. */
export function createStatusSocket(log: EventLog) {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  const heartbeat = setInterval(() => {
    for (const client of server.clients) client.ping();
  }, HEARTBEAT_MS);
  heartbeat.unref();

  function serve(client: WebSocket, url: URL, principal: Principal) {
    const stop = watchEvents(
      log,
      {
        principal,
        topics: parseTopics(url.searchParams.get('topics') ?? undefined),
        lastEventId: url.searchParams.get('since') ?? undefined,
      },
      (event) => {
        // A reader that does not keep up would fill our memory; it comes back with `since`.
        if (client.bufferedAmount > MAX_BUFFERED_BYTES) client.terminate();
        else client.send(JSON.stringify(event));
      },
    );
    client.once('close', stop);
    client.on('error', () => client.terminate());
  }

  return {
    accept(request: IncomingMessage, socket: Duplex, head: Buffer, principal: Principal) {
      server.handleUpgrade(request, socket, head, (client) =>
        serve(client, new URL(request.url ?? '/', 'http://socket'), principal),
      );
    },
    close() {
      clearInterval(heartbeat);
      for (const client of server.clients) client.close(1001, 'Marquee is stopping');
      server.close();
    },
  };
}
