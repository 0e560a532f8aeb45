import { type Problem, problem } from '@marquee/contracts';
import type { ChannelModel, ConfirmChannel, Message, Options } from 'amqplib';
import type { BusLog } from '../bus-log.ts';
import { Fifo } from '../fifo.ts';
import { busIsClosing } from '../refusals.ts';
import { within } from '../within.ts';
import type { Backoff } from './backoff.ts';
import type { BrokerLink } from './broker-link.ts';
import { keepChannel } from './kept-channel.ts';

/** Messages on their way to the broker that it has not confirmed. */
const WINDOW = 500;
/** Messages that may wait for a place in the window, or for the broker to come back. */
const MAX_WAITING = 10_000;
/**
 * A deleted queue is left to its workers for a moment: they hear of it at once and declare it again. A sender
 * that was faster than they would leave them deaf, for RabbitMQ takes the new queue for the old one.
 */
const HOMELESS_MS = 500;
/** A queue that is choosing its leader refuses in the same words as one that is full, which it is no more by then. */
const REFUSED_MS = 500;

export interface Destination {
  exchange: string;
  key: string;
  /** Makes the queue again when a message found none; its absence says that finding none is fine. */
  redeclare?: () => Promise<void>;
  /** What the sender is told when the broker refuses a message. */
  refusal(): Problem;
}

export interface Publisher {
  /** Resolves when the first channel stands, or at once while there is no connection. */
  ready(): Promise<void>;
  /** Resolves when the broker has confirmed the message; a connection that ends meanwhile only makes it later. */
  send(to: Destination, content: Buffer, options: Options.Publish & { messageId: string }): Promise<void>;
  /** Takes no more and waits for what is on its way. */
  close(drainMs: number): Promise<void>;
}

interface Outgoing {
  to: Destination;
  content: Buffer;
  options: Options.Publish & { messageId: string };
  sentAgain: boolean;
  resolve(): void;
  reject(error: unknown): void;
}

export interface PublisherOptions {
  link: BrokerLink;
  log: BusLog;
  backoff: Backoff;
  /** Runs on every fresh connection before the first message. */
  prepare(model: ChannelModel): Promise<void>;
}

export function createPublisher({ link, log, backoff, prepare }: PublisherOptions): Publisher {
  const waiting = new Fifo<Outgoing>();
  const returned = new Map<string, number>();
  const later = new Set<Outgoing>();
  let channel: ConfirmChannel | undefined;
  const inFlight = new Set<Outgoing>();
  let full = false;
  let closing = false;
  let whenEmpty: (() => void) | undefined;

  const kept = keepChannel({
    link,
    log,
    backoff,
    purpose: 'publish',
    async setup(fresh, model) {
      await prepare(model);
      fresh.on('return', noteReturned);
      fresh.on('drain', () => {
        full = false;
        pump();
      });
      returned.clear();
      full = false;
      channel = fresh;
      pump();
    },
    lost() {
      channel = undefined;
      waiting.putBack([...inFlight]);
      inFlight.clear();
    },
  });

  function noteReturned({ fields, properties }: Message): void {
    const key = returnKey(fields.exchange, fields.routingKey, String(properties.messageId));
    returned.set(key, (returned.get(key) ?? 0) + 1);
  }

  function wasReturned({ to, options }: Outgoing): boolean {
    if (returned.size === 0) return false;
    const key = returnKey(to.exchange, to.key, options.messageId);
    const times = returned.get(key);
    if (times === undefined) return false;
    if (times === 1) returned.delete(key);
    else returned.set(key, times - 1);
    return true;
  }

  function pump(): void {
    while (channel && !full && inFlight.size < WINDOW) {
      const next = waiting.shift();
      if (next === undefined) return;
      write(channel, next);
    }
  }

  function write(on: ConfirmChannel, message: Outgoing): void {
    const { to, content, options } = message;
    try {
      full = !on.publish(to.exchange, to.key, content, options, (error: unknown) => {
        if (on === channel) confirmed(message, error);
      });
      inFlight.add(message);
    } catch (error) {
      finish(() => message.reject(error));
    }
  }

  function confirmed(message: Outgoing, error: unknown): void {
    inFlight.delete(message);
    if (error !== null) refused(message);
    else if (wasReturned(message)) unroutable(message);
    else finish(message.resolve);
    pump();
  }

  function finish(tell: () => void): void {
    tell();
    if (whenEmpty && isEmpty()) whenEmpty();
  }

  function refused(message: Outgoing): void {
    if (message.sentAgain) finish(() => message.reject(message.to.refusal()));
    else sendAgain(message, REFUSED_MS, async () => undefined);
  }

  function unroutable(message: Outgoing): void {
    const { redeclare, key } = message.to;
    if (redeclare === undefined || message.sentAgain) {
      const text = `The queue ${key} is gone`;
      finish(() => message.reject(problem('service.unavailable', { message: text })));
    } else sendAgain(message, HOMELESS_MS, redeclare);
  }

  function sendAgain(message: Outgoing, waitMs: number, prepared: () => Promise<void>): void {
    message.sentAgain = true;
    later.add(message);
    setTimeout(() => {
      prepared()
        .then(
          () => waiting.push(message),
          (error: unknown) => message.reject(error),
        )
        .finally(() => {
          later.delete(message);
          pump();
        });
    }, waitMs);
  }

  const isEmpty = (): boolean => inFlight.size === 0 && waiting.length === 0 && later.size === 0;

  return {
    ready: () => kept.settled(),
    send(to, content, options) {
      return new Promise<void>((resolve, reject) => {
        const message: Outgoing = { to, content, options, sentAgain: false, resolve, reject };
        if (closing) reject(busIsClosing());
        else if (channel && !full && inFlight.size < WINDOW && waiting.length === 0) write(channel, message);
        else if (waiting.length < MAX_WAITING) waiting.push(message);
        else reject(to.refusal());
      });
    },
    async close(drainMs) {
      closing = true;
      const empty = new Promise<void>((resolve) => {
        whenEmpty = resolve;
        if (isEmpty()) resolve();
      });
      await within(drainMs, empty, () =>
        log.warn(
          { unconfirmed: inFlight.size + waiting.length + later.size },
          'Closed the bus with unconfirmed messages',
        ),
      );
      channel = undefined;
      kept.stop();
      for (const message of [...inFlight, ...later]) message.reject(busIsClosing());
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        next.reject(busIsClosing());
    },
  };
}

const returnKey = (exchange: string, key: string, messageId: string): string =>
  `${exchange}\n${key}\n${messageId}`;
