import type { ConsumeMessage, Options } from 'amqplib';
import { afterFailure, type RetryDelay, reasonOf } from '../attempts.ts';
import type { Delivery } from '../bus.ts';
import type { BusLog } from '../bus-log.ts';
import { UnreadableMessage } from '../wire.ts';
import type { Session } from './consumer.ts';
import { ATTEMPTS, DIED_AT, envelopeFor, FAILURES, type Incoming, openEnvelope, REASON } from './incoming.ts';
import { deadQueueOf, retryQueueOf } from './names.ts';

export interface SettleOptions {
  queue: string;
  attempts: number;
  retryDelay: RetryDelay;
  log: BusLog;
  handle(text: string, delivery: Delivery): Promise<void> | void;
}

/**
 * Handles messages of a durable queue: acknowledged when done, sent to the retry queue when the handler threw,
 * put aside with the reason after the last attempt. The copy is confirmed before the original is acknowledged,
 * so a crash in between doubles a message and never loses it.
 */
export function settling(
  options: SettleOptions,
): (message: ConsumeMessage, session: Session) => Promise<void> | undefined {
  const { queue, attempts, retryDelay, log, handle } = options;

  function failed(
    message: ConsumeMessage,
    incoming: Incoming,
    error: unknown,
    session: Session,
  ): Promise<void> {
    const { delivery, failures } = incoming;
    const reason = reasonOf(error);
    if (afterFailure(error, delivery.attempt, attempts) === 'aside') {
      log.error({ queue, ...delivery, reason }, 'Put a message aside');
      return putAside(message, incoming, reason, session);
    }
    log.warn({ queue, ...delivery, reason }, 'A message failed and will be tried again');
    return move(message, session, retryQueueOf(queue), {
      ...envelopeFor(delivery.messageId, delivery.requestId, {
        headers: { [FAILURES]: failures + 1, [REASON]: short(reason) },
      }),
      expiration: retryDelay(delivery.attempt),
    });
  }

  function putAside(
    message: ConsumeMessage,
    { delivery }: Incoming,
    reason: string,
    session: Session,
  ): Promise<void> {
    const headers = {
      [REASON]: short(reason),
      [ATTEMPTS]: Math.min(delivery.attempt, attempts),
      [DIED_AT]: new Date().toISOString(),
    };
    const envelope = envelopeFor(delivery.messageId, delivery.requestId, { headers });
    return move(message, session, deadQueueOf(queue), envelope);
  }

  return (message, session) => {
    const incoming = openEnvelope(message);
    const { delivery } = incoming;
    if (delivery.attempt > attempts) {
      const reason = reasonOfLoss(incoming);
      log.error({ queue, ...delivery, reason }, 'Put a message aside');
      return putAside(message, incoming, reason, session);
    }
    try {
      if (delivery.messageId === '') throw new UnreadableMessage('The message has no id');
      const pending = handle(message.content.toString(), delivery);
      if (pending === undefined) {
        session.ack(message);
        return undefined;
      }
      return pending.then(
        () => session.ack(message),
        (error: unknown) => failed(message, incoming, error, session),
      );
    } catch (error) {
      return failed(message, incoming, error, session);
    }
  };
}

/** Headers have a size limit. */
const short = (reason: string): string => reason.slice(0, 4000);

function reasonOfLoss({ failures, losses, lastReason }: Incoming): string {
  const lost = `its worker was lost ${losses} times with this message in hand`;
  return failures === 0
    ? `No try left: ${lost}`
    : `No try left: ${lost}, after ${failures} failed (${lastReason})`;
}

/** Resolves always: where the copy did not arrive, the original stays with the broker. */
function move(
  message: ConsumeMessage,
  session: Session,
  to: string,
  options: Options.Publish,
): Promise<void> {
  return new Promise((resolve) => {
    if (!session.open) {
      resolve();
      return;
    }
    const { channel } = session;
    let unroutable = false;
    const noteReturned = (back: { properties: { messageId: unknown } }): void => {
      if (back.properties.messageId === options.messageId) unroutable = true;
    };
    channel.on('return', noteReturned);
    channel.publish('', to, message.content, { ...options, mandatory: true }, (error: unknown) => {
      channel.removeListener('return', noteReturned);
      // A refused or homeless copy: begin again with fresh queues, the broker delivers the original once more.
      if (error !== null || unroutable) session.restart();
      else session.ack(message);
      resolve();
    });
  });
}
