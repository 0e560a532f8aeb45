import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { StreamEvent } from '@marquee/contracts';
import { type WebSocket, WebSocketServer } from 'ws';

const MAX_FRAME_BYTES = 64 * 1024;
const MAX_FRAMES_A_SECOND = 20;
/** A reader that does not keep up would fill our memory; it comes back with `since`. */
const MAX_BUFFERED_BYTES = 1_000_000;
const HEARTBEAT_MS = 20_000;
/** How long a client may take to say goodbye. */
const GOODBYE_MS = 2000;

const GOING_AWAY = 1001;
const POLICY = 1008;
const TRY_AGAIN_LATER = 1013;

/** One open WebSocket that events are sent to, one JSON text a frame. */
export interface Connection {
  send(event: StreamEvent): void;
  close(code: number, reason: string): void;
}

/** WebSockets that tell and hardly listen, within limits that no client can stretch. */
export function createSocketServer({ heartbeatMs = HEARTBEAT_MS } = {}) {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const answering = new WeakSet<WebSocket>();
  const heartbeat = setInterval(() => {
    for (const client of server.clients) {
      if (!answering.delete(client)) client.terminate();
      else client.ping();
    }
  }, heartbeatMs);
  heartbeat.unref();

  function serve(client: WebSocket, opened: (connection: Connection) => () => void): void {
    const close = (code: number, reason: string) => shut(client, code, reason);
    const mayCome = atMost(MAX_FRAMES_A_SECOND);
    const frameCame = () => {
      if (!mayCome()) close(POLICY, 'Too many messages');
    };
    answering.add(client);
    client.on('pong', () => answering.add(client));
    for (const frame of ['message', 'ping', 'pong'] as const) client.on(frame, frameCame);
    // ws itself says goodbye to who breaks the protocol or sends a frame too large.
    client.on('error', () => terminateSoon(client));
    const stop = opened({
      send(event) {
        if (client.readyState !== client.OPEN) return;
        if (client.bufferedAmount > MAX_BUFFERED_BYTES) close(TRY_AGAIN_LATER, 'Read faster');
        else client.send(JSON.stringify(event));
      },
      close,
    });
    client.once('close', stop);
  }

  return {
    /** Completes the handshake; `opened` gives what is to be done once the connection is gone. */
    accept(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      opened: (connection: Connection) => () => void,
    ): void {
      server.handleUpgrade(request, socket, head, (client) => serve(client, opened));
    },
    close(): void {
      clearInterval(heartbeat);
      for (const client of server.clients) shut(client, GOING_AWAY, 'Marquee is stopping');
      server.close();
    },
  };
}

function shut(client: WebSocket, code: number, reason: string): void {
  if (client.readyState !== client.OPEN) return;
  client.close(code, reason);
  terminateSoon(client);
}

function terminateSoon(client: WebSocket): void {
  const timer = setTimeout(() => client.terminate(), GOODBYE_MS);
  timer.unref();
  client.once('close', () => clearTimeout(timer));
}

function atMost(count: number): () => boolean {
  let second = 0;
  let seen = 0;
  return () => {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) seen = 0;
    second = now;
    seen += 1;
    return seen <= count;
  };
}
