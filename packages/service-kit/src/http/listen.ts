import { lstat, unlink } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { errorCode } from '../files/error-code.ts';
import { answerParserError } from './raw-answer.ts';

export type ListenTarget = { port: number; host?: string } | { socketPath: string };

export interface Listening {
  /** undefined on a Unix socket. */
  url: string | null;
  server: Server;
  /** Takes no more, lets what is under way finish, then cuts the rest off. */
  close(): Promise<void>;
}

const DRAIN_MS = 5000;
const IDLE_SWEEP_MS = 50;

export async function listen(listener: RequestListener, target: ListenTarget): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: 30_000,
      // Counted from the request's first byte: 30 s for the head and 30 s for the body.
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
      // Node answers a missing Host without a body; the service app does it with an envelope.
      requireHostHeader: false,
    },
    listener,
  );
  server.on('clientError', answerParserError);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await start(server, target);
  return { url: urlOf(server), server, close: () => drain(server, sockets) };
}

async function start(server: Server, target: ListenTarget): Promise<void> {
  if (!('socketPath' in target)) return bind(server, { port: target.port, host: target.host ?? '127.0.0.1' });
  try {
    await bind(server, { path: target.socketPath });
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE' || !(await isDeadSocket(target.socketPath))) throw error;
    // Left behind by a process that was killed.
    await unlink(target.socketPath);
    await bind(server, { path: target.socketPath });
  }
}

function bind(server: Server, where: { port: number; host: string } | { path: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A socket file that nobody listens behind; any other file is somebody's. */
async function isDeadSocket(path: string): Promise<boolean> {
  if (!(await lstat(path)).isSocket()) return false;
  return new Promise((resolve) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(false);
    });
    probe.once('error', (error) => resolve(errorCode(error) === 'ECONNREFUSED'));
  });
}

function urlOf(server: Server): string | null {
  const address = server.address();
  if (address === null || typeof address === 'string') return null;
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

async function drain(server: Server, sockets: Set<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A kept-alive connection that falls idle after its last answer would otherwise hold the door open.
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  const cut = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
