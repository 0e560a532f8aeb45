import type { ServerResponse } from 'node:http';
import type { AnyRoute } from '@marquee/contracts';
import type { Logger } from 'pino';
import type { EventSource, ServerSentEvent } from './answer.ts';

const HEARTBEAT_MS = 15_000;
/** A reader this far behind is cut off; it comes back with Last-Event-ID and misses nothing. */
const MAX_BUFFERED_BYTES = 1_000_000;
const RETRY_MS = 2000;

/** Only what can be one of our own ids; a hostile value counts as none. */
export function readLastEventId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header) ? header : undefined;
}

interface StreamOptions {
  route: AnyRoute;
  response: ServerResponse;
  source: EventSource;
  lastEventId: string | undefined;
  stopping: AbortSignal;
  log: Logger;
}

/** Runs an event stream until the client leaves, the source closes it, or the service stops. */
export function streamEvents({ route, response, source, lastEventId, stopping, log }: StreamOptions): void {
  const ended = new AbortController();
  response.statusCode = 200;
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.setHeader('cache-control', 'no-cache, no-transform');
  // Proxies of the nginx family hold back a stream without this.
  response.setHeader('x-accel-buffering', 'no');
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }

  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
  const close = (): void => {
    clearInterval(heartbeat);
    // The service outlives the stream by weeks: nothing of it may stay hooked there.
    stopping.removeEventListener('abort', close);
    if (ended.signal.aborted) return;
    ended.abort();
    if (!response.writableEnded) response.end();
  };
  const write = (text: string): boolean => {
    if (ended.signal.aborted || response.destroyed) return false;
    response.write(text);
    if (response.writableLength <= MAX_BUFFERED_BYTES) return true;
    log.warn(
      { bufferedBytes: response.writableLength },
      'An event stream was closed: its reader is too slow',
    );
    close();
    // Ending politely would wait for the very reader that does not read.
    response.destroy();
    return false;
  };

  stopping.addEventListener('abort', close, { once: true });
  response.once('close', close);
  write(`retry: ${RETRY_MS}\n\n`);

  const failed = (error: unknown): void => {
    log.error({ err: error }, 'An event stream failed');
    close();
  };
  const stream = {
    send: (event: ServerSentEvent) => {
      try {
        return write(eventText(route, event));
      } catch (error) {
        failed(error);
        return false;
      }
    },
    comment: (text: string) => void write(`: ${text.replace(/[\r\n]+/g, ' ')}\n\n`),
    close,
    signal: ended.signal,
    lastEventId,
  };
  Promise.resolve()
    .then(() => source(stream))
    .catch(failed);
}

function eventText(route: AnyRoute, { id, event, data }: ServerSentEvent): string {
  const payload = event === undefined ? route.reply.parse(data) : data;
  const lines = [
    ...(id === undefined ? [] : [`id: ${oneLine(id)}`]),
    ...(event === undefined ? [] : [`event: ${oneLine(event)}`]),
    // JSON never holds a raw line break, so one data line is always enough.
    `data: ${JSON.stringify(payload ?? null)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

function oneLine(text: string): string {
  if (/[\r\n\0]/.test(text)) throw new Error('An event id or name must be one line');
  return text;
}
