import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface ServiceMetrics {
  /** This service's own; other parts of the service may register theirs here. */
  registry: Registry;
  started(): void;
  finished(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** The exposition text: this service's metrics and those of the process it lives in. */
  text(): Promise<string>;
  contentType: string;
}

let processRegistry: Registry | undefined;

/** Event-loop lag, memory and the like, once for a process however many services live in it. */
function processMetrics(): Registry {
  if (!processRegistry) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function createMetrics(service: string): ServiceMetrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route template',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [registry],
  });
  const inFlight = new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered now',
    registers: [registry],
  });
  return {
    registry,
    started: () => inFlight.inc(),
    finished({ method, route, status }, seconds) {
      inFlight.dec();
      // Made-up methods must not make up time series.
      duration.observe({ method: METHODS.has(method) ? method : 'other', route, status }, seconds);
    },
    // Not merged: a merged registry forgets whose numbers they are.
    text: async () => `${await processMetrics().metrics()}\n${await registry.metrics()}`,
    contentType: registry.contentType,
  };
}
