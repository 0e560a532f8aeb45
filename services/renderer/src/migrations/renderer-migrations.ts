import { idempotencyMigration, outboxMigration } from '@marquee/service-kit';
import type { Migration } from 'kysely';
import { renderBatchesMigration } from './render-batches.ts';

/** In this order, for ever. */
export const rendererMigrations: Record<string, Migration> = {
  '0001-outbox': outboxMigration,
  '0002-idempotency': idempotencyMigration,
  '0003-render-batches': renderBatchesMigration,
};
