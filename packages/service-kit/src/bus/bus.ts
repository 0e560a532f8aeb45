import type { Ask, Check, JobQueue, Topic } from '@marquee/contracts';
import type { z } from 'zod';

/** What travels beside a payload. */
export interface MessageMeta {
  /** Same id = same message: an inbox drops the second one. A fresh one when absent. */
  messageId?: string;
  /** Ties log lines of all services to the request that began it. */
  requestId?: string;
}

export interface Delivery {
  messageId: string;
  requestId: string | undefined;
  /** 1 on the first try. */
  attempt: number;
}

export interface Subscription {
  /** Takes no more; resolves when the messages in hand are done. */
  stop(): Promise<void>;
}

/** A job put aside after its last try. */
export interface DeadJob {
  messageId: string;
  queue: string;
  payload: unknown;
  reason: string;
  attempts: number;
  diedAt: string;
}

/**
 * The one way services talk without HTTP. Delivery is at least once: a handler may see a message twice and
 * must be idempotent by `messageId` (see Inbox). A promise from publish or enqueue resolves only when the
 * message is safe; a message whose handler throws comes again, after a pause that grows, until its attempts are
 * used up, and so does one whose process dies with it in hand.
 *
 * A handler holds its message until it is done, and the broker takes it back after half an hour: work that may
 * take longer notes that it is to be done, and returns.
 */
export interface Bus {
  publish<S extends z.ZodType>(topic: Topic<S>, payload: z.input<S>, meta?: MessageMeta): Promise<void>;
  /**
   * `group` names a durable queue shared by the instances of one service: each event reaches one of them, also
   * those published while none was there. A group that nobody has joined for two weeks is forgotten. Without a
   * group the listener is alone and hears only while it listens.
   */
  subscribe<S extends z.ZodType>(
    topic: Topic<S>,
    options: { group?: string },
    handler: (payload: z.output<S>, delivery: Delivery) => Promise<void> | void,
  ): Promise<Subscription>;

  /** Rejects with Problem('service.overloaded') when maxLength jobs wait. */
  enqueue<S extends z.ZodType>(queue: JobQueue<S>, payload: z.input<S>, meta?: MessageMeta): Promise<void>;
  work<S extends z.ZodType>(
    queue: JobQueue<S>,
    handler: (payload: z.output<S>, delivery: Delivery) => Promise<void> | void,
  ): Promise<Subscription>;
  /** Jobs put aside, oldest first; they stay until retried or removed. */
  deadJobs(queue: JobQueue, limit?: number): Promise<DeadJob[]>;

  /** Rejects with Problem('request.timed-out') when nobody answers in time. */
  request<Q extends z.ZodType, A extends z.ZodType>(
    ask: Ask<Q, A>,
    question: z.input<Q>,
    meta?: MessageMeta,
  ): Promise<z.output<A>>;
  answer<Q extends z.ZodType, A extends z.ZodType>(
    ask: Ask<Q, A>,
    handler: (question: z.output<Q>, delivery: Delivery) => Promise<z.input<A>> | z.input<A>,
  ): Promise<Subscription>;

  check(): Promise<Check>;
  /** Stops consuming, waits for handlers and confirms, closes. */
  close(): Promise<void>;
}
