import { z } from 'zod';
import { ApiError } from './errors.ts';

/** What every JSON answer looks like. */
export type ApiResponse<T> =
  | { success: true; data: T; error: null; timestamp: string }
  | { success: false; data: null; error: ApiError; timestamp: string };

export function successEnvelope<S extends z.ZodType>(data: S) {
  return z.object({
    success: z.literal(true),
    data,
    error: z.null(),
    timestamp: z.iso.datetime(),
  });
}

export const FailureEnvelope = z
  .object({
    success: z.literal(false),
    data: z.null(),
    error: ApiError,
    timestamp: z.iso.datetime(),
  })
  .meta({ id: 'Failure' });
