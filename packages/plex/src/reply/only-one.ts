import { z } from 'zod';
import type { Page } from './page.ts';

/** For questions about one thing: an answer without it is not an answer. */
export const onlyOne = <T>(page: z.ZodType<Page<T>>) =>
  page.transform(({ entries }, context): T => {
    const [entry] = entries;
    if (entry !== undefined) return entry;
    context.addIssue({ code: 'custom', message: 'holds nothing' });
    return z.NEVER;
  });
