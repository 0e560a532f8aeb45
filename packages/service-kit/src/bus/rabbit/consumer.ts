import type { ChannelModel, ConfirmChannel, ConsumeMessage } from 'amqplib';
import { reasonOf } from '../attempts.ts';
import type { Subscription } from '../bus.ts';
import type { BusLog } from '../bus-log.ts';
import type { Backoff } from './backoff.ts';
import type { BrokerLink } from './broker-link.ts';
import { keepChannel } from './kept-channel.ts';

/** The life of one channel: what was delivered on it can only be settled on it. */
export interface Session {
  channel: ConfirmChannel;
  open: boolean;
  ack(message: ConsumeMessage): void;
  /** Gives everything in hand back to the broker and begins again. */
  restart(): void;
}

export interface ConsumerOptions {
  link: BrokerLink;
  log: BusLog;
  backoff: Backoff;
  purpose: string;
  prefetch: number;
  /** Declares the queue and says its name. */
  prepare(channel: ConfirmChannel, model: ChannelModel): Promise<string>;
  /** Handles and settles a message; never throws. */
  take(message: ConsumeMessage, session: Session): Promise<void> | undefined;
}

export interface RunningConsumer extends Subscription {
  ready(): Promise<void>;
  /** What is still in hand goes back to the broker. */
  abandon(): void;
}

export function startConsumer(options: ConsumerOptions): RunningConsumer {
  const { log, purpose, prefetch, take } = options;
  let session: Session | undefined;
  let tag: string | undefined;
  let inHand = 0;
  let whenIdle: (() => void) | undefined;
  let stopped: Promise<void> | undefined;

  const kept = keepChannel({
    link: options.link,
    log,
    backoff: options.backoff,
    purpose,
    async setup(channel, model) {
      const queue = await options.prepare(channel, model);
      await channel.prefetch(prefetch);
      const opened = sessionOn(channel, () => kept.renew());
      session = opened;
      const consumed = await channel.consume(queue, (message) => receive(message, opened));
      tag = consumed.consumerTag;
      // Stopped while it was starting.
      if (stopped) await cancel(channel, tag);
    },
    lost() {
      if (session) session.open = false;
      tag = undefined;
    },
  });

  function receive(message: ConsumeMessage | null, on: Session): void {
    if (message === null) {
      log.warn({ purpose }, 'The broker removed a queue; declaring it again');
      on.restart();
      return;
    }
    inHand += 1;
    const pending = take(message, on);
    if (pending === undefined) release();
    else void pending.then(release);
  }

  function release(): void {
    inHand -= 1;
    if (inHand === 0) whenIdle?.();
  }

  async function shutDown(): Promise<void> {
    if (session?.open && tag !== undefined) await cancel(session.channel, tag);
    if (inHand > 0) {
      await new Promise<void>((resolve) => {
        whenIdle = resolve;
      });
    }
    if (session) session.open = false;
    kept.stop();
  }

  async function cancel(channel: ConfirmChannel, consumerTag: string): Promise<void> {
    try {
      await channel.cancel(consumerTag);
    } catch (error) {
      log.info({ purpose, reason: reasonOf(error) }, 'The connection ended before its consumer did');
    }
  }

  return {
    ready: () => kept.settled(),
    abandon() {
      if (session) session.open = false;
    },
    stop() {
      stopped ??= shutDown();
      return stopped;
    },
  };
}

function sessionOn(channel: ConfirmChannel, renew: () => void): Session {
  const session: Session = {
    channel,
    open: true,
    ack(message) {
      // On a lost channel the broker has taken the message back already.
      if (session.open) channel.ack(message);
    },
    restart() {
      if (!session.open) return;
      session.open = false;
      renew();
    },
  };
  return session;
}
