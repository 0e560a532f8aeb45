import { problem } from '@marquee/contracts';
import type { Channel, ChannelModel, Options } from 'amqplib';
import type { BusLog } from '../bus-log.ts';
import type { BrokerLink } from './broker-link.ts';
import { deadQueueOf, retryQueueOf } from './names.ts';

const DAY_MS = 24 * 3600 * 1000;
/** A group that nobody has listened to for so long is forgotten, or its queue would grow for ever. */
const GROUP_EXPIRES_MS = 14 * DAY_MS;
const ASK_EXPIRES_MS = DAY_MS;
/** We count attempts ourselves; this only stops what slips past us, and RabbitMQ 4 from assuming 20. */
const BROKER_DELIVERY_LIMIT = 1000;
const PRECONDITION_FAILED = 406;
const NOT_FOUND = 404;

/** Declares queues with whatever belongs to them. Declaring twice changes nothing. */
export interface Topology {
  declareExchange(model: ChannelModel): Promise<void>;
  /** A queue that survives the broker, with its retry and dead-letter queues. */
  declareDurable(model: ChannelModel, queue: DurableQueue): Promise<void>;
  declareAsk(model: ChannelModel, queue: string): Promise<void>;
  /** Declares a queue that messages are sent to now and after every reconnection. */
  remember(key: string, declare: (model: ChannelModel) => Promise<void>): Promise<void>;
  redeclare(model: ChannelModel): Promise<void>;
}

interface DurableQueue {
  name: string;
  /** Jobs that may wait; without it, the queue belongs to a group of listeners and takes all. */
  maxLength?: number;
  /** The topic whose events it gets. */
  topic?: string;
}

export function createTopology(link: BrokerLink, exchange: string, log: BusLog): Topology {
  const remembered = new Map<string, (model: ChannelModel) => Promise<void>>();
  const declaring = new Map<string, Promise<void>>();
  const assert = (model: ChannelModel, queue: string, options: Options.AssertQueue): Promise<void> =>
    assertOrAccept(model, queue, options, log);

  async function declareNow(key: string, declare: (model: ChannelModel) => Promise<void>): Promise<void> {
    remembered.set(key, declare);
    const { model } = link;
    // While there is no connection the reconnection will declare it.
    if (model === undefined) return;
    try {
      await declare(model);
    } catch (cause) {
      if (link.model !== model) return;
      remembered.delete(key);
      throw problem('service.unavailable', { message: `The broker refuses the queue ${key}`, cause });
    }
  }

  const topology: Topology = {
    declareExchange: (model) =>
      onFreshChannel(model, async (channel) => {
        await channel.assertExchange(exchange, 'topic', { durable: true });
      }),
    async declareDurable(model, { name, maxLength, topic }) {
      await assert(model, deadQueueOf(name), deadQueue());
      await assert(model, retryQueueOf(name), retryQueue(name));
      await assert(model, name, maxLength === undefined ? groupQueue(name) : jobQueue(name, maxLength));
      if (topic === undefined) return;
      await topology.declareExchange(model);
      await onFreshChannel(model, async (channel) => {
        await channel.bindQueue(name, exchange, topic);
      });
    },
    declareAsk: (model, queue) => assert(model, queue, { durable: true, expires: ASK_EXPIRES_MS }),
    remember(key, declare) {
      const underWay = declaring.get(key);
      if (underWay) return underWay;
      const done = declareNow(key, declare).finally(() => declaring.delete(key));
      declaring.set(key, done);
      return done;
    },
    async redeclare(model) {
      await topology.declareExchange(model);
      for (const declare of remembered.values()) await declare(model);
    },
  };
  return topology;
}

/** A dead letter is confirmed by its new queue before it leaves the old one. */
function deadLettersTo(queue: string): Options.AssertQueue['arguments'] {
  return {
    'x-queue-type': 'quorum',
    'x-dead-letter-exchange': '',
    'x-dead-letter-routing-key': queue,
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  };
}

function jobQueue(name: string, maxLength: number): Options.AssertQueue {
  return {
    arguments: {
      ...deadLettersTo(deadQueueOf(name)),
      'x-delivery-limit': BROKER_DELIVERY_LIMIT,
      'x-max-length': maxLength,
    },
  };
}

function groupQueue(name: string): Options.AssertQueue {
  return {
    arguments: {
      ...deadLettersTo(deadQueueOf(name)),
      'x-delivery-limit': BROKER_DELIVERY_LIMIT,
      'x-expires': GROUP_EXPIRES_MS,
    },
  };
}

/** Messages wait here until their own expiration sends them back to the queue they came from. */
function retryQueue(home: string): Options.AssertQueue {
  return { arguments: deadLettersTo(home) };
}

/** Classic, because looking through a quorum queue counts as a delivery and would use up its limit. */
function deadQueue(): Options.AssertQueue {
  return { durable: true };
}

/** An older version may have declared the queue with other limits; it goes on with those rather than not at all. */
async function assertOrAccept(
  model: ChannelModel,
  queue: string,
  options: Options.AssertQueue,
  log: BusLog,
): Promise<void> {
  try {
    await onFreshChannel(model, (channel) => channel.assertQueue(queue, options));
  } catch (error) {
    if (!isRefusal(error, PRECONDITION_FAILED)) throw error;
    await onFreshChannel(model, (channel) => channel.checkQueue(queue));
    log.warn(
      { queue, reason: error.message },
      'The queue has limits of an older version and keeps them; to renew them, delete the queue while it is empty',
    );
  }
}

function isRefusal(error: unknown, code: number): error is Error {
  return error instanceof Error && 'code' in error && error.code === code;
}

export const isNotFound = (error: unknown): boolean => isRefusal(error, NOT_FOUND);

/** The broker closes a channel on every refusal, so what may be refused gets a channel of its own. */
export async function onFreshChannel<T>(
  model: ChannelModel,
  use: (channel: Channel) => Promise<T>,
): Promise<T> {
  const channel = await model.createChannel();
  let open = true;
  channel.on('close', () => {
    open = false;
  });
  let refusal: Error | undefined;
  channel.on('error', (error) => {
    refusal = error;
  });
  try {
    return await use(channel);
  } catch (error) {
    throw refusal ?? error;
  } finally {
    if (open) await channel.close();
  }
}
