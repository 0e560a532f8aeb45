import type { Desk } from '../problems/deskwork.ts';
import { type DefinitionAnswers, type DefinitionTask, doDefinitionTask } from './definition-task.ts';

/** Longer texts hold others up for too long. */
const SMALL = 50_000;

/** Here where it is soon done; a save does not wait behind the checks of the folder then. */
export async function work<Kind extends keyof DefinitionAnswers>(
  desk: Desk,
  task: Extract<DefinitionTask, { kind: Kind }>,
): Promise<DefinitionAnswers[Kind]> {
  const done: unknown = task.text.length > SMALL ? await desk.do(task) : doDefinitionTask(task);
  return done as DefinitionAnswers[Kind];
}
