import type { FileKind } from '../model/default-files.ts';
import type { LibraryKind } from '../model/key-spec.ts';
import type { Moment } from '../schedules/schedule.ts';
import { isBlank } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { checkConfig } from './check-config.ts';
import { checkDefinitionsFile } from './check-definitions-file.ts';
import { checkOverlayFile } from './check-overlay-file.ts';
import { yamlDiagnostics } from './check-yaml.ts';
import { beginCheck } from './checking.ts';
import type { Diagnostic, Report } from './diagnostic.ts';
import { fileKindOf } from './file-kind.ts';

/** Enough for a person to work through. */
const MAX_DIAGNOSTICS = 1_000;

export interface FileContext {
  /** Its path; config.yml is one whatever is in it. */
  name: string;
  now: Moment;
  /** Names that placeholders of config.yml may have. */
  secrets: ReadonlySet<string>;
  /** How config.yml lists the file; what is in it tells when nothing lists it. */
  listedAs?: FileKind | undefined;
  libraryKind?: LibraryKind | null;
}

/** Everything that can be said of one file by itself. */
export function checkFile(tree: YamlTree, context: FileContext): Diagnostic[] {
  const found = yamlDiagnostics(tree);
  if (tree.root === null) return found;
  const kind = fileKindOf(tree, context.listedAs) ?? (isConfigName(context.name) ? 'config' : null);
  const begin = (part: string) => beginCheck(tree, part, context.now, reportInto(found));
  if (kind === null) found.push(unknownKind(tree));
  else if (kind === 'config') checkConfig(begin('config'), context.secrets);
  else if (kind === 'overlay') found.push(...withoutYaml(checkOverlayFile(tree, context.libraryKind)));
  else checkDefinitionsFile(begin(kind === 'templates' ? 'template' : kind), context.libraryKind ?? null);
  return found.sort((one, other) => one.span.start - other.span.start);
}

/** What is said once of a part that aliases repeat. */
function reportInto(found: Diagnostic[]): Report {
  const said = new Set(found.map(identity));
  return (diagnostic) => {
    if (found.length >= MAX_DIAGNOSTICS || said.has(identity(diagnostic))) return;
    said.add(identity(diagnostic));
    found.push(diagnostic);
  };
}

const identity = ({ code, span, message }: Diagnostic) => `${code} ${span.start} ${span.end} ${message}`;

const isConfigName = (path: string) => /(?:^|\/)config\.ya?ml$/.test(path);

/** The reader of overlay files says again what is no YAML. */
const withoutYaml = (found: readonly Diagnostic[]) =>
  found.filter(({ code }) => !code.startsWith('overlay.yaml-'));

function unknownKind(tree: YamlTree): Diagnostic {
  return {
    severity: 'info',
    code: 'file.not-checked',
    message: isBlank(tree, tree.root)
      ? 'The file is empty'
      : 'Not checked: the file holds none of the sections that Kometa’s files begin with',
    span: { start: 0, end: 0 },
    path: [],
  };
}
