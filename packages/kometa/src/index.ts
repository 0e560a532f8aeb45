export type { AttributeRule, OverlayAttribute, OverlayKind } from './attributes/attribute.ts';
export { describeAttributes } from './attributes/overlay-attributes.ts';
export { parseColour } from './colours/parse-colour.ts';
export { checkDefinitions, type DefinitionFile } from './diagnostics/check-definitions.ts';
export {
  type CheckedFile,
  checkAlone,
  checkFolder,
  createFolderChecker,
  type FolderChecker,
} from './diagnostics/check-folder.ts';
export type { Diagnostic, Fix } from './diagnostics/diagnostic.ts';
export { isYaml, type KometaFolder, placeOf } from './diagnostics/kometa-folder.ts';
export { type EditOutcome, editOverlayFile } from './editing/edit-overlay-file.ts';
export type { EditProblem } from './editing/edit-problem.ts';
export { editYaml, type YamlEditOutcome } from './editing/edit-yaml.ts';
export type { YamlEdit, YamlPath, YamlValue } from './editing/yaml-edit.ts';
export { configKeys } from './model/config-file.ts';
export { defaultFiles, type FileKind } from './model/default-files.ts';
export type { Builder, Service } from './model/definitions/builders/builder.ts';
export { BUILDERS } from './model/definitions/builders.ts';
export { COLLECTION_KEYS } from './model/definitions/collection-keys.ts';
export { DYNAMIC_KEYS, DYNAMIC_TYPES } from './model/definitions/dynamic-keys.ts';
export { FILTER_MODIFIERS, FILTERS, filterNames } from './model/definitions/filters.ts';
export { METADATA_KEYS } from './model/definitions/metadata-keys.ts';
export { OLD_NAMES, readKey } from './model/definitions/old-names.ts';
export { PLAYLIST_KEYS } from './model/definitions/playlist-keys.ts';
export { SEARCH_ATTRIBUTES, searchModifiers, searchNames } from './model/definitions/plex-search.ts';
export { SEARCH_BLOCK_KEYS } from './model/definitions/plex-search-block.ts';
export { SEARCH_SORTS, WATCHLIST_SORTS } from './model/definitions/sorts.ts';
export { BUILT_IN_VARIABLES, EXTERNAL_TEMPLATE, TEMPLATE_KEYS } from './model/definitions/template-keys.ts';
export type { KeySpec, KeyTable, ValueSpec } from './model/key-spec.ts';
export { fileLists } from './model/library.ts';
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
export {
  type FoundSecret,
  secretsInEnv,
  secretsInText,
  secretsInYaml,
} from './secrets/find-secrets.ts';
export { hideSecrets, revealSecrets } from './secrets/hide-secrets.ts';
export { sameMeaning } from './yaml/same-meaning.ts';
