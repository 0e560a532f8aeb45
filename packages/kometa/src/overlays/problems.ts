import type { OverlayProblem } from '@marquee/contracts';
import type { Span } from '../yaml/places.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';

export interface Finding {
  code: string;
  message: string;
  mend: string;
  span: Span;
  attribute?: string | null;
}

/** Takes down what is wrong with one definition, or with the file when it has no mapping. */
export interface Findings {
  /** Kometa drops the overlay. */
  refuse(finding: Finding): void;
  /** Kometa fails every item it is drawn on. */
  failItem(finding: Finding): void;
  /** Kometa loads nothing of the file. */
  failFile(finding: Finding): void;
  /** Kometa goes on, or leaves the definition out, as `effect` says. */
  warn(finding: Finding, effect?: OverlayProblem['effect']): void;
  refused(): boolean;
}

/** Enough for a person to work through. */
const MAX_PROBLEMS = 1_000;

export function findingsOf(tree: YamlTree, mapping: string | null, into: OverlayProblem[]): Findings {
  let refused = false;
  const add = (
    severity: OverlayProblem['severity'],
    effect: OverlayProblem['effect'],
    { code, message, mend, span, attribute = null }: Finding,
  ) => {
    if (into.length >= MAX_PROBLEMS) return;
    into.push({
      severity,
      effect,
      code: `overlay.${code}`,
      message,
      mend,
      mapping,
      attribute,
      ...tree.lines.place(span),
    });
  };
  return {
    refuse(finding) {
      refused = true;
      add('error', 'overlay', finding);
    },
    failItem: (finding) => add('error', 'item', finding),
    failFile: (finding) => add('error', 'file', finding),
    warn: (finding, effect = 'none') => add('warning', effect, finding),
    refused: () => refused,
  };
}

/** A piece of what somebody wrote, short enough for a sentence. */
export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
