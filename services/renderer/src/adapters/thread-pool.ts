import type { Worker } from 'node:worker_threads';
import { createLanes } from '../studio/lanes.ts';
import {
  type Haste,
  type Studio,
  type StudioAnswer,
  StudioProblem,
  type StudioWork,
} from '../studio/studio.ts';
import type { FromThread, ToThread } from '../studio/thread-words.ts';

export interface ThreadPoolOptions {
  /** Starts a thread that speaks as in thread-words.ts. */
  start(): Worker;
  threads: number;
  /** A piece of work that takes longer ends with its thread. */
  seconds: number;
}

interface Piece {
  task: { kind: keyof StudioWork };
  material: ((hash: string) => Promise<Uint8Array | undefined>) | undefined;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

interface Thread {
  worker: Worker;
  piece: Piece | undefined;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Threads that do one piece of work at a time each. They start when first needed; one that hangs or dies takes its
 * piece with it, whose caller is told, and another takes its place.
 */
export function threadPool({ start, threads, seconds }: ThreadPoolOptions): Studio {
  const waiting = createLanes<Piece>();
  const living = new Set<Thread>();
  let ids = 0;
  let closed = false;

  function idle(): Thread | undefined {
    for (const thread of living) if (thread.piece === undefined) return thread;
    return living.size < threads ? open() : undefined;
  }

  function open(): Thread {
    const thread: Thread = { worker: start(), piece: undefined, timer: undefined };
    living.add(thread);
    thread.worker.on('message', (said: FromThread) => hear(thread, said));
    thread.worker.on('error', (error) =>
      lose(thread, new StudioProblem('render.crashed', reasonOf(error), { cause: error })),
    );
    thread.worker.on('exit', () =>
      lose(thread, new StudioProblem('render.crashed', 'The drawing thread ended')),
    );
    return thread;
  }

  /** It is gone: what it had in hand failed, and whoever waits gets a new one. */
  function lose(thread: Thread, reason: StudioProblem): void {
    if (!living.delete(thread)) return;
    settle(thread, ({ reject }) => reject(reason));
    advance();
  }

  function settle(thread: Thread, tell: (piece: Piece) => void): void {
    const { piece } = thread;
    clearTimeout(thread.timer);
    thread.piece = undefined;
    if (piece !== undefined) tell(piece);
  }

  function hear(thread: Thread, said: FromThread): void {
    if (said.say === 'need') {
      void bring(thread, said.id, said.hashes);
      return;
    }
    settle(thread, ({ resolve, reject }) =>
      said.say === 'done' ? resolve(said.answer) : reject(new StudioProblem(said.code, said.message)),
    );
    advance();
  }

  async function bring(thread: Thread, id: number, hashes: string[]): Promise<void> {
    const { piece } = thread;
    try {
      const found = await Promise.all(
        hashes.map(async (hash) => [hash, (await piece?.material?.(hash)) ?? null] as const),
      );
      say(thread, { say: 'material', id, bytes: Object.fromEntries(found) });
    } catch (error) {
      // The thread would wait for ever: it ends, and the piece with it.
      if (thread.piece === piece)
        end(thread, new StudioProblem('render.crashed', reasonOf(error), { cause: error }));
    }
  }

  function end(thread: Thread, reason: StudioProblem): void {
    void thread.worker.terminate();
    lose(thread, reason);
  }

  function say({ worker }: Thread, words: ToThread): void {
    worker.postMessage(words);
  }

  function advance(): void {
    while (!closed && waiting.length > 0) {
      const thread = idle();
      if (thread === undefined) return;
      const piece = waiting.next();
      if (piece === undefined) return;
      begin(thread, piece);
    }
  }

  function begin(thread: Thread, piece: Piece): void {
    thread.piece = piece;
    thread.timer = setTimeout(
      () => end(thread, new StudioProblem('render.timed-out', `Not done within ${seconds} s`)),
      seconds * 1000,
    );
    ids += 1;
    say(thread, { say: 'do', id: ids, task: piece.task as Extract<ToThread, { say: 'do' }>['task'] });
  }

  return {
    run: <K extends keyof StudioWork>(
      task: { kind: K } & StudioWork[K]['asked'],
      { haste, material }: { haste: Haste; material?: (hash: string) => Promise<Uint8Array | undefined> },
    ) =>
      new Promise<StudioAnswer<K>>((resolve, reject) => {
        if (closed) return reject(new StudioProblem('render.crashed', 'The studio is closed'));
        // A thread of ours answers a task with what its kind promises.
        waiting.put(haste, {
          task,
          material,
          resolve: (answer) => resolve(answer as StudioAnswer<K>),
          reject,
        });
        advance();
      }),
    busy: () => ({
      working: [...living].filter(({ piece }) => piece !== undefined).length,
      waiting: waiting.length,
    }),
    async close() {
      closed = true;
      for (const { reject } of waiting.takeAll())
        reject(new StudioProblem('render.crashed', 'The studio is closed'));
      await Promise.all(
        [...living].map(async (thread) => {
          living.delete(thread);
          await thread.worker.terminate();
          settle(thread, ({ reject }) => reject(new StudioProblem('render.crashed', 'The studio is closed')));
        }),
      );
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
