import { randomUUID } from 'node:crypto';
import { type Channel, connect } from 'amqplib';
import type { Bus } from '../bus.ts';
import { type BrokerNames, brokerNames, deadQueueOf, retryQueueOf } from '../rabbit/names.ts';
import { type RabbitBusOptions, rabbitBus } from '../rabbit/rabbit-bus.ts';

export const brokerUrl = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';

/** A corner of the real broker for one test, with names of its own that are removed in the end. */
export interface BrokerCorner {
  prefix: string;
  names: BrokerNames;
  /** A channel behind the bus's back. */
  raw<T>(use: (channel: Channel) => Promise<T>): Promise<T>;
  open(options?: Partial<RabbitBusOptions>): Promise<Bus>;
  clear(): Promise<void>;
}

export interface Used {
  jobs?: string[];
  topics?: string[];
  groups?: string[];
  asks?: string[];
}

export function brokerCorner({ jobs = [], topics = [], groups = [], asks = [] }: Used): BrokerCorner {
  const prefix = `test-${randomUUID().slice(0, 8)}.`;
  const names = brokerNames(prefix);
  const opened: Bus[] = [];

  async function raw<T>(use: (channel: Channel) => Promise<T>): Promise<T> {
    const connection = await connect(brokerUrl);
    const channel = await connection.createConfirmChannel();
    const result = await use(channel);
    await channel.waitForConfirms();
    await connection.close();
    return result;
  }

  return {
    prefix,
    names,
    raw,
    async open(options) {
      const bus = await rabbitBus({
        url: brokerUrl,
        prefix,
        retryDelay: () => 1,
        backoff: () => 10,
        ...options,
      });
      opened.push(bus);
      return bus;
    },
    async clear() {
      for (const bus of opened.splice(0)) await bus.close();
      const durable = [
        ...jobs.map((job) => names.job(job)),
        ...topics.flatMap((topic) => groups.map((group) => names.group(topic, group))),
      ];
      await raw(async (channel) => {
        for (const queue of durable) {
          for (const name of [queue, retryQueueOf(queue), deadQueueOf(queue)])
            await channel.deleteQueue(name);
        }
        for (const ask of asks) await channel.deleteQueue(names.ask(ask));
        await channel.deleteExchange(names.events);
      });
    },
  };
}
