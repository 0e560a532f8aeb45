import type { StudioCode, StudioTask } from './studio.ts';

/** What the pool says to a thread. */
export type ToThread =
  | { say: 'do'; id: number; task: StudioTask }
  /** In answer to `need`; null where the bytes are gone. */
  | { say: 'material'; id: number; bytes: Record<string, Uint8Array | null> };

/** What a thread says to the pool. */
export type FromThread =
  | { say: 'need'; id: number; hashes: string[] }
  | { say: 'done'; id: number; answer: unknown }
  | { say: 'failed'; id: number; code: StudioCode; message: string };
