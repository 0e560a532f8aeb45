import type { ServerResponse } from 'node:http';
import {
  type AnyRoute,
  API_PREFIX,
  ErrorDetail,
  Problem,
  problem,
  Readiness,
  type Role,
} from '@marquee/contracts';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Secrets } from '../log/secrets.ts';
import { withoutSecrets } from '../log/without-secrets.ts';
import { logAccess } from './access-log.ts';
import type { Authenticate } from './authenticate.ts';
import type { Handler, PassedCall } from './call.ts';
import { beginExchange, type Exchange, exchangeOf } from './exchange.ts';
import { serveHealth } from './health-routes.ts';
import type { IdempotencyStore } from './idempotency.ts';
import { createMetrics, type ServiceMetrics } from './metrics.ts';
import { type Outgoing, outgoingProblem, send, toProblem } from './outgoing.ts';
import { type Checks, readReadiness } from './readiness.ts';
import { checkHost } from './request-host.ts';
import { checkPath } from './request-path.ts';
import { createRouteTable } from './route-table.ts';
import { checkServable } from './servable-route.ts';
import { answerRoute, checkRole, passRoute, type RouteSurroundings } from './serve-route.ts';

export interface ServiceAppOptions {
  name: string;
  version: string;
  log: Logger;
  authenticate: Authenticate;
  /** A function where what the service stands on changes while it runs. */
  checks?: Checks | (() => Checks);
  /** Their values are taken out of every error answer too. */
  secrets?: Secrets;
  /** Who may read /readyz and /metrics; anybody when absent, for a service that only other services reach. */
  numbersFor?: Role;
  /** Needed as soon as a route is `idempotent`. */
  idempotency?: IdempotencyStore;
}

export interface ServiceApp {
  app: express.Express;
  /** Everything of `app` must be in place before the first request. */
  serve<R extends AnyRoute>(route: R, handler: Handler<R>): void;
  /** Only path, person and role are checked; the handler gets the request unread and answers by itself. */
  pass(route: AnyRoute, handler: (call: PassedCall, response: ServerResponse) => Promise<void>): void;
  metrics: ServiceMetrics;
  readiness(): Promise<Readiness>;
  /** Not ready any more; event streams end; what is under way goes on. */
  beginStopping(): void;
  /** Resolves when no handler runs any more, also those whose client has gone. */
  finished(): Promise<void>;
}

export function createServiceApp(options: ServiceAppOptions): ServiceApp {
  const { name, version, log, authenticate, checks = {}, secrets, idempotency } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('query parser', false);

  const metrics = createMetrics(name);
  const table = createRouteTable();
  const stopping = new AbortController();
  const renderProblem = (failure: Problem, { requestId }: Exchange): Outgoing =>
    outgoingProblem(readable(failure, secrets), requestId);
  const surroundings: RouteSurroundings = {
    authenticate,
    idempotency,
    stopping: stopping.signal,
    renderProblem,
  };
  const readiness = async () => {
    const about = { name, version, stopping: stopping.signal.aborted };
    return withoutSecrets(
      Readiness,
      await readReadiness(about, typeof checks === 'function' ? checks() : checks),
      secrets,
    );
  };

  const running = new Set<Promise<void>>();
  let sealed = false;
  const begin: RequestHandler = (request, response, next) => {
    if (!sealed) {
      // Last of all handlers, whatever was added to the app by then.
      sealed = true;
      app.use(nothingThere, answerProblem);
    }
    metrics.started();
    const started = process.hrtime.bigint();
    const exchange = beginExchange(request, response, log);
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const { method } = request;
      metrics.finished({ method, route: exchange.template, status: response.statusCode }, seconds);
      logAccess(exchange, request, response, seconds);
    });
    response.setHeader('x-request-id', exchange.requestId);
    response.setHeader('x-content-type-options', 'nosniff');
    if (stopping.signal.aborted) response.setHeader('connection', 'close');
    checkHost(request);
    checkPath(request.url);
    next();
  };

  const nothingThere: RequestHandler = (request) => {
    const methods = table.methodsFor(request.path);
    if (methods.length === 0) throw problem('request.not-found');
    throw problem('request.method-not-allowed', { headers: { allow: methods.join(', ') } });
  };

  const answerProblem: ErrorRequestHandler = (error: unknown, request, response, _next) => {
    const exchange = exchangeOf(request);
    if (exchange.gone.aborted || request.socket.destroyed) {
      exchange.log.debug({ err: error }, 'The client left before its answer');
      return;
    }
    const failure = toProblem(error);
    exchange.code = failure.code;
    if (failure.code === 'server.unexpected')
      exchange.log.error({ err: error }, 'A request failed unexpectedly');
    else if (failure.status >= 500) exchange.log.warn({ err: error }, 'A request failed');
    if (response.headersSent) {
      // Half an answer is out: only a broken connection tells the client that it is not whole.
      response.destroy();
      return;
    }
    send(response, renderProblem(failure, exchange));
  };

  app.use(begin);
  serveHealth(app, {
    readiness,
    metrics,
    mayRead: async (request) => {
      if (options.numbersFor) checkRole(options.numbersFor, await authenticate(request));
    },
  });

  function register(route: AnyRoute, answering: ReturnType<typeof passRoute>): void {
    if (sealed) throw new Error(`${route.path} comes too late: the service has answered requests already`);
    table.add(route);
    const template = `${API_PREFIX}${route.path}`;
    app[route.method](template, (request, response, next) => {
      if (!table.isFor(route, request.path)) return next();
      exchangeOf(request).template = template;
      const answered = answering(request, response, { ...request.params });
      running.add(answered);
      return answered.finally(() => running.delete(answered));
    });
  }

  return {
    app,
    serve(route, handler) {
      checkServable(route, idempotency !== undefined);
      register(route, answerRoute(route, handler, surroundings));
    },
    pass: (route, handler) => register(route, passRoute(route, handler, surroundings)),
    metrics,
    readiness,
    beginStopping: () => stopping.abort(),
    async finished() {
      await Promise.allSettled(running);
    },
  };
}

const ProblemText = z.object({ message: z.string(), details: z.array(ErrorDetail) });

function readable(failure: Problem, secrets: Secrets | undefined): Problem {
  const { code, message, details, headers } = failure;
  return new Problem(code, { ...withoutSecrets(ProblemText, { message, details }, secrets), headers });
}
