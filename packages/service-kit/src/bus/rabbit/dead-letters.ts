import type { ChannelModel, GetMessage } from 'amqplib';
import type { DeadJob } from '../bus.ts';
import { readLoosely } from '../wire.ts';
import { ATTEMPTS, DIED_AT, REASON } from './incoming.ts';
import { deadQueueOf } from './names.ts';
import { isNotFound, onFreshChannel } from './topology.ts';

/** Looks at the dead letters of a queue; what was looked at goes back to its place when the channel closes. */
export async function listDeadLetters(
  model: ChannelModel,
  queue: { name: string; brokerName: string; attempts: number },
  limit: number,
): Promise<DeadJob[]> {
  const found = new Map<string, DeadJob>();
  const look = onFreshChannel(model, async (channel) => {
    while (found.size < limit) {
      const message = await channel.get(deadQueueOf(queue.brokerName));
      if (message === false) break;
      const dead = toDeadJob(message, queue);
      // A crash between setting aside and acknowledging leaves two copies.
      if (!found.has(dead.messageId)) found.set(dead.messageId, dead);
    }
  });
  await look.catch((error: unknown) => {
    // Nobody has declared the queue yet, so nothing can have died in it.
    if (!isNotFound(error)) throw error;
  });
  return [...found.values()];
}

function toDeadJob({ properties, content }: GetMessage, queue: { name: string; attempts: number }): DeadJob {
  const { headers } = properties;
  const [death] = headers?.['x-death'] ?? [];
  const reason: unknown = headers?.[REASON] ?? `The broker gave it up (${death?.reason ?? 'unknown reason'})`;
  const attempts: unknown = headers?.[ATTEMPTS];
  const diedAt: unknown = headers?.[DIED_AT];
  return {
    messageId: String(properties.messageId),
    queue: queue.name,
    payload: readLoosely(content.toString()),
    reason: String(reason),
    attempts: typeof attempts === 'number' ? attempts : queue.attempts,
    diedAt: typeof diedAt === 'string' ? diedAt : new Date((death?.time.value ?? 0) * 1000).toISOString(),
  };
}
