import type { Node } from 'yaml';
import type { DeadReason } from '../schedules/next-matches.ts';
import type { Moment } from '../schedules/schedule.ts';
import type { Span } from '../yaml/places.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { Diagnostic, Report } from './diagnostic.ts';

export type Path = Diagnostic['path'];

/** What checks of one file share. `part`: what its codes begin with. */
export interface Checking {
  tree: YamlTree;
  part: string;
  now: Moment;
  /** Why schedules never match, as found so far. */
  dead: Map<string, DeadReason | null>;
  report: Report;
}

/** A value, where it stands and what it is called. */
export interface Spot {
  node: Node | null;
  span: Span;
  path: Path;
}

export function beginCheck(tree: YamlTree, part: string, now: Moment, report: Report): Checking {
  return { tree, part, now, report, dead: new Map() };
}

/** The same check, with what it finds kept apart. */
export function aside(checking: Checking): { checking: Checking; found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  return { checking: { ...checking, report: (diagnostic) => found.push(diagnostic) }, found };
}

/** A secret that Kometa puts in when it starts, or a template variable: its value is not known here. */
export const holdsPlaceholder = (text: string): boolean => /<<[^<>]+>>/.test(text);
