import {
  type ChangedDefinitions,
  changeDefinitions,
  definitionBlocks,
  dynamicGround,
  type Expansion,
  type ExpansionAsked,
  expandTemplates,
  type NamedChange,
  type PlainValue,
  type ReplacedDefinition,
  replaceDefinition,
  rewriteDefinition,
  templateFiles,
  type WholeDefinition,
  type WrittenDefinition,
  wholeDefinition,
  wholeDefinitions,
  writtenDefinitions,
  type YamlEditOutcome,
  type YamlPath,
  yamlFault,
} from '@marquee/kometa';
import { lookInto } from '../problems/check-texts.ts';
import type { FolderNames } from '../problems/finding.ts';

/** All that files may be divided into. */
export const SECTIONS = ['collections', 'dynamic_collections', 'playlists', 'overlays'] as const;
export type Section = (typeof SECTIONS)[number];

interface Named {
  text: string;
  /** The way to the map that it is in. */
  within: YamlPath;
  name: string;
}
interface ListTask {
  kind: 'definitions';
  text: string;
}
interface ReadTask extends Named {
  kind: 'definition';
}
interface FaultTask {
  kind: 'yaml-fault';
  text: string;
}
interface ReadAllTask {
  kind: 'whole-definitions';
  text: string;
  within: YamlPath;
}
interface BlocksTask {
  kind: 'definition-blocks';
  text: string;
  within: YamlPath;
  names: readonly string[];
}
interface ChangeTask {
  kind: 'change-definitions';
  text: string;
  within: YamlPath;
  changes: readonly NamedChange[];
}
interface RewriteTask extends Named {
  kind: 'rewrite-definition';
  to?: string | undefined;
  value: PlainValue;
  after?: string | null | undefined;
}
interface ReplaceTask extends Named {
  kind: 'replace-definition';
  block: string;
}

interface TemplateFilesTask {
  kind: 'template-files';
  text: string;
  names: FolderNames;
}
interface ExpandTask extends Omit<ExpansionAsked, 'folder'> {
  kind: 'expand-templates';
  texts: ReadonlyMap<string, string>;
  names: FolderNames;
}
interface DynamicTask {
  kind: 'dynamic-ground';
  texts: ReadonlyMap<string, string>;
  names: FolderNames;
  path: string;
  library: string;
}

/** Reading and changing named blocks of one text, and what templates make of them. */
export type DefinitionTask =
  | TemplateFilesTask
  | ExpandTask
  | DynamicTask
  | ListTask
  | FaultTask
  | ReadTask
  | ReadAllTask
  | BlocksTask
  | ChangeTask
  | RewriteTask
  | ReplaceTask;
export type ListedDefinition = WrittenDefinition & { section: Section };
export interface DefinitionAnswers {
  definitions: ListedDefinition[] | null;
  definition: WholeDefinition | null;
  'yaml-fault': ReturnType<typeof yamlFault>;
  'whole-definitions': WholeDefinition[];
  'definition-blocks': (string | null)[];
  'change-definitions': ChangedDefinitions;
  'rewrite-definition': YamlEditOutcome;
  'replace-definition': ReplacedDefinition;
  'template-files': string[];
  'expand-templates': Expansion;
  'dynamic-ground': ReturnType<typeof dynamicGround>;
}

export function doDefinitionTask(task: DefinitionTask): unknown {
  switch (task.kind) {
    case 'definitions':
      return writtenDefinitions(task.text, SECTIONS);
    case 'definition':
      return wholeDefinition(task.text, task.within, task.name);
    case 'yaml-fault':
      return yamlFault(task.text);
    case 'whole-definitions':
      return wholeDefinitions(task.text, task.within);
    case 'definition-blocks':
      return definitionBlocks(task.text, task.within, task.names);
    case 'change-definitions':
      return changeDefinitions(task.text, task.within, task.changes);
    case 'rewrite-definition':
      return rewriteDefinition(task.text, task.within, task);
    case 'replace-definition':
      return replaceDefinition(task.text, task.within, task);
    case 'template-files':
      return templateFiles(task.text, lookInto(task.names));
    case 'dynamic-ground':
      return dynamicGround({ texts: task.texts, ...lookInto(task.names) }, task);
    case 'expand-templates':
      return expandTemplates({ ...task, folder: { texts: task.texts, ...lookInto(task.names) } });
  }
}
