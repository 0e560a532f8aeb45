import { createFolderChecker, type Survey } from '@marquee/kometa';
import { type Examined, type ExamineTask, examineTexts } from '../doctor/examine-texts.ts';
import { type Mended, type MendTask, mendTexts } from '../doctor/mend-texts.ts';
import { type SurveyTask, surveyTexts } from '../doctor/survey-texts.ts';
import { type Merged, type MergeTask, mergeTexts } from '../merging/merge-texts.ts';
import {
  type DefinitionAnswers,
  type DefinitionTask,
  doDefinitionTask,
} from '../resources/definition-task.ts';
import {
  changeInFiles,
  definitionsInFiles,
  type FilesAnswers,
  type FilesTask,
} from '../resources/files-task.ts';
import { checkTexts } from './check-texts.ts';
import type { CheckTask, Finding } from './finding.ts';

/** Work on texts that takes long enough to hold others up; it needs nothing but what it is given. */
interface OwnWork {
  check: { task: CheckTask; answer: Finding[] };
  examine: { task: ExamineTask; answer: Examined[] };
  mend: { task: MendTask; answer: Mended };
  survey: { task: SurveyTask; answer: Survey };
  merge: { task: MergeTask; answer: Merged };
}
type Answers = { [K in keyof OwnWork]: OwnWork[K]['answer'] } & DefinitionAnswers & FilesAnswers;
export type DeskTask = OwnWork[keyof OwnWork]['task'] | DefinitionTask | FilesTask;
export type DeskAnswer<T extends DeskTask> = Answers[T['kind']];

/** Where it is done. */
export interface Desk {
  /** Problem('config.check-timed-out') for what takes too long, which names the file where there are several. */
  do<T extends DeskTask>(task: T): Promise<DeskAnswer<T>>;
  close(): Promise<void>;
}

/**
 * Whoever sits at a desk remembers the files that were checked: only what changed is looked at again. `onFile` hears of each
 * that is looked at.
 */
export function createDeskWorker(onFile?: (path: string) => void): (task: DeskTask) => unknown {
  const checker = createFolderChecker();
  return (task) => {
    switch (task.kind) {
      case 'check':
        return checkTexts(checker, task, onFile);
      case 'examine':
        return examineTexts(checker, task, onFile);
      case 'mend':
        return mendTexts(checker, task, onFile);
      case 'survey':
        return surveyTexts(checker, task, onFile);
      case 'merge':
        return mergeTexts(task);
      case 'definitions-of-files':
        return definitionsInFiles(task, checker, onFile);
      case 'change-files':
        return changeInFiles(task, checker, onFile);
      default:
        return doDefinitionTask(task);
    }
  };
}

/** In this thread: for tests, and texts that are known to be small. */
export function ownDesk(): Desk {
  const doTask = createDeskWorker();
  return {
    do: async <T extends DeskTask>(task: T) => doTask(task) as DeskAnswer<T>,
    close: async () => undefined,
  };
}
