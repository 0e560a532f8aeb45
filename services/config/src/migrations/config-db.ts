import type { JobState, OverlayLevel } from '@marquee/contracts';

/** A job that sizes all posters of a library. Times are ISO texts, flags 0 or 1. */
export interface PrepareJobRow {
  id: string;
  library_id: string;
  library_title: string;
  /** Id of a person; null for jobs from before this was noted. */
  asked_by: string | null;
  width: number;
  state: JobState;
  /** Posters dealt with, the failed ones among them. */
  done: number;
  total: number;
  failed: number;
  message: string;
  /** 1 when all its batches are written down. */
  planned: number;
  created_at: string;
  /** Of the last sign of life: what is silent is sent again. */
  moved_at: string;
  ended_at: string | null;
}

interface PrepareBatchRow {
  job_id: string;
  batch: number;
  /** JSON list. */
  item_ids: string;
  /** 1 when its posters are counted. */
  done: number;
}

interface FileDraftRow {
  /** Id of a person. */
  person: string;
  /** Empty for the folder itself. */
  branch: string;
  file_id: string;
  text: string;
  base_etag: string;
  saved_at: string;
}

export interface OverlayTemplateRow {
  id: string;
  title: string;
  level: OverlayLevel;
  yaml: string;
  author: string;
  saved_at: string;
}

interface BlockTemplateRow {
  id: string;
  /** JSON of all of it. */
  template: string;
  author: string;
  saved_at: string;
}

interface GoldenSetRow {
  item_id: string;
  place: number;
}

/** The newest version that others were told of; one row at most. */
interface ToldVersionRow {
  one: 1;
  version_id: string;
}

/** Beside these the file holds what the plumbing keeps: outbox, inbox, idempotency keys. */
export interface ConfigDb {
  prepare_jobs: PrepareJobRow;
  prepare_batches: PrepareBatchRow;
  file_drafts: FileDraftRow;
  overlay_templates: OverlayTemplateRow;
  overlay_golden_set: GoldenSetRow;
  told_version: ToldVersionRow;
  block_templates: BlockTemplateRow;
}
