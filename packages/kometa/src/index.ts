export type { AttributeRule, OverlayAttribute, OverlayKind } from './attributes/attribute.ts';
export { describeAttributes } from './attributes/overlay-attributes.ts';
export { parseColour } from './colours/parse-colour.ts';
export {
  type ChangedDefinitions,
  changeDefinitions,
  changeDefinitionsIn,
  type DefinitionChange,
  type NamedChange,
  rewriteDefinition,
} from './definitions/change-definitions.ts';
export { listedFiles } from './definitions/listed-files.ts';
export type { PlainMap } from './definitions/not-changed.ts';
export { type ReplacedDefinition, replaceDefinition } from './definitions/replace-definition.ts';
export { isNever } from './definitions/switch-definition.ts';
export {
  definitionBlocks,
  definitionsIn,
  type WholeDefinition,
  type WrittenDefinition,
  wholeDefinition,
  wholeDefinitions,
  writtenDefinitions,
} from './definitions/written-definitions.ts';
export { checkDefinitionText } from './diagnostics/check-definition-text.ts';
export { checkDefinitions, type DefinitionFile } from './diagnostics/check-definitions.ts';
export {
  type CheckedFile,
  checkAlone,
  checkFolder,
  createFolderChecker,
  type FolderChecker,
} from './diagnostics/check-folder.ts';
export type { Diagnostic, Fix } from './diagnostics/diagnostic.ts';
export { applyFix } from './diagnostics/fixes.ts';
export { isYaml, type KometaFolder, placeOf, secretsOf } from './diagnostics/kometa-folder.ts';
export { examineFolder } from './doctor/examine-folder.ts';
export { DOCTOR_GROUPS, groupOf } from './doctor/groups.ts';
export { scoreOf } from './doctor/score.ts';
export { type Survey, surveyFolder } from './doctor/survey-folder.ts';
export { titleOf } from './doctor/titles.ts';
export {
  type DynamicOutcome,
  dynamicCollections,
  type FoundKeys,
  type MadeCollection,
} from './dynamic/dynamic-collections.ts';
export { dynamicGround } from './dynamic/dynamic-ground.ts';
export {
  type DynamicAsked,
  type DynamicKey,
  type DynamicSource,
  dynamicSource,
} from './dynamic/dynamic-source.ts';
export { type EditOutcome, editOverlayFile } from './editing/edit-overlay-file.ts';
export type { EditProblem } from './editing/edit-problem.ts';
export { editYaml, type YamlEditOutcome } from './editing/edit-yaml.ts';
export { editTowards } from './editing/edits-towards.ts';
export type { YamlEdit, YamlPath, YamlValue } from './editing/yaml-edit.ts';
export {
  type Expansion,
  type ExpansionAsked,
  expandTemplates,
} from './expansion/expand-templates.ts';
export { templateFiles } from './expansion/template-shelf.ts';
export { editForm } from './forms/edit-form.ts';
export { fitsSpec } from './forms/fits-spec.ts';
export { type FormDocument, readFormDocument, valueAt } from './forms/form-document.ts';
export { editsBetween, readYamlValue, writeYamlValue } from './forms/value-text.ts';
export { configKeys } from './model/config-file.ts';
export { defaultFiles, type FileKind } from './model/default-files.ts';
export { DEFAULT_FILES, type DefaultFile } from './model/default-help.ts';
export { defaultVariables } from './model/default-variable-specs.ts';
export { variablesOf } from './model/default-variables.ts';
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
export type { KeySpec, KeyTable, LibraryKind, ValueSpec } from './model/key-spec.ts';
export { fileLists } from './model/library.ts';
export { settingsFor } from './model/library-settings.ts';
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
export { configSecrets, secretText } from './secrets/config-secrets.ts';
export { envEntries, envValue, withEnvVariable, withoutEnvVariable } from './secrets/env-file.ts';
export {
  type FoundSecret,
  secretsInEnv,
  secretsInText,
  secretsInYaml,
} from './secrets/find-secrets.ts';
export { hideSecrets, revealSecrets } from './secrets/hide-secrets.ts';
export { nameForSecret, placeholderOfSecret, variableOfSecret } from './secrets/secret-variables.ts';
export { goodDefaults } from './start/good-defaults.ts';
export { type NewLibrary, newConfig } from './start/new-config.ts';
export { fillTemplate, fillText, type TemplateValues, variablesIn } from './templates/fill-template.ts';
export { librariesOf, listFile } from './templates/list-file.ts';
export { type BlockSection, placeBlock } from './templates/place-block.ts';
export { type BlockValue, type ReadBlock, readBlocks, valuesOfBlock } from './templates/read-blocks.ts';
export { linesOf } from './yaml/places.ts';
export type { PlainValue } from './yaml/plain-value.ts';
export { sameMeaning } from './yaml/same-meaning.ts';
export { yamlFault } from './yaml/yaml-fault.ts';
