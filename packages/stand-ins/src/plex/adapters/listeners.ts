import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { writeNotice, writeNoticeEvent } from '../notices.ts';
import type { Notice } from '../world/ports.ts';

/** Everybody who listens for changes, by WebSocket or as an event stream. */
export interface Listeners {
  tell(notice: Notice): void;
  addSocket(message: IncomingMessage, socket: Duplex, head: Buffer): void;
  addStream(response: ServerResponse): void;
  close(): void;
}

export const createListeners = (): Listeners => {
  const server = new WebSocketServer({ noServer: true });
  const sockets = new Set<WebSocket>();
  const streams = new Set<ServerResponse>();
  return {
    tell: (notice) => {
      for (const socket of sockets) socket.send(writeNotice(notice));
      for (const stream of streams) stream.write(writeNoticeEvent(notice));
    },
    addSocket: (message, socket, head) => {
      server.handleUpgrade(message, socket, head, (listener) => {
        sockets.add(listener);
        listener.on('close', () => sockets.delete(listener));
        listener.on('error', () => listener.terminate());
      });
    },
    addStream: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
      response.write(': listening\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
    },
    close: () => {
      for (const socket of sockets) socket.terminate();
      for (const stream of streams) stream.end();
      server.close();
    },
  };
};
