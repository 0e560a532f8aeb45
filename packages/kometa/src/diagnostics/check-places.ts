import { namedLists } from '../queues/queue-source.ts';
import { SLOT_ATTRIBUTES } from '../queues/read-slot.ts';
import { type Field, fieldsOf, itemsOf, keySpan } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { holdsPlaceholder } from './checking.ts';
import type { Report } from './diagnostic.ts';
import { removeField, renameKey } from './fixes.ts';
import type { Suggest } from './nearest.ts';

/** Keys of the places of queues that Kometa does not look at: a place with a misspelt one is where the place before is. */
export function checkPlaces(tree: YamlTree, suggest: Suggest, report: Report): void {
  const queues = fieldsOf(tree, tree.root)?.find(({ name }) => name === 'queues');
  for (const queue of fieldsOf(tree, queues?.value) ?? []) {
    const lists = itemsOf(tree, queue.value) ? [queue] : namedLists(tree, queue);
    for (const list of lists) {
      const path = ['queues', queue.name, ...(list === queue ? [] : [list.name])];
      for (const [index, place] of (itemsOf(tree, list.value) ?? []).entries()) {
        const fields = fieldsOf(tree, place) ?? [];
        for (const field of fields) {
          if (
            field.merged ||
            holdsPlaceholder(field.name) ||
            SLOT_ATTRIBUTES.some((name) => name === field.name)
          )
            continue;
          const near = suggest(
            field.name,
            SLOT_ATTRIBUTES.filter((name) => fields.every((other) => other.name !== name)),
          );
          report(unknownKey(tree, field, near, [...path, index, field.name]));
        }
      }
    }
  }
}

function unknownKey(tree: YamlTree, field: Field, near: string | null, path: readonly (string | number)[]) {
  const fix = near === null ? removeField(tree, field) : renameKey(field, near);
  return {
    severity: 'warning' as const,
    code: 'overlay.queue-key-unknown',
    message: `Kometa looks at no ${field.name.slice(0, 60)} in a place of a queue${near === null ? '' : `; it seems that ${near} is meant`}`,
    span: keySpan(field),
    path,
    ...(fix ? { fix } : {}),
  };
}
