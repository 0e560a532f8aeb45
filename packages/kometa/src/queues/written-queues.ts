import type { PlaceAttribute } from '@marquee/contracts';
import { findingsOf } from '../overlays/problems.ts';
import { type Field, fieldsOf, isBlank, itemsOf, keySpan, plainOf } from '../yaml/read-values.ts';
import { readYaml, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { readSettings } from './queue-settings.ts';
import { namedLists, sourceOf } from './queue-source.ts';
import { isRecord } from './queue-variables.ts';
import { SLOT_ATTRIBUTES } from './read-slot.ts';

/** A queue as it stands in the text, whether or not Kometa would take it: what an editor of places shows. */
export interface WrittenQueue {
  name: string;
  /** Where it stands, from 1. */
  line: number;
  endLine: number;
  /** Lists of places; the one without a name is the queue itself. */
  lists: readonly WrittenList[];
  /** null where the queue is a list. */
  settings: Readonly<Record<string, unknown>> | null;
  /** What a first place takes that does not say it. */
  defaults: Readonly<Record<string, unknown>>;
  /** Of `settings`; null: none is written. */
  dynamic: Readonly<Record<string, unknown>> | null;
  /** What its places come from: a list by its index, `dynamic_position`, its `position` itself, or nothing. */
  source: { from: 'list'; list: number } | { from: 'dynamic' | 'position' | 'nowhere' };
}
export interface WrittenList {
  name: string | null;
  places: readonly WrittenPlace[];
}
/** What a place says; the rest it takes from the one before. */
export type WrittenPlace = Readonly<Partial<Record<PlaceAttribute, unknown>>>;

/** The queues that have something written below their name. */
export function writtenQueues(text: string): WrittenQueue[] {
  const tree = readYaml(text);
  const section = (fieldsOf(tree, tree.root) ?? []).find((field) => field.name === 'queues');
  return (fieldsOf(tree, section?.value) ?? [])
    .filter((field) => !isBlank(tree, field.value))
    .map((field) => writtenQueue(tree, field));
}

function writtenQueue(tree: YamlTree, queue: Field): WrittenQueue {
  // What is wrong is told by who reads the file; variables of config.yml are not known here.
  const findings = findingsOf(tree, null, []);
  const settings = readSettings({ tree, file: 0, variables: {}, findings }, queue, null);
  const source = sourceOf(tree, queue, settings);
  const isList = itemsOf(tree, queue.value) !== null;
  const lists = isList
    ? [listOf(tree, null, queue)]
    : namedLists(tree, queue)
        .filter(({ value }) => itemsOf(tree, value) || isBlank(tree, value))
        .map((field) => listOf(tree, field.name, field));
  const plain = plainOf(tree, queue.value);
  return {
    name: queue.name,
    ...linesOf(tree, queue),
    lists,
    settings: isRecord(plain) ? (isRecord(plain.settings) ? plain.settings : {}) : null,
    defaults: Object.fromEntries(settings.defaults),
    dynamic: settings.dynamic,
    source:
      source.from === 'list'
        ? { from: 'list', list: lists.findIndex(({ name }) => name === (source.field?.name ?? null)) }
        : { from: formOf[source.from] },
  };
}

const formOf = {
  dynamic: 'dynamic',
  variables: 'position',
  'unknown-position': 'nowhere',
  nothing: 'nowhere',
} as const;

function linesOf(tree: YamlTree, queue: Field): { line: number; endLine: number } {
  const key = keySpan(queue);
  const value = spanOf(queue.value) ?? key;
  const end = value.start + tree.text.slice(value.start, value.end).trimEnd().length;
  const { line, endLine } = tree.lines.place({ start: key.start, end: Math.max(key.end, end) });
  return { line, endLine };
}

function listOf(tree: YamlTree, name: string | null, field: Field): WrittenList {
  const places = (itemsOf(tree, field.value) ?? []).map((item): WrittenPlace => {
    const plain = plainOf(tree, item);
    if (!isRecord(plain)) return {};
    const said = SLOT_ATTRIBUTES.filter((attribute) => attribute in plain);
    return Object.fromEntries(said.map((attribute) => [attribute, plain[attribute]]));
  });
  return { name, places };
}
