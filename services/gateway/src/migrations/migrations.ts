import { idempotencyMigration, outboxMigration } from '@marquee/service-kit';
import type { Migration } from 'kysely';
import { usersMigration } from './0001-users.ts';
import { peopleMigration } from './0002-people.ts';
import { settingsMigration } from './0003-settings.ts';
import { auditMigration } from './0004-audit.ts';
import { notificationsMigration } from './0005-notifications.ts';

/** In this order, for ever. */
export const gatewayMigrations: Record<string, Migration> = {
  '0001-users': usersMigration,
  '0002-people': peopleMigration,
  '0003-settings': settingsMigration,
  '0004-audit': auditMigration,
  '0005-notifications': notificationsMigration,
  '0006-outbox': outboxMigration,
  '0007-idempotency': idempotencyMigration,
};
