export type { AttributeRule, OverlayAttribute, OverlayKind } from './attributes/attribute.ts';
export { describeAttributes } from './attributes/overlay-attributes.ts';
export { parseColour } from './colours/parse-colour.ts';
export { type CheckedFile, checkAlone, checkFolder } from './diagnostics/check-folder.ts';
export type { Diagnostic, Fix } from './diagnostics/diagnostic.ts';
export { isYaml, type KometaFolder } from './diagnostics/kometa-folder.ts';
export { type EditOutcome, editOverlayFile } from './editing/edit-overlay-file.ts';
export type { EditProblem } from './editing/edit-problem.ts';
export { overlaySetOf } from './overlays/overlay-set.ts';
export {
  plainDefinitions,
  type ReadOverlayFile,
  type ReadOverlayFileOptions,
  readOverlayFile,
} from './overlays/read-overlay-file.ts';
export { dynamicTrouble, placeTrouble, type Trouble } from './queues/place-trouble.ts';
export type { QueueVariables } from './queues/queue-variables.ts';
export {
  type WrittenList,
  type WrittenPlace,
  type WrittenQueue,
  writtenQueues,
} from './queues/written-queues.ts';
export { explainSchedule } from './schedules/explain-schedule.ts';
export { judgeSchedule, type Verdict } from './schedules/judge-schedule.ts';
export { type DeadReason, type Match, nextMatches, whyDead } from './schedules/next-matches.ts';
export { readSchedule } from './schedules/read-schedule.ts';
export { type Moment, type Schedule, ScheduleFault, type ScheduleTrouble } from './schedules/schedule.ts';
