import { randomUUID } from 'node:crypto';
import { type JobQueue, problem } from '@marquee/contracts';
import type { Bus } from '../bus.ts';
import { queueIsFull } from '../refusals.ts';
import { readPayload, toWire } from '../wire.ts';
import type { Asker } from './asker.ts';
import { envelopeFor } from './incoming.ts';
import type { BrokerNames } from './names.ts';
import type { Destination, Publisher } from './publisher.ts';
import type { Topology } from './topology.ts';

export interface SendingParts {
  names: BrokerNames;
  topology: Topology;
  publisher: Publisher;
  asker: Asker;
}

/** The half of the bus that gives messages to the broker. */
export function createSending(parts: SendingParts): Pick<Bus, 'publish' | 'enqueue' | 'request'> {
  const { names, topology, publisher, asker } = parts;
  const topics = new Map<string, Destination>();
  const jobs = new Map<string, Destination>();
  const asks = new Set<string>();

  function topicNamed(topic: string): Destination {
    const known = topics.get(topic);
    if (known) return known;
    const refusal = () => problem('service.unavailable', { message: `The broker did not take ${topic}` });
    const made = { exchange: names.events, key: topic, refusal };
    topics.set(topic, made);
    return made;
  }

  async function declareJobs({ name, maxLength }: JobQueue): Promise<Destination> {
    const key = names.job(name);
    const redeclare = () =>
      topology.remember(key, (model) => topology.declareDurable(model, { name: key, maxLength }));
    await redeclare();
    const made: Destination = { exchange: '', key, redeclare, refusal: () => queueIsFull(name) };
    jobs.set(name, made);
    return made;
  }

  return {
    async publish(topic, payload, meta) {
      const text = toWire(`event ${topic.name}`, topic.payload, payload);
      const envelope = envelopeFor(meta?.messageId ?? randomUUID(), meta?.requestId);
      return publisher.send(topicNamed(topic.name), Buffer.from(text), envelope);
    },
    async enqueue(queue, payload, meta) {
      const text = toWire(`job ${queue.name}`, queue.payload, payload);
      const envelope = envelopeFor(meta?.messageId ?? randomUUID(), meta?.requestId, { mandatory: true });
      const to = jobs.get(queue.name) ?? (await declareJobs(queue));
      return publisher.send(to, Buffer.from(text), envelope);
    },
    async request(ask, question, meta) {
      const text = toWire(`question ${ask.name}`, ask.question, question);
      const queue = names.ask(ask.name);
      if (!asks.has(ask.name)) {
        await topology.remember(queue, (model) => topology.declareAsk(model, queue));
        asks.add(ask.name);
      }
      const messageId = meta?.messageId ?? randomUUID();
      const answer = await asker.ask({
        name: ask.name,
        queue,
        timeoutMs: ask.timeoutMs,
        content: Buffer.from(text),
        correlationId: randomUUID(),
        options: envelopeFor(messageId, meta?.requestId, { persistent: false }),
      });
      return readPayload(ask.answer, answer);
    },
  };
}
