import type { RenderBatch } from '@marquee/contracts';

/** A batch that was asked for. Times are ISO texts, flags 0 or 1. */
export interface BatchRow {
  id: string;
  kind: RenderBatch['kind'];
  library_id: string | null;
  /** JSON of the person, as whom items are read. */
  asked_by: string;
  /** JSON of what to draw, texts included. */
  wish: string;
  state: RenderBatch['state'];
  done: number;
  failed: number;
  total: number;
  message: string;
  sheet_hash: string | null;
  created_at: string;
  moved_at: string;
  ended_at: string | null;
}

export interface BatchItemRow {
  batch_id: string;
  place: number;
  item_id: string;
  title: string;
  /** `waiting` to be sent, `sent` and not yet drawn, `done`, `failed`. */
  state: 'waiting' | 'sent' | 'done' | 'failed';
  /** Of its job, when sent. */
  key: string | null;
  sent_at: string | null;
  tries: number;
  /** JSON of what came of it. */
  outcome: string | null;
}

/** Beside these the file holds what the plumbing keeps: outbox, idempotency keys. */
export interface RendererDb {
  render_batches: BatchRow;
  render_batch_items: BatchItemRow;
}
