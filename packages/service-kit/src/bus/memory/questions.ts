import type { Ask } from '@marquee/contracts';
import { EVENT_PREFETCH, type RetryDelay } from '../attempts.ts';
import type { Subscription } from '../bus.ts';
import { busIsClosing, nobodyAnswered } from '../refusals.ts';
import { asProblem } from '../replies.ts';
import { createLane, type Lane, type Letter } from './lane.ts';

interface Asker {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

export interface Questions {
  put(ask: Ask, letter: Letter): Promise<unknown>;
  take(ask: Ask, answer: (letter: Letter) => Promise<unknown>): Subscription;
  close(): void;
}

/** Questions wait for somebody to answer them, each for as long as its time-out. */
export function createQuestions(retryDelay: RetryDelay): Questions {
  const lanes = new Map<string, Lane>();
  const askers = new Map<Letter, Asker>();

  function laneOf(ask: Ask): Lane {
    const known = lanes.get(ask.name);
    if (known) return known;
    const setAside = (letter: Letter, error: unknown): void => askers.get(letter)?.reject(asProblem(error));
    const made = createLane({ attempts: 1, retryDelay, setAside });
    lanes.set(ask.name, made);
    return made;
  }

  return {
    put(ask, letter) {
      return new Promise<unknown>((resolve, reject) => {
        const timer = setTimeout(() => asker.reject(nobodyAnswered(ask.name)), ask.timeoutMs);
        const forget = (): void => {
          clearTimeout(timer);
          askers.delete(letter);
        };
        const asker: Asker = {
          resolve(answer) {
            forget();
            resolve(answer);
          },
          reject(error) {
            forget();
            reject(error);
          },
        };
        askers.set(letter, asker);
        void laneOf(ask).put(letter);
      });
    },
    take(ask, answer) {
      return laneOf(ask).consume(EVENT_PREFETCH, async (letter) => {
        // Nobody waits for it any more.
        if (!askers.has(letter)) return;
        const given = await answer(letter);
        askers.get(letter)?.resolve(given);
      });
    },
    close() {
      for (const asker of [...askers.values()]) asker.reject(busIsClosing());
      for (const lane of lanes.values()) lane.clear();
    },
  };
}
