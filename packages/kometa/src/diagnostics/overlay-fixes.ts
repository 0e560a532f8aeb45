import type { OverlayProblem } from '@marquee/contracts';
import { describeAttributes } from '../attributes/overlay-attributes.ts';
import { lineEnding, lineStart } from '../editing/layout.ts';
import type { Span } from '../yaml/places.ts';
import { type Field, fieldsOf } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { Fix } from './diagnostic.ts';
import { removeField, replaceWith } from './fixes.ts';
import { type Suggest, suggestions } from './nearest.ts';

const FIRST_WEIGHT = 10;

/** What fixes look up, gathered once for a file. */
export interface KnownNames {
  tree: YamlTree;
  queues: readonly string[];
  definitions: ReadonlyMap<string, Field>;
  suggest: Suggest;
}

export function namesIn(tree: YamlTree): KnownNames {
  return {
    tree,
    queues: sectionOf(tree, 'queues').map(({ name }) => name),
    definitions: new Map(sectionOf(tree, 'overlays').map((field) => [field.name, field])),
    suggest: suggestions(),
  };
}

/** What mends a problem of an overlay file, where that is one thing. */
export function overlayFix(known: KnownNames, problem: OverlayProblem, span: Span): Fix | undefined {
  const { tree } = known;
  const written = tree.text.slice(span.start, span.end);
  const rename = (names: Iterable<string>) => {
    const near = known.suggest(written, names);
    return near === null ? undefined : replaceWith(span, near, `Write ${near}`);
  };
  switch (problem.code) {
    case 'overlay.weight-needed':
      return addWeight(tree, span);
    case 'overlay.queue-unknown':
      return rename(known.queues);
    case 'overlay.choice-case':
      return replaceWith(span, written.toLowerCase(), `Write ${written.toLowerCase()}`);
    case 'overlay.not-choice':
      return rename(choicesOf(problem.attribute));
    case 'overlay.attribute-unknown':
      return rename(describeAttributes().map(({ name }) => name)) ?? remove(known, problem);
    case 'overlay.attribute-unused':
      return remove(known, problem);
    case 'overlay.root-key-unknown':
      return rename(['overlays', 'queues', 'templates', 'external_templates']);
    default:
      return undefined;
  }
}

/** On a line of its own, after the group or queue that asks for it. */
function addWeight(tree: YamlTree, { start, end }: Span): Fix | undefined {
  const line = tree.text.slice(lineStart(tree, start), start);
  const indent = /^( *)[\w"']+:[ \t]*$/.exec(line)?.[1];
  if (indent === undefined) return undefined;
  const weight = `${lineEnding(tree.text)}${indent}weight: ${FIRST_WEIGHT}`;
  return replaceWith({ start: end, end }, weight, `Add weight: ${FIRST_WEIGHT}`);
}

function choicesOf(attribute: string | null): readonly string[] {
  const rule = describeAttributes().find(({ name }) => name === attribute)?.rule;
  return rule?.is === 'choice' ? rule.options : [];
}

function remove({ tree, definitions }: KnownNames, { mapping, attribute }: OverlayProblem): Fix | undefined {
  const definition = definitions.get(mapping ?? '');
  const overlay = fieldsOf(tree, definition?.value)?.find(({ name }) => name === 'overlay');
  const field = fieldsOf(tree, overlay?.value)?.find(({ name }) => name === attribute);
  return field ? removeField(tree, field) : undefined;
}

function sectionOf(tree: YamlTree, section: string): Field[] {
  const found = fieldsOf(tree, tree.root)?.find(({ name }) => name === section);
  return fieldsOf(tree, found?.value) ?? [];
}
