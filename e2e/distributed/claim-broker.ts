import { batchRenders, preparePosters, urgentRenders } from '@marquee/contracts';
import { type ChannelModel, connect } from 'amqplib';
import { until } from '../until.ts';

export const brokerUrl = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';
const LOCK = 'marquee-e2e';
/** Suites that run side by side take turns, and each may last minutes. */
const TURN_MS = 300_000;
/** For who waits until it is their turn and then starts all services. */
export const START_MS = TURN_MS + 60_000;
const EXCHANGE = 'marquee.events';
const jobs = [preparePosters, urgentRenders, batchRenders].map(({ name }) => `marquee.job.${name}`);

export interface ClaimedBroker {
  /** Jobs that wait for a worker, now or after a pause. */
  waitingJobs(): Promise<number>;
  release(): Promise<void>;
}

/**
 * The programs use the broker's customary names, so only one run at a time may use them. Refuses when a Marquee in
 * use is there: give the tests a virtual host of their own then.
 */
export async function claimBroker(): Promise<ClaimedBroker> {
  const connection = await until(
    () => lockedConnection(),
    (locked) => locked !== undefined,
    TURN_MS,
  );
  if (connection === undefined) throw new Error('The broker could not be claimed');
  await forgetAll(connection);
  return {
    async waitingJobs() {
      const channel = await connection.createChannel();
      const ready = await Promise.all(
        jobs.flatMap((job) => [job, `${job}.retry`]).map((queue) => channel.checkQueue(queue)),
      );
      await channel.close();
      return ready.reduce((sum, { messageCount }) => sum + messageCount, 0);
    },
    async release() {
      await forgetAll(connection);
      await connection.close();
    },
  };
}

/** A queue that belongs to one connection is a lock that its holder's death opens. */
async function lockedConnection(): Promise<ChannelModel | undefined> {
  const connection = await connect(brokerUrl);
  const channel = await connection.createChannel();
  let refusal: Error | undefined;
  channel.on('error', (error: Error) => {
    refusal = error;
  });
  const lock = { exclusive: true, durable: false, autoDelete: true };
  const [declared] = await Promise.allSettled([channel.assertQueue(LOCK, lock)]);
  if (declared.status === 'fulfilled') return connection;
  await connection.close();
  if (String(refusal ?? declared.reason).includes('RESOURCE_LOCKED')) return undefined;
  throw declared.reason;
}

async function forgetAll(connection: ChannelModel): Promise<void> {
  for (const queue of jobs.flatMap((job) => [job, `${job}.retry`, `${job}.dead`]))
    await forget(connection, queue);
  const channel = await connection.createChannel();
  await channel.deleteExchange(EXCHANGE);
  await channel.close();
}

async function forget(connection: ChannelModel, queue: string): Promise<void> {
  const channel = await connection.createChannel();
  // A queue that is not there closes the channel; the answer to the question says so too.
  channel.on('error', (error: Error) => error);
  const [found] = await Promise.allSettled([channel.checkQueue(queue)]);
  if (found.status === 'rejected') return;
  if (found.value.consumerCount > 0)
    throw new Error(`A Marquee uses ${queue}: give RABBITMQ_URL a virtual host of its own`);
  await channel.deleteQueue(queue);
  await channel.close();
}
