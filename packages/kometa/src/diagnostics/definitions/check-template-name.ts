import type { Node } from 'yaml';
import { type Field, isBlank, pythonText } from '../../yaml/read-values.ts';
import { type Check, isVariable, type Path, spanAt } from './check.ts';

const plain = (name: string): string => (/^[a-z_][\w-]*$/i.test(name) ? name : JSON.stringify(name));

/** Tells of a template that is called and that there is not. */
export function checkTemplateName(check: Check, node: Node | null, place: Field & { path: Path }): void {
  if (!check.templates || isBlank(check.tree, node) || isVariable(check, node)) return;
  const name = pythonText(check.tree, node);
  if (check.templates.has(name)) return;
  const nearest = check.suggest(name, check.templates);
  const span = spanAt(node, place);
  check.report({
    severity: 'error',
    code: 'definition.unknown-template',
    message: `There is no template ${name} in this file${nearest ? `. Did you mean ${nearest}?` : ''}`,
    span,
    path: place.path,
    ...(nearest ? { fix: { title: `Write ${nearest}`, edits: [{ span, text: plain(nearest) }] } } : {}),
  });
}
