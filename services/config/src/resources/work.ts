import { createFolderChecker } from '@marquee/kometa';
import type { Desk } from '../problems/deskwork.ts';
import type { LookThrough } from '../problems/look-through.ts';
import { type DefinitionAnswers, type DefinitionTask, doDefinitionTask } from './definition-task.ts';
import {
  type ChangeTask,
  changeInFiles,
  definitionsInFiles,
  type FilesAnswers,
  type FilesTask,
} from './files-task.ts';

/** Longer texts hold others up for too long. */
const SMALL = 50_000;

/** Here where it is soon done; a save does not wait behind the checks of the folder then. */
export async function work<Kind extends keyof DefinitionAnswers>(
  desk: Desk,
  task: Extract<DefinitionTask, { kind: Kind }>,
): Promise<DefinitionAnswers[Kind]> {
  const done: unknown = isSmall(task) ? doDefinitionTask(task) : await desk.do(task);
  return done as DefinitionAnswers[Kind];
}

const isSmall = (task: DefinitionTask | FilesTask): boolean => sizeOf(task) <= SMALL;

function sizeOf(task: DefinitionTask | FilesTask): number {
  if ('text' in task) return task.text.length;
  return [...task.texts.values()].reduce((sum, text) => sum + text.length, 0);
}

/** What several files define; one that takes too long defines nothing. */
export async function definitionsOfFiles(
  lookThrough: LookThrough,
  texts: ReadonlyMap<string, string>,
): Promise<FilesAnswers['definitions-of-files']> {
  const task = { kind: 'definitions-of-files', texts } as const;
  return isSmall(task) ? definitionsInFiles(task, createFolderChecker()) : (await lookThrough(task)).answer;
}

/** Changes in several files. */
export async function changeFiles(desk: Desk, task: ChangeTask): Promise<FilesAnswers['change-files']> {
  return isSmall(task) ? changeInFiles(task, createFolderChecker()) : await desk.do(task);
}
