import { idempotencyMigration, inboxMigration, outboxMigration } from '@marquee/service-kit';
import type { Migration } from 'kysely';
import { blockTemplatesMigration } from './block-templates.ts';
import { branchDraftsMigration } from './branch-drafts.ts';
import { fileDraftsMigration } from './file-drafts.ts';
import { overlaysMigration } from './overlays.ts';
import { prepareAskersMigration } from './prepare-askers.ts';
import { prepareJobsMigration } from './prepare-jobs.ts';
import { toldVersionMigration } from './told-version.ts';

/** In this order, for ever. */
export const configMigrations: Record<string, Migration> = {
  '0001-outbox': outboxMigration,
  '0002-inbox': inboxMigration,
  '0003-idempotency': idempotencyMigration,
  '0004-prepare-jobs': prepareJobsMigration,
  '0005-prepare-askers': prepareAskersMigration,
  '0006-overlays': overlaysMigration,
  '0007-file-drafts': fileDraftsMigration,
  '0008-told-version': toldVersionMigration,
  '0009-block-templates': blockTemplatesMigration,
  '0010-branch-drafts': branchDraftsMigration,
};
