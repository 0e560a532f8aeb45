import { renderRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { BatchPorts } from './batch-ports.ts';
import type { BatchRunner } from './batch-runner.ts';
import { cancelBatch, readBatch } from './read-batch.ts';
import { startBatch } from './start-batch.ts';

export function serveBatches({ serve }: ServiceApp, ports: BatchPorts & { runner: BatchRunner }): void {
  serve(renderRoutes.startBatch, async ({ principal, body }) => {
    const batch = await startBatch(ports, principal, body);
    ports.runner.wake();
    return batch;
  });
  serve(renderRoutes.batch, async ({ principal, params: { batchId } }) =>
    readBatch(ports, principal, batchId),
  );
  serve(renderRoutes.cancelBatch, async ({ principal, params: { batchId } }) =>
    cancelBatch(ports, principal, batchId),
  );
}
