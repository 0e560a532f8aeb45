import type { IncomingMessage } from 'node:http';
import type { AnyRoute, BodyOf, ParamsOf, Principal, QueryOf, ReplyInputOf } from '@marquee/contracts';
import type { Logger } from 'pino';
import type { BytesAnswer, DataAnswer, EventsAnswer } from './answer.ts';

/** One request to a route, read, checked and typed. */
export interface Call<R extends AnyRoute> {
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  /** The raw body of an upload route; empty elsewhere. */
  upload: Buffer;
  /** On a public route nobody may be signed in: then it is `anonymous`. */
  principal: Principal;
  requestId: string;
  /** As sent; compare it with `requireMatch` or `etagMatches`, which know lists, `*` and weak tags. */
  ifMatch: string | undefined;
  request: IncomingMessage;
  /** Aborts when the client leaves, or when the service stops and waited long enough. */
  signal: AbortSignal;
  log: Logger;
}

export type Handler<R extends AnyRoute> = (
  call: Call<R>,
) => Promise<ReplyInputOf<R> | DataAnswer<ReplyInputOf<R>> | BytesAnswer | EventsAnswer>;

/** A request that passed path, person and role, its body still unread: for forwarding. */
export interface PassedCall {
  principal: Principal;
  requestId: string;
  request: IncomingMessage;
  signal: AbortSignal;
  log: Logger;
}

/** Nobody: may see nothing that is kept for somebody. */
export const anonymous: Principal = {
  id: 'anonymous',
  name: 'Anonymous',
  role: 'viewer',
  libraries: [],
  via: { kind: 'nobody', id: '' },
};
