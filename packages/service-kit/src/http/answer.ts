import type { Readable } from 'node:stream';

// Symbols, so that data which happens to have a `kind` is never mistaken for an answer.
const DATA = Symbol('data answer');
const BYTES = Symbol('bytes answer');
const EVENTS = Symbol('events answer');

/** What a handler answers when data alone does not say it all. */
export interface DataAnswer<T> {
  readonly kind: typeof DATA;
  data: T;
  etag: string | undefined;
  status: number | undefined;
  headers: Record<string, string>;
  /** Set-Cookie values. */
  cookies: readonly string[];
}

export interface BytesAnswer {
  readonly kind: typeof BYTES;
  /** A stream where the whole would be too much to hold. */
  bytes: Uint8Array | Readable;
  contentType: string;
  etag: string | undefined;
  cacheControl: string | undefined;
  /** Makes a browser save it under this name instead of showing it. */
  fileName: string | undefined;
}

/** One server-sent event. `data` travels as JSON; without `event` it must fit the route's reply. */
export interface ServerSentEvent {
  id?: string;
  event?: string;
  data: unknown;
}

export interface EventStream {
  /** False when the stream is over and nothing was sent. */
  send(event: ServerSentEvent): boolean;
  comment(text: string): void;
  close(): void;
  /** Aborts when the client leaves, reads too slowly, or the service stops. */
  signal: AbortSignal;
  /** What the client saw last; only when it is short and printable. */
  lastEventId: string | undefined;
}

export type EventSource = (stream: EventStream) => void | Promise<void>;

export interface EventsAnswer {
  readonly kind: typeof EVENTS;
  source: EventSource;
}

export function answer<T>(
  data: T,
  extras: {
    etag?: string;
    status?: number;
    headers?: Record<string, string>;
    cookies?: readonly string[];
  } = {},
): DataAnswer<T> {
  const { etag, status, headers = {}, cookies = [] } = extras;
  return { kind: DATA, data, etag, status, headers, cookies };
}

export function bytes(
  content: Uint8Array | Readable,
  extras: { contentType: string; etag?: string; cacheControl?: string; fileName?: string },
): BytesAnswer {
  return {
    kind: BYTES,
    bytes: content,
    contentType: extras.contentType,
    etag: extras.etag,
    cacheControl: extras.cacheControl,
    fileName: extras.fileName,
  };
}

export function events(source: EventSource): EventsAnswer {
  return { kind: EVENTS, source };
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
export function isBytesAnswer(value: unknown): value is BytesAnswer {
  return kindOf(value) === BYTES;
}
export function isEventsAnswer(value: unknown): value is EventsAnswer {
  return kindOf(value) === EVENTS;
}
function isDataAnswer(value: unknown): value is DataAnswer<unknown> {
  return kindOf(value) === DATA;
}
/** Bare data is an answer without extras. */
export function asDataAnswer(value: unknown): DataAnswer<unknown> {
  return isDataAnswer(value) ? value : answer(value);
}
