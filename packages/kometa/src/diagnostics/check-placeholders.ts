import { isScalar, type Node } from 'yaml';
import { fieldsOf, follow, itemsOf } from '../yaml/read-values.ts';
import { spanOf } from '../yaml/yaml-tree.ts';
import type { Checking, Path } from './checking.ts';
import { secretName } from './kometa-folder.ts';

/** Placeholders of config.yml that no secret fills in. Those in template_variables belong to templates. */
export function checkPlaceholders(checking: Checking, secrets: ReadonlySet<string>): void {
  const { tree, report } = checking;
  const walk = (node: Node | null, path: Path): void => {
    const items = itemsOf(tree, node);
    if (items) {
      for (const [index, item] of items.entries()) walk(item, [...path, index]);
      return;
    }
    for (const field of fieldsOf(tree, node) ?? []) {
      if (field.name !== 'template_variables') walk(field.value, [...path, field.name]);
    }
    const target = follow(tree, node);
    const span = spanOf(node);
    if (!isScalar(target) || !span) return;
    for (const [written, name = ''] of String(target.value).matchAll(/<<([^<>]+)>>/g)) {
      if (secrets.has(secretName(name))) continue;
      report({
        severity: 'warning',
        code: `${checking.part}.placeholder`,
        message: `Nothing fills in ${written}: .env has no KOMETA_${secretName(name).replaceAll('-', '_').toUpperCase()}. Kometa may still be given it when it starts`,
        span,
        path,
      });
    }
  };
  walk(tree.root, []);
}
