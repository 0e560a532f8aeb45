import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Blobs } from '../packages/service-kit/src/blobs/blobs.ts';
import { redisBlobs } from '../packages/service-kit/src/blobs/redis-blobs.ts';
import type { Keys } from '../packages/service-kit/src/keys/keys.ts';
import { redisKeys } from '../packages/service-kit/src/keys/redis-keys.ts';

export const LIMIT = 10;
export const WINDOW_MS = 2_000;
/** Between a use being counted and our seeing the answer lies at most so long; windows are judged that much shorter. */
const SLACK_MS = 300;
export const PROCESSES = 3;

/** What callers saw of one stretch of load. */
export interface Seen {
  calls: number;
  exceptions: string[];
  /** When each process was let through, by key. */
  uses: Map<string, { at: number; process: number }[]>;
  fences: number[];
  stale: number;
  wrongBlobs: number;
}

interface Process {
  keys: Keys;
  blobs: Blobs;
}

export function openProcesses(url: string): Process[] {
  return Array.from({ length: PROCESSES }, () => ({
    keys: redisKeys(url, { prefix: 'load:' }),
    blobs: redisBlobs(url, { prefix: 'load:', ttlMs: 60_000, maxBytes: 5_000_000, answerWithinMs: 250 }),
  }));
}

/** Uses everything at once from every process until told to stop, and never catches what it should not. */
export async function load(processes: Process[], stretch: string, stopped: () => boolean): Promise<Seen> {
  const seen: Seen = { calls: 0, exceptions: [], uses: new Map(), fences: [], stale: 0, wrongBlobs: 0 };
  let granting: Promise<unknown> = Promise.resolve();

  async function repeat(step: () => Promise<void>): Promise<void> {
    while (!stopped()) {
      try {
        await step();
      } catch (error) {
        seen.exceptions.push(error instanceof Error ? error.message : String(error));
      }
      seen.calls += 1;
      await pause(1);
    }
  }

  const work = processes.flatMap(({ keys, blobs }, process) => [
    repeat(() => useLimit(keys, process)),
    repeat(() => useLimit(keys, process)),
    repeat(() => takeTurn(keys)),
    repeat(cacheSteps(keys, `${stretch}:${process}`)),
    repeat(() => keepBlob(blobs)),
    repeat(async () => {
      await keys.announce('services', `process ${process}`, 5_000);
      await keys.present('services');
    }),
  ]);

  async function useLimit(keys: Keys, process: number): Promise<void> {
    const key = `${stretch}:user ${Math.floor(Math.random() * 5)}`;
    const { allowed } = await keys.hit(key, LIMIT, WINDOW_MS);
    if (!allowed) return;
    const uses = seen.uses.get(key) ?? [];
    uses.push({ at: performance.now(), process });
    seen.uses.set(key, uses);
  }

  async function takeTurn(keys: Keys): Promise<void> {
    // One asker at a time, so that the order of our seeing fences is the order of their giving.
    const mine = granting.then(() => keys.lock(`${stretch}:job`, 1_000));
    granting = mine.catch(() => undefined);
    const lock = await mine;
    if (!lock) return;
    seen.fences.push(lock.fence);
    await lock.renew(1_000);
    await lock.release();
  }

  /** Each process writes keys of its own: what it reads is its last word or nothing, never an older one. */
  function cacheSteps(keys: Keys, owner: string): () => Promise<void> {
    const lastWord = new Map<string, string | undefined>();
    let version = 0;
    return async () => {
      const key = `${owner}:${version % 20}`;
      version += 1;
      if (lastWord.has(key)) {
        const read = await keys.get(key);
        if (read !== undefined && read !== lastWord.get(key)) seen.stale += 1;
      }
      const word = version % 3 === 0 ? undefined : String(version);
      await (word === undefined ? keys.remove(key) : keys.set(key, word, 60_000));
      lastWord.set(key, word);
    };
  }

  async function keepBlob(blobs: Blobs): Promise<void> {
    const bytes = randomBytes(20_000);
    const name = `${stretch}:${Math.floor(Math.random() * 50)}`;
    const { hash } = await blobs.putNamed(name, bytes, 'image/png');
    const got = await blobs.get(hash);
    if (got && !bytes.equals(got.bytes)) seen.wrongBlobs += 1;
    await blobs.getNamed(name);
  }

  await Promise.all(work);
  return seen;
}

/** The most uses in any window: by one process, and by all together. */
export function mostUses({ uses }: Seen): { byOne: number; byAll: number } {
  const most = (times: number[]) => {
    let from = 0;
    return times.reduce((highest, at, to) => {
      while ((times[from] ?? at) <= at - (WINDOW_MS - SLACK_MS)) from += 1;
      return Math.max(highest, to - from + 1);
    }, 0);
  };
  const all = [...uses.values()];
  const byOne = all.flatMap((list) =>
    Array.from({ length: PROCESSES }, (_, process) =>
      most(list.filter((use) => use.process === process).map(({ at }) => at)),
    ),
  );
  return {
    byOne: Math.max(0, ...byOne),
    byAll: Math.max(0, ...all.map((list) => most(list.map(({ at }) => at)))),
  };
}
