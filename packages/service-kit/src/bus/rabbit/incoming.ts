import type { ConsumeMessage, Options } from 'amqplib';
import type { Delivery } from '../bus.ts';

/** Headers of ours. */
const REQUEST_ID = 'x-request-id';
/** How often a handler of this message has thrown. */
export const FAILURES = 'x-failures';
export const REASON = 'x-reason';
export const ATTEMPTS = 'x-attempts';
export const DIED_AT = 'x-died-at';
/** RabbitMQ's own count of how often a message came back because its consumer was lost. */
const DELIVERY_COUNT = 'x-delivery-count';

export interface Incoming {
  delivery: Delivery;
  failures: number;
  /** How often it came back because its consumer was lost. */
  losses: number;
  /** What the last handler threw. */
  lastReason: string | undefined;
}

export function openEnvelope({ properties }: ConsumeMessage): Incoming {
  const { headers } = properties;
  const failures = countIn(headers?.[FAILURES]);
  const losses = countIn(headers?.[DELIVERY_COUNT]);
  const lastReason: unknown = headers?.[REASON];
  const requestId: unknown = headers?.[REQUEST_ID];
  return {
    delivery: {
      messageId: typeof properties.messageId === 'string' ? properties.messageId : '',
      requestId: typeof requestId === 'string' ? requestId : undefined,
      attempt: failures + losses + 1,
    },
    failures,
    losses,
    lastReason: typeof lastReason === 'string' ? lastReason : undefined,
  };
}

function countIn(header: unknown): number {
  return typeof header === 'number' ? header : 0;
}

export function envelopeFor(
  messageId: string,
  requestId: string | undefined,
  more: Options.Publish = {},
): Options.Publish & { messageId: string } {
  const envelope = { messageId, persistent: true, contentType: 'application/json', ...more };
  return requestId === undefined
    ? envelope
    : { ...envelope, headers: { ...more.headers, [REQUEST_ID]: requestId } };
}
