import { afterFailure, type RetryDelay } from '../attempts.ts';
import type { Delivery, Subscription } from '../bus.ts';
import { Fifo } from '../fifo.ts';

export interface Letter {
  payload: unknown;
  delivery: Delivery;
}

type LetterHandler = (letter: Letter) => Promise<void> | void;

export interface LaneOptions {
  attempts: number;
  retryDelay: RetryDelay;
  setAside(letter: Letter, error: unknown): void;
}

/** One queue in memory with the consumers that compete for it. */
export interface Lane {
  /** Letters that nobody has in hand. */
  readonly waiting: number;
  /** If many wait already, a promise of when others had their turn. */
  put(letter: Letter): Promise<void> | undefined;
  consume(prefetch: number, handle: LetterHandler): Subscription;
  /** Forgets what waits, retries included. */
  clear(): void;
}

interface Consumer {
  prefetch: number;
  inHand: number;
  handle: LetterHandler;
  whenIdle: (() => void) | undefined;
}

/** Letters handled in one go before other work of the process gets its turn. */
const BURST = 2000;
/** Letters that wait before their senders are slowed down. */
const CROWDED = 1000;

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export function createLane({ attempts, retryDelay, setAside }: LaneOptions): Lane {
  const waiting = new Fifo<Letter>();
  const timers = new Set<NodeJS.Timeout>();
  let consumers: Consumer[] = [];
  let next = 0;
  let scheduled = false;
  let pumping = false;
  let burst = BURST;

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    if (burst > 0) queueMicrotask(resume);
    else
      setImmediate(() => {
        burst = BURST;
        resume();
      });
  }

  function resume(): void {
    scheduled = false;
    pump();
  }

  function nextFree(): Consumer | undefined {
    for (let tried = 0; tried < consumers.length; tried += 1) {
      next = (next + 1) % consumers.length;
      const consumer = consumers[next];
      if (consumer && consumer.inHand < consumer.prefetch) return consumer;
    }
    return undefined;
  }

  function pump(): void {
    if (pumping) return;
    pumping = true;
    while (waiting.length > 0 && burst > 0) {
      const consumer = nextFree();
      if (consumer === undefined) break;
      const letter = waiting.shift();
      if (letter === undefined) break;
      burst -= 1;
      give(consumer, letter);
    }
    pumping = false;
    if (burst === 0) schedule();
  }

  function give(consumer: Consumer, letter: Letter): void {
    consumer.inHand += 1;
    try {
      const pending = consumer.handle(letter);
      if (pending === undefined) {
        release(consumer);
        return;
      }
      pending.then(
        () => release(consumer),
        (error: unknown) => failed(consumer, letter, error),
      );
    } catch (error) {
      failed(consumer, letter, error);
    }
  }

  function failed(consumer: Consumer, letter: Letter, error: unknown): void {
    const { payload, delivery } = letter;
    const { attempt } = delivery;
    if (afterFailure(error, attempt, attempts) === 'aside') setAside(letter, error);
    else putLater({ payload, delivery: { ...delivery, attempt: attempt + 1 } }, retryDelay(attempt));
    release(consumer);
  }

  function putLater(letter: Letter, delayMs: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      waiting.push(letter);
      schedule();
    }, delayMs);
    timers.add(timer);
  }

  function release(consumer: Consumer): void {
    consumer.inHand -= 1;
    if (consumer.inHand === 0) consumer.whenIdle?.();
    pump();
  }

  function stopConsumer(consumer: Consumer): Promise<void> {
    consumers = consumers.filter((other) => other !== consumer);
    if (consumer.inHand === 0) return Promise.resolve();
    return new Promise((resolve) => {
      consumer.whenIdle = resolve;
    });
  }

  return {
    get waiting() {
      return waiting.length;
    },
    put(letter) {
      waiting.push(letter);
      schedule();
      return waiting.length > CROWDED ? nextTurn() : undefined;
    },
    consume(prefetch, handle) {
      const consumer: Consumer = { prefetch, inHand: 0, handle, whenIdle: undefined };
      consumers = [...consumers, consumer];
      schedule();
      let stopped: Promise<void> | undefined;
      return {
        stop() {
          stopped ??= stopConsumer(consumer);
          return stopped;
        },
      };
    },
    clear() {
      waiting.empty();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
