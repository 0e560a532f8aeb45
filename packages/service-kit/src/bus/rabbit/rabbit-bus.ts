import { problem } from '@marquee/contracts';
import { type RetryDelay, retryDelay } from '../attempts.ts';
import type { Bus } from '../bus.ts';
import { type BusLog, silentLog } from '../bus-log.ts';
import { createAsker } from './asker.ts';
import { type Backoff, fullJitter } from './backoff.ts';
import { checkBroker } from './broker-check.ts';
import { openBrokerLink } from './broker-link.ts';
import { listDeadLetters } from './dead-letters.ts';
import { brokerNames } from './names.ts';
import { createPublisher } from './publisher.ts';
import { createReceiving } from './receiving.ts';
import { createSending } from './sending.ts';
import { createTopology } from './topology.ts';

export interface RabbitBusOptions {
  /** amqp://user:password@host:port/vhost */
  url: string;
  log?: BusLog;
  /** Begins every name at the broker. */
  prefix?: string;
  /** How the connection is called in RabbitMQ's own lists. */
  name?: string;
  retryDelay?: RetryDelay;
  backoff?: Backoff;
  /** How long close() waits for handlers and confirms. */
  drainMs?: number;
}

/**
 * The bus between processes. Resolves after the first attempt to connect; while the broker is away messages
 * wait here, subscriptions wait for it, and check() says so.
 */
export async function rabbitBus(options: RabbitBusOptions): Promise<Bus> {
  const { url, log = silentLog, prefix = 'marquee.', name = 'marquee', drainMs = 5000 } = options;
  const backoff = options.backoff ?? fullJitter;
  const names = brokerNames(prefix);
  const link = await openBrokerLink({ url, name, backoff, log });
  const topology = createTopology(link, names.events, log);
  const publisher = createPublisher({ link, log, backoff, prepare: (model) => topology.redeclare(model) });
  await publisher.ready();
  const asker = createAsker({ link, log, backoff });
  const sending = createSending({ names, topology, publisher, asker });
  const delay = options.retryDelay ?? retryDelay;
  const receiving = createReceiving({ link, log, backoff, retryDelay: delay, names, topology });
  let listing: Promise<unknown> = Promise.resolve();
  let closed: Promise<void> | undefined;

  async function shutDown(): Promise<void> {
    // Handlers may still publish while they finish, so the way out closes after the way in.
    const deadline = performance.now() + drainMs;
    await receiving.stop(drainMs);
    asker.close();
    await publisher.close(Math.max(0, deadline - performance.now()));
    await link.close();
  }

  return {
    ...sending,
    subscribe: receiving.subscribe,
    work: receiving.work,
    answer: receiving.answer,
    deadJobs({ name: queue, attempts }, limit = 100) {
      const list = async () => {
        const { model } = link;
        if (model === undefined)
          throw problem('service.unavailable', { message: 'The broker does not answer' });
        return listDeadLetters(model, { name: queue, brokerName: names.job(queue), attempts }, limit);
      };
      // One at a time: what one look holds, another would not see.
      const listed = listing.then(list, list);
      listing = listed;
      return listed;
    },
    check: () => checkBroker(link),
    close() {
      closed ??= shutDown();
      return closed;
    },
  };
}
