import { type Merged, type MergeTask, mergeTexts } from '../merging/merge-texts.ts';
import { checkTexts } from './check-texts.ts';
import type { CheckTask, Finding } from './finding.ts';

/** Work on texts that takes long enough to hold others up; it needs nothing but what it is given. */
export type DeskTask = CheckTask | MergeTask;
export type DeskAnswer<T extends DeskTask> = T extends CheckTask ? Finding[] : Merged;

/** Where it is done. */
export interface Desk {
  /** Problem('config.check-timed-out') for what takes too long. */
  do<T extends DeskTask>(task: T): Promise<DeskAnswer<T>>;
  close(): Promise<void>;
}

export function doTask(task: DeskTask): Finding[] | Merged {
  return task.kind === 'check' ? checkTexts(task) : mergeTexts(task);
}

/** In this thread: for tests, and texts that are known to be small. */
export function ownDesk(): Desk {
  return {
    do: async <T extends DeskTask>(task: T) => doTask(task) as DeskAnswer<T>,
    close: async () => undefined,
  };
}
