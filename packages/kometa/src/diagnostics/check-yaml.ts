import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { Diagnostic, Fix, TextEdit } from './diagnostic.ts';

type YamlFault = YamlTree['faults'][number];

/** What keeps a file from being read. */
export function yamlDiagnostics(tree: YamlTree): Diagnostic[] {
  const [tab] = tree.faults.filter(({ code }) => code === 'tab');
  const others = tree.faults.filter(({ code }) => code !== 'tab');
  return [...(tab ? [{ ...diagnosticOf(tab), fix: tabFix(tree) }] : []), ...others.map(diagnosticOf)];
}

function diagnosticOf({ code, message, mend, span }: YamlFault): Diagnostic {
  return {
    // A large file is one that Kometa reads and Marquee does not.
    severity: code === 'too-large' ? 'warning' : 'error',
    code: `yaml.${code}`,
    message: code === 'too-large' ? `Not checked: ${message}` : `${message}. ${mend}`,
    span,
    path: [],
  };
}

/** Spaces for every tab that is told of: mending one line alone would not make the file readable. */
function tabFix({ text, faults }: YamlTree): Fix {
  const step = /^( +)(?=\S)/m.exec(text)?.[1]?.length ?? 2;
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(/^[ \t]*\t[ \t]*(?=\S)/gm)) {
    const spaces = match[0].replaceAll(/ *\t/g, ' '.repeat(step));
    edits.push({ span: { start: match.index, end: match.index + match[0].length }, text: spaces });
  }
  for (const { code, span } of faults) {
    const indents = edits.some((edit) => span.start >= edit.span.start && span.end <= edit.span.end);
    if (code === 'tab' && !indents) edits.push({ span, text: ' ' });
  }
  return { title: 'Write spaces instead of tabs', edits };
}
