import type { EngineSources } from './assets.ts';
import { createEngineClient, type EngineClient, type Wire } from './engine-client.ts';

/** The engine in a worker of its own; where there are no workers, a wire that says so. */
export function openEngine(sources: EngineSources): EngineClient {
  return createEngineClient(typeof Worker === 'undefined' ? nobody() : openWorker(), sources);
}

function openWorker(): Wire {
  return new Worker(new URL('./engine-worker.ts', import.meta.url), {
    type: 'module',
    name: 'overlay-engine',
  });
}

function nobody(): Wire {
  const wire: Wire = { onmessage: null, onerror: null, postMessage: () => {}, terminate: () => {} };
  queueMicrotask(() =>
    wire.onmessage?.(
      new MessageEvent('message', { data: { kind: 'unable', message: 'This browser has no workers.' } }),
    ),
  );
  return wire;
}
