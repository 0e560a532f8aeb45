import type { z } from 'zod';
import { badAnswer } from '../connection/failure.ts';

const MOST_DETAILS = 5;

/** Parses once, at the door: what is inside the house is typed for good. */
export function readReply<T>(schema: z.ZodType<T>, container: unknown): T {
  const parsed = schema.safeParse(container);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues
    .slice(0, MOST_DETAILS)
    .map(({ path, message }) => ({ path: ['MediaContainer', ...path.map(String)].join('.'), message }));
  throw badAnswer('the answer is not what Plex sends here', details);
}
