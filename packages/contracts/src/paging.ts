import { z } from 'zod';

export const PageQuery = z.object({
  cursor: z.string().max(500).optional().describe('From the previous page; leave out for the first'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('Entries a page'),
});

export function pageOf<S extends z.ZodType>(entry: S) {
  return z.object({
    entries: z.array(entry),
    total: z.int().nonnegative().describe('How many there are in all pages'),
    nextCursor: z.string().nullable().describe('null on the last page'),
  });
}
export interface Page<T> {
  entries: T[];
  total: number;
  nextCursor: string | null;
}
