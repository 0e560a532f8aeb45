import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Readiness } from '@marquee/contracts';

export interface ForwardLimits {
  /** Longest wait for the first byte of the answer; undefined for endless streams. */
  timeoutMs: number | undefined;
  maxBodyBytes: number;
}

/** One service behind the gateway. */
export interface Upstream {
  /** Streams the request there and the answer back; rejects with a Problem when no answer came. */
  forward(request: IncomingMessage, response: ServerResponse, limits: ForwardLimits): Promise<void>;
  /** Joins a WebSocket upgrade through to the service. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  readiness(): Promise<Readiness>;
  close(): void;
}
