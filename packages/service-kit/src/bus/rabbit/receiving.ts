import type { Topic } from '@marquee/contracts';
import type { z } from 'zod';
import { EVENT_ATTEMPTS, EVENT_PREFETCH, type RetryDelay } from '../attempts.ts';
import type { Bus, Subscription } from '../bus.ts';
import type { BusLog } from '../bus-log.ts';
import { busIsClosing } from '../refusals.ts';
import { fromWire, toWire } from '../wire.ts';
import { within } from '../within.ts';
import { answering } from './answering.ts';
import type { Backoff } from './backoff.ts';
import type { BrokerLink } from './broker-link.ts';
import { type ConsumerOptions, type RunningConsumer, startConsumer } from './consumer.ts';
import { LONE_QUEUE_LENGTH, listeningAlone } from './lone-listener.ts';
import type { BrokerNames } from './names.ts';
import { type SettleOptions, settling } from './settle.ts';
import type { Topology } from './topology.ts';

export interface ReceivingParts {
  link: BrokerLink;
  log: BusLog;
  backoff: Backoff;
  retryDelay: RetryDelay;
  names: BrokerNames;
  topology: Topology;
}

export interface Receiving extends Pick<Bus, 'subscribe' | 'work' | 'answer'> {
  /** Takes no more; what is not done in time goes back to the broker. */
  stop(drainMs: number): Promise<void>;
}

/** The half of the bus that gets messages from the broker. */
export function createReceiving(parts: ReceivingParts): Receiving {
  const { link, log, backoff, retryDelay, names, topology } = parts;
  const consumers = new Set<RunningConsumer>();
  let stopping = false;

  async function start(
    consumer: Pick<ConsumerOptions, 'purpose' | 'prefetch' | 'prepare' | 'take'>,
  ): Promise<Subscription> {
    if (stopping) throw busIsClosing();
    const running = startConsumer({ link, log, backoff, ...consumer });
    consumers.add(running);
    await running.ready();
    return {
      async stop() {
        await running.stop();
        consumers.delete(running);
      },
    };
  }

  function listenAlone<S extends z.ZodType>(
    topic: Topic<S>,
    handle: SettleOptions['handle'],
  ): Promise<Subscription> {
    return start({
      purpose: `listen to ${topic.name}`,
      prefetch: EVENT_PREFETCH,
      async prepare(channel, model) {
        await topology.declareExchange(model);
        const { queue } = await channel.assertQueue('', {
          exclusive: true,
          autoDelete: true,
          durable: false,
          maxLength: LONE_QUEUE_LENGTH,
        });
        await channel.bindQueue(queue, names.events, topic.name);
        return queue;
      },
      take: listeningAlone({ topic: topic.name, retryDelay, log, handle }),
    });
  }

  return {
    async subscribe(topic, { group }, handler) {
      const handle: SettleOptions['handle'] = (text, delivery) =>
        handler(fromWire(topic.payload, text), delivery);
      if (group === undefined) return listenAlone(topic, handle);
      const queue = names.group(topic.name, group);
      return start({
        purpose: `listen to ${topic.name} as ${group}`,
        prefetch: EVENT_PREFETCH,
        async prepare(_, model) {
          await topology.declareDurable(model, { name: queue, topic: topic.name });
          return queue;
        },
        take: settling({ queue, attempts: EVENT_ATTEMPTS, retryDelay, log, handle }),
      });
    },
    async work({ name, payload, prefetch, attempts, maxLength }, handler) {
      const queue = names.job(name);
      return start({
        purpose: `work on ${name}`,
        prefetch,
        async prepare(_, model) {
          await topology.declareDurable(model, { name: queue, maxLength });
          return queue;
        },
        take: settling({
          queue,
          attempts,
          retryDelay,
          log,
          handle: (text, delivery) => handler(fromWire(payload, text), delivery),
        }),
      });
    },
    async answer(ask, handler) {
      const queue = names.ask(ask.name);
      return start({
        purpose: `answer ${ask.name}`,
        prefetch: EVENT_PREFETCH,
        async prepare(_, model) {
          await topology.declareAsk(model, queue);
          return queue;
        },
        take: answering({
          ask: ask.name,
          log,
          async answer(text, delivery) {
            const answer = await handler(fromWire(ask.question, text), delivery);
            return toWire(`answer to ${ask.name}`, ask.answer, answer);
          },
        }),
      });
    },
    async stop(drainMs) {
      stopping = true;
      const stops = Promise.all([...consumers].map((one) => one.stop()));
      await within(drainMs, stops, () => {
        log.warn({ drainMs }, 'Closed the bus while handlers were busy; their messages go back');
        for (const one of consumers) one.abandon();
      });
    },
  };
}
