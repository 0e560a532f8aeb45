import { setTimeout as pause } from 'node:timers/promises';
import type { ConsumeMessage } from 'amqplib';
import { afterFailure, EVENT_ATTEMPTS, type RetryDelay, reasonOf } from '../attempts.ts';
import type { BusLog } from '../bus-log.ts';
import type { Session } from './consumer.ts';
import { openEnvelope } from './incoming.ts';
import type { SettleOptions } from './settle.ts';

/** Events that may wait for a listener that is slow; beyond that it misses the oldest. */
export const LONE_QUEUE_LENGTH = 10_000;

export interface LoneOptions extends Pick<SettleOptions, 'handle'> {
  topic: string;
  retryDelay: RetryDelay;
  log: BusLog;
}

/** A lone listener's queue dies with it, so its retries happen here and not at the broker. */
export function listeningAlone(
  options: LoneOptions,
): (message: ConsumeMessage, session: Session) => Promise<void> | undefined {
  const { topic, retryDelay, log, handle } = options;

  async function goOn(message: ConsumeMessage, session: Session, first: Promise<void>): Promise<void> {
    const { delivery } = openEnvelope(message);
    let pending = first;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await pending;
        break;
      } catch (error) {
        const next = afterFailure(error, attempt, EVENT_ATTEMPTS);
        log.warn({ topic, ...delivery, attempt, next, reason: reasonOf(error) }, 'A listener failed');
        if (next === 'aside') break;
        await pause(retryDelay(attempt));
        pending = attemptAt(message, attempt + 1);
      }
    }
    session.ack(message);
  }

  async function attemptAt(message: ConsumeMessage, attempt: number): Promise<void> {
    await handle(message.content.toString(), { ...openEnvelope(message).delivery, attempt });
  }

  return (message, session) => goOn(message, session, attemptAt(message, 1));
}
