import { randomUUID } from 'node:crypto';
import { type ChannelModel, connect } from 'amqplib';

/** The least code that keeps the same promises with amqplib alone: what our adapter is measured against. */
export interface BareClient {
  publish(queue: string, count: number, window: number, payload: (n: number) => unknown): Promise<void>;
  /** Answers with the milliseconds from the first message to the last. */
  consume(queue: string, count: number, prefetch: number): Promise<number>;
  close(): Promise<void>;
}

export async function bareClient(url: string): Promise<BareClient> {
  const connection: ChannelModel = await connect(url, { noDelay: true });
  return {
    async publish(queue, count, window, payload) {
      const channel = await connection.createConfirmChannel();
      await new Promise<void>((resolve, reject) => {
        channel.on('return', () => reject(new Error('A message was returned')));
        let sent = 0;
        let confirmed = 0;
        const next = (): void => {
          const content = Buffer.from(JSON.stringify(payload(sent)));
          sent += 1;
          const options = {
            messageId: randomUUID(),
            contentType: 'application/json',
            persistent: true,
            mandatory: true,
          };
          channel.publish('', queue, content, options, (error: unknown) => {
            if (error !== null) {
              reject(error);
              return;
            }
            confirmed += 1;
            if (sent < count) next();
            if (confirmed === count) resolve();
          });
        };
        for (let slot = 0; slot < Math.min(window, count); slot += 1) next();
      });
      await channel.close();
    },
    async consume(queue, count, prefetch) {
      const channel = await connection.createChannel();
      await channel.prefetch(prefetch);
      const ms = await new Promise<number>((resolve, reject) => {
        let seen = 0;
        let started = 0;
        const take = channel.consume(queue, (message) => {
          if (message === null) {
            reject(new Error('The queue is gone'));
            return;
          }
          JSON.parse(message.content.toString());
          channel.ack(message);
          seen += 1;
          if (seen === 1) started = performance.now();
          if (seen === count) resolve(performance.now() - started);
        });
        take.catch(reject);
      });
      await channel.close();
      return ms;
    },
    close: () => connection.close(),
  };
}
