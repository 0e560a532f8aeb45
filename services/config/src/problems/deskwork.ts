import { createFolderChecker } from '@marquee/kometa';
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

/** Whoever sits at a desk remembers the files that were checked: only what changed is looked at again. */
export function createDeskWorker(): (task: DeskTask) => Finding[] | Merged {
  const checker = createFolderChecker();
  return (task) => (task.kind === 'check' ? checkTexts(checker, task) : mergeTexts(task));
}

/** In this thread: for tests, and texts that are known to be small. */
export function ownDesk(): Desk {
  const doTask = createDeskWorker();
  return {
    do: async <T extends DeskTask>(task: T) => doTask(task) as DeskAnswer<T>,
    close: async () => undefined,
  };
}
