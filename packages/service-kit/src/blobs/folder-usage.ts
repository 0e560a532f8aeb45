import type { Dirent } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { ownerOfTemp } from '../files/temp-name.ts';

/** Even an empty file takes a block; counting it bounds the number of files too. */
const BLOCK = 4_096;
export const costOf = (sizeBytes: number): number => Math.max(1, Math.ceil(sizeBytes / BLOCK)) * BLOCK;

interface Kept {
  path: string;
  cost: number;
  usedAt: number;
}

/**
 * Keeps a folder below a size by giving up what was not used for longest. What other processes write into the same
 * folder is learnt by looking again after every tenth of the size; each of them may overshoot by that much.
 */
export class FolderUsage {
  readonly #dir: string;
  readonly #maxBytes: number;
  #used: number | undefined;
  #addedSinceLook = 0;
  #turn: Promise<void> = Promise.resolve();

  constructor(dir: string, maxBytes: number) {
    this.#dir = dir;
    this.#maxBytes = maxBytes;
  }

  /** Resolves once there is room for so many bytes, which then count as used. */
  reserve(cost: number): Promise<void> {
    return this.#inTurn(async () => {
      const unsure = this.#used === undefined || this.#addedSinceLook > this.#maxBytes / 10;
      if (unsure || this.#overfullWith(cost)) await this.#shrinkTo(this.#maxBytes - cost);
      this.#used = (this.#used ?? 0) + cost;
      this.#addedSinceLook += cost;
    });
  }

  /** For a disk that is full before our own bound is reached. */
  halve(): Promise<void> {
    return this.#inTurn(() => this.#shrinkTo((this.#used ?? 0) / 2));
  }

  #overfullWith(cost: number): boolean {
    return (this.#used ?? 0) + cost > this.#maxBytes;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#turn.then(work);
    this.#turn = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  async #shrinkTo(target: number): Promise<void> {
    const kept = await keptBelow(this.#dir);
    let used = kept.reduce((sum, { cost }) => sum + cost, 0);
    this.#addedSinceLook = 0;
    // A little more than needed, or a full folder would be looked through at every write.
    const goal = used <= target ? used : Math.max(0, target - this.#maxBytes / 10);
    for (const { path, cost } of kept.sort((a, b) => a.usedAt - b.usedAt)) {
      if (used <= goal) break;
      await rm(path, { force: true });
      used -= cost;
    }
    this.#used = used;
  }
}

async function keptBelow(dir: string): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const entry of await entriesOf(dir)) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) kept.push(...(await keptBelow(path)));
    else if (entry.isFile() && ownerOfTemp(entry.name) === undefined) kept.push(...(await measured(path)));
  }
  return kept;
}

async function entriesOf(dir: string): Promise<Dirent[]> {
  return unlessGone(() => readdir(dir, { withFileTypes: true }), []);
}

async function measured(path: string): Promise<Kept[]> {
  return unlessGone(async () => {
    const { size, mtimeMs } = await lstat(path);
    return [{ path, cost: costOf(size), usedAt: mtimeMs }];
  }, []);
}

async function unlessGone<T>(look: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return otherwise;
    throw error;
  }
}
