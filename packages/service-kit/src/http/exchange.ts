import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

/** What belongs to one request from its first byte to its last. */
export interface Exchange {
  requestId: string;
  log: Logger;
  /** The route's template once it is known; what metrics and the access log speak of. */
  template: string;
  /** Error code of the answer, for the access log. */
  code: string | undefined;
  /** Aborts when the client leaves before it has its answer. */
  gone: AbortSignal;
}

const exchanges = new WeakMap<IncomingMessage, Exchange>();

export function beginExchange(request: IncomingMessage, response: ServerResponse, log: Logger): Exchange {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  const requestId = readRequestId(request.headers['x-request-id']);
  const exchange: Exchange = {
    requestId,
    log: log.child({ requestId }),
    template: 'unmatched',
    code: undefined,
    gone: left.signal,
  };
  exchanges.set(request, exchange);
  return exchange;
}

export function exchangeOf(request: IncomingMessage): Exchange {
  const exchange = exchanges.get(request);
  if (!exchange) throw new Error('The request did not come in through this service');
  return exchange;
}

/** Somebody else's id is kept so that log lines of all services can be found together, if it is a harmless one. */
function readRequestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{1,100}$/.test(header) ? header : randomUUID();
}
