import { randomUUID } from 'node:crypto';
import type { JobQueue } from '@marquee/contracts';
import { EVENT_ATTEMPTS, EVENT_PREFETCH, type RetryDelay, reasonOf, retryDelay } from '../attempts.ts';
import type { Bus, DeadJob, MessageMeta, Subscription } from '../bus.ts';
import { type BusLog, silentLog } from '../bus-log.ts';
import { busIsClosing, queueIsFull } from '../refusals.ts';
import { checkPayload, readPayload } from '../wire.ts';
import { within } from '../within.ts';
import { jsonCopy } from './json-copy.ts';
import { createLane, type Lane, type Letter } from './lane.ts';
import { createQuestions } from './questions.ts';

export interface MemoryBusOptions {
  log?: BusLog;
  retryDelay?: RetryDelay;
  /** How long close() waits for handlers. */
  drainMs?: number;
}

/** The bus of a single process. Payloads are copied as JSON would, so that both adapters behave alike. */
export function memoryBus(options: MemoryBusOptions = {}): Bus {
  const { log = silentLog, drainMs = 5000 } = options;
  const delay = options.retryDelay ?? retryDelay;
  const jobs = new Map<string, { lane: Lane; dead: DeadJob[] }>();
  const listeners = new Map<string, Map<string | symbol, Lane>>();
  const subscriptions = new Set<Subscription>();
  const questions = createQuestions(delay);
  let closing = false;
  let closed: Promise<void> | undefined;

  function laneOf(queue: JobQueue): { lane: Lane; dead: DeadJob[] } {
    const known = jobs.get(queue.name);
    if (known) return known;
    const dead: DeadJob[] = [];
    const setAside = (letter: Letter, error: unknown): void => {
      const reason = reasonOf(error);
      log.error({ queue: queue.name, messageId: letter.delivery.messageId, reason }, 'Put a job aside');
      dead.push({
        messageId: letter.delivery.messageId,
        queue: queue.name,
        payload: letter.payload,
        reason,
        attempts: letter.delivery.attempt,
        diedAt: new Date().toISOString(),
      });
    };
    const made = { lane: createLane({ attempts: queue.attempts, retryDelay: delay, setAside }), dead };
    jobs.set(queue.name, made);
    return made;
  }

  function listenersOf(topic: string): Map<string | symbol, Lane> {
    const known = listeners.get(topic);
    if (known) return known;
    const made = new Map<string | symbol, Lane>();
    listeners.set(topic, made);
    return made;
  }

  function eventLane(topic: string, group: string | undefined): Lane {
    return createLane({
      attempts: EVENT_ATTEMPTS,
      retryDelay: delay,
      setAside: ({ delivery: { messageId } }, error) =>
        log.error({ topic, group, messageId, reason: reasonOf(error) }, 'Gave an event up'),
    });
  }

  function track(subscription: Subscription, forget: () => void = () => {}): Subscription {
    const tracked: Subscription = {
      async stop() {
        forget();
        await subscription.stop();
        subscriptions.delete(tracked);
      },
    };
    subscriptions.add(tracked);
    return tracked;
  }

  function refuseWhenClosing(): void {
    if (closing) throw busIsClosing();
  }

  async function shutDown(): Promise<void> {
    await within(drainMs, Promise.all([...subscriptions].map((one) => one.stop())), () =>
      log.warn({ drainMs }, 'Closed the bus while handlers were still busy'),
    );
    closing = true;
    questions.close();
    for (const { lane } of jobs.values()) lane.clear();
    for (const lanes of listeners.values()) for (const lane of lanes.values()) lane.clear();
  }

  return {
    async publish(topic, payload, meta) {
      refuseWhenClosing();
      checkPayload(`event ${topic.name}`, topic.payload, payload);
      const lanes = listeners.get(topic.name);
      if (lanes === undefined) return;
      const named = { messageId: randomUUID(), ...meta };
      await Promise.all([...lanes.values()].map((lane) => lane.put(letterOf(payload, named))));
    },
    async subscribe(topic, { group }, handler) {
      refuseWhenClosing();
      const lanes = listenersOf(topic.name);
      const key = group ?? Symbol('alone');
      const lane = lanes.get(key) ?? eventLane(topic.name, group);
      lanes.set(key, lane);
      const subscription = lane.consume(EVENT_PREFETCH, (letter) =>
        handler(readPayload(topic.payload, letter.payload), letter.delivery),
      );
      return track(subscription, () => {
        if (group !== undefined) return;
        lanes.delete(key);
        lane.clear();
      });
    },
    async enqueue(queue, payload, meta) {
      refuseWhenClosing();
      checkPayload(`job ${queue.name}`, queue.payload, payload);
      const { lane } = laneOf(queue);
      if (lane.waiting >= queue.maxLength) throw queueIsFull(queue.name);
      const crowded = lane.put(letterOf(payload, meta));
      if (crowded) await crowded;
    },
    async work(queue, handler) {
      refuseWhenClosing();
      const subscription = laneOf(queue).lane.consume(queue.prefetch, (letter) =>
        handler(readPayload(queue.payload, letter.payload), letter.delivery),
      );
      return track(subscription);
    },
    async deadJobs(queue, limit = 100) {
      return (jobs.get(queue.name)?.dead ?? []).slice(0, limit);
    },
    async request(ask, question, meta) {
      refuseWhenClosing();
      checkPayload(`question ${ask.name}`, ask.question, question);
      return readPayload(ask.answer, await questions.put(ask, letterOf(question, meta)));
    },
    async answer(ask, handler) {
      refuseWhenClosing();
      const subscription = questions.take(ask, async (letter) => {
        const answer = await handler(readPayload(ask.question, letter.payload), letter.delivery);
        checkPayload(`answer to ${ask.name}`, ask.answer, answer);
        return jsonCopy(answer);
      });
      return track(subscription);
    },
    async check() {
      return closing
        ? { name: 'bus', state: 'down', message: 'The bus is closed' }
        : { name: 'bus', state: 'ok', message: 'Messages travel inside this process' };
    },
    close() {
      closed ??= shutDown();
      return closed;
    },
  };
}

function letterOf(payload: unknown, meta: MessageMeta | undefined): Letter {
  const messageId = meta?.messageId ?? randomUUID();
  return { payload: jsonCopy(payload), delivery: { messageId, requestId: meta?.requestId, attempt: 1 } };
}
