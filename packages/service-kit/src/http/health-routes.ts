import type { IncomingMessage } from 'node:http';
import type { Readiness } from '@marquee/contracts';
import type { Express } from 'express';
import { exchangeOf } from './exchange.ts';
import type { ServiceMetrics } from './metrics.ts';
import { type Outgoing, send } from './outgoing.ts';

const ALIVE = '/livez';

function plainJson(status: number, content: unknown): Outgoing {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(content),
  };
}

/**
 * What orchestrators and Prometheus ask: alive at all, ready for work, numbers. That it lives is no secret; the rest is
 * for whoever `mayRead` lets through.
 */
export function serveHealth(
  app: Express,
  {
    readiness,
    metrics,
    mayRead,
  }: {
    readiness: () => Promise<Readiness>;
    metrics: ServiceMetrics;
    /** Throws to refuse. */
    mayRead: (request: IncomingMessage) => Promise<void>;
  },
): void {
  const addresses: Record<string, () => Promise<Outgoing>> = {
    [ALIVE]: async () => plainJson(200, { status: 'ok' }),
    '/readyz': async () => {
      const state = await readiness();
      return plainJson(state.ready ? 200 : 503, state);
    },
    '/metrics': async () => ({
      status: 200,
      headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' },
      body: await metrics.text(),
    }),
  };
  for (const [path, answer] of Object.entries(addresses)) {
    app.get(path, async (request, response) => {
      exchangeOf(request).template = path;
      if (path !== ALIVE) await mayRead(request);
      send(response, await answer());
    });
  }
}
