import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Access,
  type AnyRoute,
  allows,
  type Principal,
  type Problem,
  problem,
} from '@marquee/contracts';
import { z } from 'zod';
import { isEventsAnswer } from './answer.ts';
import type { Authenticate } from './authenticate.ts';
import { anonymous, type Call, type Handler, type PassedCall } from './call.ts';
import { checkInput } from './check-input.ts';
import { readLastEventId, streamEvents } from './event-stream.ts';
import { type Exchange, exchangeOf } from './exchange.ts';
import type { IdempotencyStore } from './idempotency.ts';
import { answerOnce, readIdempotencyKey } from './idempotent-answer.ts';
import { type Outgoing, outgoingOf, send, sendOrStream, wholeOutgoingOf } from './outgoing.ts';
import { readBody } from './request-body.ts';
import { requestHash } from './request-hash.ts';
import { readQuery } from './request-query.ts';

/** What a service lends to each of its routes. */
export interface RouteSurroundings {
  authenticate: Authenticate;
  idempotency: IdempotencyStore | undefined;
  /** Aborts when the service begins to stop. */
  stopping: AbortSignal;
  renderProblem(failure: Problem, exchange: Exchange): Outgoing;
}

type Answering = (
  request: IncomingMessage,
  response: ServerResponse,
  params: Record<string, unknown>,
) => Promise<void>;

const noFields = z.object({});

async function readPrincipal(
  route: AnyRoute,
  authenticate: Authenticate,
  request: IncomingMessage,
): Promise<Principal> {
  const principal = await authenticate(request);
  checkRole(route.role, principal);
  if (route.personOnly && principal?.via.kind !== 'session') throw problem('auth.person-required');
  return principal ?? anonymous;
}

export function checkRole(access: Access, principal: Principal | undefined): void {
  if (allows(access, principal?.role)) return;
  if (!principal) throw problem('auth.required');
  throw problem('auth.forbidden', {
    details: [{ message: `This needs the role ${access}; yours is ${principal.role}.` }],
  });
}

/** The whole life of a request to one route, between the address and the handler and back. */
export function answerRoute<R extends AnyRoute>(
  route: R,
  handler: Handler<R>,
  surroundings: RouteSurroundings,
): Answering {
  return async (request, response, pathParams) => {
    const exchange = exchangeOf(request);
    const principal = await readPrincipal(route, surroundings.authenticate, request);
    const call = await readCall(route, request, pathParams, principal, exchange);
    const ifNoneMatch = request.headers['if-none-match'];
    if (route.replyKind === 'events') {
      if (surroundings.stopping.aborted)
        throw problem('service.shutting-down', { headers: { 'retry-after': '2' } });
      const result: unknown = await handler(call);
      if (!isEventsAnswer(result)) throw new Error('An events route must answer with events(…)');
      const lastEventId = readLastEventId(request.headers['last-event-id']);
      const { stopping } = surroundings;
      streamEvents({ route, response, source: result.source, lastEventId, stopping, log: exchange.log });
      return;
    }
    const key = route.idempotent ? readIdempotencyKey(request) : undefined;
    if (key === undefined || !surroundings.idempotency)
      return sendOrStream(response, outgoingOf(route, await handler(call), ifNoneMatch));
    // Only JSON answers are remembered, and those are whole.
    const run = async () => wholeOutgoingOf(route, await handler(call), ifNoneMatch);
    const attempt = {
      store: surroundings.idempotency,
      key,
      scope: `${principal.id} ${route.method} ${route.path}`,
      hash: requestHash(route.method, request.url ?? '', call.raw),
      exchange,
      render: (failure: Problem) => surroundings.renderProblem(failure, exchange),
    };
    send(response, await answerOnce(attempt, run));
  };
}

async function readCall<R extends AnyRoute>(
  route: R,
  request: IncomingMessage,
  pathParams: Record<string, unknown>,
  principal: Principal,
  exchange: Exchange,
): Promise<Call<R> & { raw: Buffer }> {
  // As AnyRoute its schemas give `any`, and Call<R> names what they give.
  const schemas: AnyRoute = route;
  const params = checkInput(schemas.params ?? noFields, pathParams, 'path');
  const query = checkInput(schemas.query ?? noFields, readQuery(request.url ?? ''), 'query');
  const ifMatch = request.headers['if-match']?.trim() || undefined;
  if (route.ifMatch && ifMatch === undefined) throw problem('request.precondition-required');
  const { raw, json } = await readBody(request, route);
  const body = schemas.body ? checkInput(schemas.body, json, 'body') : undefined;
  return {
    params,
    query,
    body,
    upload: route.upload ? raw : Buffer.alloc(0),
    raw,
    principal,
    requestId: exchange.requestId,
    ifMatch,
    request,
    signal: exchange.gone,
    log: exchange.log,
  };
}

/** Checks who may, and hands the request on with its body unread. */
export function passRoute(
  route: AnyRoute,
  handler: (call: PassedCall, response: ServerResponse) => Promise<void>,
  { authenticate }: RouteSurroundings,
): Answering {
  return async (request, response) => {
    const { requestId, gone, log } = exchangeOf(request);
    const principal = await readPrincipal(route, authenticate, request);
    await handler({ principal, requestId, request, signal: gone, log }, response);
  };
}
