import type { Node } from 'yaml';
import { type Field, fieldsOf, itemsOf } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { Settings } from './queue-settings.ts';
import { filled, textOf } from './queue-variables.ts';

/** Of the three forms of a queue the one that Kometa takes its places from. */
export type QueueSource =
  | { from: 'variables'; places: readonly unknown[] }
  /** `field`: one of several lists; null: the queue is the list. */
  | { from: 'list'; field: Field | null; items: readonly Node[] }
  | { from: 'dynamic'; dynamic: Readonly<Record<string, unknown>> }
  | { from: 'unknown-position'; wanted: string; known: readonly string[] }
  | { from: 'nothing' };

export function sourceOf(tree: YamlTree, queue: Field, settings: Settings): QueueSource {
  const { position, dynamic } = settings;
  if (Array.isArray(position)) return { from: 'variables', places: position };
  const list = itemsOf(tree, queue.value);
  if (list) return { from: 'list', field: null, items: list };
  const named = namedLists(tree, queue);
  if (position !== undefined) {
    const wanted = textOf(filled(position, settings.sources));
    const chosen = named.find((field) => field.name === wanted);
    const items = chosen && itemsOf(tree, chosen.value);
    if (items) return { from: 'list', field: chosen, items };
    if (!dynamic) return { from: 'unknown-position', wanted, known: named.map(({ name }) => name) };
  }
  if (dynamic) return { from: 'dynamic', dynamic };
  const [first] = named;
  const items = first && itemsOf(tree, first.value);
  return items ? { from: 'list', field: first, items } : { from: 'nothing' };
}

/** The lists of places that a queue has under names of their own. */
export function namedLists(tree: YamlTree, queue: Field): Field[] {
  return (fieldsOf(tree, queue.value) ?? []).filter(({ name }) => name !== 'settings' && name !== 'default');
}
