import { type ErrorDetail, problem } from '@marquee/contracts';
import type { z } from 'zod';
import { strictly } from './strict-schema.ts';

const MAX_DETAILS = 20;

type InputPlace = 'path' | 'query' | 'body';

/** Parses strictly; what does not fit becomes `request.invalid` with one detail for each fault. */
export function checkInput<S extends z.ZodType>(schema: S, value: unknown, place: InputPlace): z.output<S> {
  const result = strictly(schema).safeParse(value);
  if (result.success) return result.data as z.output<S>;
  throw problem('request.invalid', {
    details: result.error.issues.slice(0, MAX_DETAILS).flatMap((issue) => detailsOf(issue, place)),
  });
}

function detailsOf(issue: z.core.$ZodIssue, place: InputPlace): ErrorDetail[] {
  const path = [place, ...issue.path.map(String)].join('.').slice(0, 300);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MAX_DETAILS).map((key) => ({
      message: 'There is no such field.',
      path: `${path}.${key.slice(0, 100)}`,
      fix: 'Leave it out, or correct its name.',
    }));
  }
  return [{ message: issue.message, path }];
}
