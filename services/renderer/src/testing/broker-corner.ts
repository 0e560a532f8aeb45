import { randomUUID } from 'node:crypto';
import { type Bus, rabbitBus } from '@marquee/service-kit';
import { connect } from 'amqplib';

const url = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';

/** Names of its own at the real broker, taken away again in the end. */
export function brokerCorner() {
  const prefix = `test-${randomUUID().slice(0, 8)}.`;
  const buses: Bus[] = [];
  return {
    async open(): Promise<Bus> {
      const bus = await rabbitBus({ url, prefix, retryDelay: () => 1, backoff: () => 10 });
      buses.push(bus);
      return bus;
    },
    async clear({
      jobs,
      groups,
    }: {
      jobs: string[];
      groups: [topic: string, group: string][];
    }): Promise<void> {
      for (const bus of buses) await bus.close();
      const connection = await connect(url);
      const channel = await connection.createChannel();
      const queues = [
        ...jobs.map((job) => `${prefix}job.${job}`),
        ...groups.map(([topic, group]) => `${prefix}event.${topic}.${group}`),
      ];
      for (const queue of queues.flatMap((name) => [name, `${name}.retry`, `${name}.dead`])) {
        await channel.deleteQueue(queue);
      }
      await channel.deleteExchange(`${prefix}events`);
      await connection.close();
    },
  };
}
