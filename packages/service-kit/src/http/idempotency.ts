/** An answer as it went out, kept so that a retry gets the very same one. */
export interface RememberedAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export type IdempotencyVerdict =
  | { state: 'new' }
  | ({ state: 'replay' } & RememberedAnswer)
  | { state: 'mismatch' }
  | { state: 'in-progress' };

/**
 * Remembers for a day what was answered to an Idempotency-Key. `scope` is the person and the operation: the same
 * key of somebody else is another key. An entry left `in-progress` by a process that died must not block for ever.
 */
export interface IdempotencyStore {
  /** Atomic: of two callers at once only one gets `new`. */
  begin(key: string, scope: string, requestHash: string): Promise<IdempotencyVerdict>;
  finish(key: string, scope: string, answer: RememberedAnswer): Promise<void>;
  /** Forgets a request that failed on our side, so that it may be tried again. */
  abandon(key: string, scope: string): Promise<void>;
}
