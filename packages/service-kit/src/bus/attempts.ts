import { UnreadableMessage } from './wire.ts';

/** Tries of an event in one group before it is put aside. */
export const EVENT_ATTEMPTS = 5;
/** Events, or questions, that one listener holds at a time. */
export const EVENT_PREFETCH = 20;

export type RetryDelay = (attempt: number) => number;

/** 0.5 s doubling to 30 s, half of it random so that a crowd of failed jobs does not come back at once. */
export const retryDelay: RetryDelay = (attempt) => {
  const whole = Math.min(30_000, 500 * 2 ** (attempt - 1));
  return Math.round(whole / 2 + Math.random() * (whole / 2));
};

/** What becomes of a message whose handler threw. */
export function afterFailure(error: unknown, attempt: number, attempts: number): 'again' | 'aside' {
  return error instanceof UnreadableMessage || attempt >= attempts ? 'aside' : 'again';
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
