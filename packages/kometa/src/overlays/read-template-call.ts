import {
  type Field,
  fieldsOf,
  isTruthy,
  itemsOf,
  plainOf,
  pythonText,
  valueSpan,
} from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { type Findings, shown } from './problems.ts';

export interface TemplateCall {
  names: string[];
  variables: Record<string, unknown>;
}

export interface KnownTemplates {
  names: ReadonlySet<string>;
  /** Whether other files bring templates too. */
  external: boolean;
}

/** The templates a definition calls and the variables it gives them. The first call to give a variable keeps it. */
export function readTemplateCall(
  tree: YamlTree,
  template: Field,
  variables: Field | undefined,
  known: KnownTemplates,
  findings: Findings,
): TemplateCall {
  const names: string[] = [];
  const given: Record<string, unknown> = Object.create(null);
  const give = (from: readonly Field[]) => {
    for (const field of from) {
      if (field.name !== 'name' && !(field.name in given)) given[field.name] = plainOf(tree, field.value);
    }
  };
  const refuse = (code: string, message: string, mend: string, field = template) =>
    findings.refuse({ code, message, mend, span: valueSpan(field), attribute: 'template' });
  const calls = itemsOf(tree, template.value) ?? [template.value];
  if (calls.length === 0) refuse('template-blank', 'template is blank', 'Name a template');
  for (const call of calls) {
    const fields = fieldsOf(tree, call);
    if (!fields) {
      refuse('template-not-map', 'A template call is a map', 'Write template: {name: …}');
      continue;
    }
    const name = fields.find((field) => field.name === 'name');
    if (!name || !isTruthy(tree, name.value)) {
      refuse('template-nameless', 'A template call needs a name', 'Write name: with a template’s name');
    } else {
      for (const one of itemsOf(tree, name.value) ?? [name.value]) {
        const called = pythonText(tree, one);
        names.push(called);
        if (known.external || known.names.has(called) || called.includes('<<')) continue;
        refuse(
          'template-unknown',
          `There is no template ${shown(called)} in this file`,
          known.names.size > 0
            ? `Use one of: ${shown([...known.names].join(', '))}`
            : 'Write it below templates:',
          name,
        );
      }
    }
    give(fields);
  }
  if (variables) give(fieldsOf(tree, variables.value) ?? []);
  return { names, variables: given };
}
