import type { ConsumeMessage } from 'amqplib';
import { reasonOf } from '../attempts.ts';
import type { Delivery } from '../bus.ts';
import type { BusLog } from '../bus-log.ts';
import { replyWith, replyWithProblem } from '../replies.ts';
import type { Session } from './consumer.ts';
import { openEnvelope } from './incoming.ts';

export interface AnsweringOptions {
  ask: string;
  log: BusLog;
  /** The answer's text. */
  answer(text: string, delivery: Delivery): Promise<string>;
}

/** A question is answered once: with the answer, or with the problem that kept the handler from giving one. */
export function answering({
  ask,
  log,
  answer,
}: AnsweringOptions): (message: ConsumeMessage, session: Session) => Promise<void> {
  return async (message, session) => {
    const { delivery } = openEnvelope(message);
    const reply = await answer(message.content.toString(), delivery).then(replyWith, (error: unknown) => {
      log.warn({ ask, ...delivery, reason: reasonOf(error) }, 'A question could not be answered');
      return replyWithProblem(error);
    });
    const { replyTo, correlationId } = message.properties;
    if (!session.open) return;
    session.channel.publish('', String(replyTo), Buffer.from(reply), { correlationId });
    session.ack(message);
  };
}
