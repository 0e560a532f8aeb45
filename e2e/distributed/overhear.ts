import { connect } from 'amqplib';
import { createClient } from 'redis';
import { brokerUrl } from './claim-broker.ts';
import { redisUrl } from './claim-redis.ts';

/** Hears every event that services tell each other from now on. */
export async function overhearBroker(heard: (text: string) => void): Promise<{ stop(): Promise<void> }> {
  const connection = await connect(brokerUrl);
  const channel = await connection.createChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, 'marquee.events', '#');
  await channel.consume(
    queue,
    (message) => {
      if (message === null) return;
      heard(
        `${message.fields.routingKey} ${JSON.stringify(message.properties)} ${message.content.toString()}`,
      );
    },
    { noAck: true },
  );
  return { stop: () => connection.close() };
}

/** Everything that Marquee keeps in Redis, keys and values; pictures byte by byte. */
export async function readRedis(seen: (key: string, text: string) => void): Promise<number> {
  const client = createClient({ url: redisUrl() });
  await client.connect();
  let count = 0;
  const read: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => client.get(key),
    hash: (key) => client.hGetAll(key),
    list: (key) => client.lRange(key, 0, -1),
    set: (key) => client.sMembers(key),
    zset: (key) => client.zRangeWithScores(key, 0, -1),
  };
  for await (const keys of client.scanIterator({ MATCH: '*', COUNT: 1000 })) {
    for (const key of keys) {
      const type = await client.type(key);
      const value = await read[type]?.(key);
      seen(key, `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
      count += 1;
    }
  }
  await client.close();
  return count;
}

/** Lets somebody into Redis with a password of their own; the address holds it. */
export async function redisLogin(
  name: string,
  password: string,
): Promise<{ url: string; remove(): Promise<void> }> {
  const client = createClient({ url: redisUrl() });
  await client.connect();
  await client.sendCommand(['ACL', 'SETUSER', name, 'reset', 'on', `>${password}`, '~*', '&*', '+@all']);
  await client.close();
  const url = new URL(redisUrl());
  url.username = name;
  url.password = encodeURIComponent(password);
  return {
    url: url.href,
    async remove() {
      const closing = createClient({ url: redisUrl() });
      await closing.connect();
      await closing.sendCommand(['ACL', 'DELUSER', name]);
      await closing.close();
    },
  };
}
