import type { z } from 'zod';

/** A topic is a value too: its name is the routing key, its schema the payload. */
export interface Topic<S extends z.ZodType = z.ZodType> {
  kind: 'event';
  name: string;
  payload: S;
}
/** A queue of jobs that competing consumers share. */
export interface JobQueue<S extends z.ZodType = z.ZodType> {
  kind: 'job';
  name: string;
  payload: S;
  /** Jobs one worker holds at a time. */
  prefetch: number;
  /** Tries before a job is put aside with its reason. */
  attempts: number;
  /** Jobs that may wait before new ones are refused. */
  maxLength: number;
}
/** A question with one answer. */
export interface Ask<Q extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  kind: 'ask';
  name: string;
  question: Q;
  answer: A;
  timeoutMs: number;
}

export function topic<S extends z.ZodType>(name: string, payload: S): Topic<S> {
  return { kind: 'event', name, payload };
}
export function jobQueue<S extends z.ZodType>(
  name: string,
  payload: S,
  limits: Partial<Pick<JobQueue, 'prefetch' | 'attempts' | 'maxLength'>> = {},
): JobQueue<S> {
  return { kind: 'job', name, payload, prefetch: 2, attempts: 5, maxLength: 5000, ...limits };
}
export function ask<Q extends z.ZodType, A extends z.ZodType>(
  name: string,
  question: Q,
  answer: A,
  timeoutMs = 5000,
): Ask<Q, A> {
  return { kind: 'ask', name, question, answer, timeoutMs };
}
