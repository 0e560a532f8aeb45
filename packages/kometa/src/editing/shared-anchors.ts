import { isMap, isScalar, isSeq } from 'yaml';
import type { Span } from '../yaml/places.ts';
import { spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { EditRefused } from './edit-problem.ts';
import { nodeEnd } from './layout.ts';

/** Refuses a change within a node that other places repeat through an alias. */
export function refuseShared(tree: YamlTree, node: unknown, what: string): void {
  for (const target of tree.targets.values()) {
    if (target === node) throw shared(target, what);
  }
}

/** Refuses to take away what stands between, when something outside of it is repeated elsewhere. */
export function refuseSharedWithin(tree: YamlTree, span: Span, what: string): void {
  for (const [alias, target] of tree.targets) {
    const from = contentOf(tree, target);
    const at = spanOf(alias);
    if (from && at && isWithin(from, span) && !isWithin(at, span)) throw shared(target, what);
  }
}

/** Without the blank lines behind it. */
function contentOf(tree: YamlTree, node: unknown): Span | null {
  const span = spanOf(node);
  return span && { start: span.start, end: Math.max(span.start, nodeEnd(tree, node)) };
}

const isWithin = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

function shared(target: unknown, what: string): EditRefused {
  const anchor = isScalar(target) || isMap(target) || isSeq(target) ? (target.anchor ?? '') : '';
  return new EditRefused(
    'edit.shared',
    `${what} is repeated elsewhere through *${anchor}: changing it here would change that too`,
  );
}
