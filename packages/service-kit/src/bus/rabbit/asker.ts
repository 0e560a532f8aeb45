import type { ConfirmChannel, ConsumeMessage, Options } from 'amqplib';
import type { BusLog } from '../bus-log.ts';
import { busIsClosing, nobodyAnswered } from '../refusals.ts';
import { openReply } from '../replies.ts';
import type { Backoff } from './backoff.ts';
import type { BrokerLink } from './broker-link.ts';
import { type KeptChannel, keepChannel } from './kept-channel.ts';

/** RabbitMQ's direct reply-to: answers come to this channel without a queue of their own. */
const DIRECT_REPLY = 'amq.rabbitmq.reply-to';

interface Pending {
  queue: string;
  content: Buffer;
  options: Options.Publish;
  settle(text: string): void;
  reject(error: unknown): void;
}

interface Question {
  name: string;
  queue: string;
  timeoutMs: number;
  content: Buffer;
  correlationId: string;
  options: Options.Publish;
}

export interface Asker {
  /** Resolves with what the answerer sent, not parsed yet. */
  ask(question: Question): Promise<unknown>;
  close(): void;
}

export function createAsker({
  link,
  log,
  backoff,
}: {
  link: BrokerLink;
  log: BusLog;
  backoff: Backoff;
}): Asker {
  const pending = new Map<string, Pending>();
  let channel: ConfirmChannel | undefined;
  let kept: KeptChannel | undefined;
  let closed = false;

  function open(): KeptChannel {
    return keepChannel({
      link,
      log,
      backoff,
      purpose: 'ask',
      async setup(fresh) {
        await fresh.consume(DIRECT_REPLY, receive, { noAck: true });
        channel = fresh;
        // Their answers could only reach the channel that is gone: ask again.
        for (const question of pending.values()) send(fresh, question);
      },
      lost() {
        channel = undefined;
      },
    });
  }

  function receive(message: ConsumeMessage | null): void {
    if (message === null) {
      kept?.renew();
      return;
    }
    pending.get(String(message.properties.correlationId))?.settle(message.content.toString());
  }

  function send(on: ConfirmChannel, { queue, content, options }: Pending): void {
    on.publish('', queue, content, options);
  }

  return {
    ask({ name, queue, timeoutMs, content, correlationId, options }) {
      if (closed) return Promise.reject(busIsClosing());
      kept ??= open();
      return new Promise<unknown>((resolve, reject) => {
        const forget = (): void => {
          clearTimeout(timer);
          pending.delete(correlationId);
        };
        const question: Pending = {
          queue,
          content,
          options: { ...options, correlationId, replyTo: DIRECT_REPLY, expiration: timeoutMs },
          settle(text) {
            forget();
            try {
              resolve(openReply(text));
            } catch (error) {
              reject(error);
            }
          },
          reject(error) {
            forget();
            reject(error);
          },
        };
        const timer = setTimeout(() => question.reject(nobodyAnswered(name)), timeoutMs);
        pending.set(correlationId, question);
        if (channel) send(channel, question);
      });
    },
    close() {
      closed = true;
      for (const question of [...pending.values()]) question.reject(busIsClosing());
      kept?.stop();
    },
  };
}
