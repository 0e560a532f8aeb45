import type { BranchMergeFile, configBranchRoutes, ReplyOf } from '@marquee/contracts';
import {
  bothOf,
  carriedOver,
  type DecidedText,
  type Offered,
  type Place,
  take,
  written,
} from './decided-text.ts';

/** A file of the plan three ways. */
export type PlannedText = ReplyOf<typeof configBranchRoutes.planFile>;

/** What shall become of a file that must be decided. */
export type Decision =
  | { kind: 'lines'; plan: PlannedText; now: DecidedText }
  /** One of both has removed what the other changed. */
  | { kind: 'whole'; plan: PlannedText; stays: string; keep: boolean | null };

export type Decisions = ReadonlyMap<string, Decision>;

export type DecisionChange =
  /** What the plan says of a file, for the first time or anew. */
  | { kind: 'read'; fileId: string; plan: PlannedText }
  | { kind: 'taken'; fileId: string; place: number; taken: Offered }
  | { kind: 'written'; fileId: string; text: string }
  | { kind: 'kept'; fileId: string; keep: boolean };

export function decide(all: Decisions, change: DecisionChange): Decisions {
  const before = all.get(change.fileId);
  const after = decided(before, change);
  return after === undefined || after === before ? all : new Map(all).set(change.fileId, after);
}

function decided(before: Decision | undefined, change: DecisionChange): Decision | undefined {
  if (change.kind === 'read') {
    if (before && isSamePlan(before.plan, change.plan)) return before;
    const fresh = undecided(change.plan);
    return before?.kind === 'lines' && fresh.kind === 'lines'
      ? { ...fresh, now: carriedOver(before.now, fresh.now) }
      : fresh;
  }
  if (before?.kind === 'whole') {
    return change.kind === 'kept' && change.keep !== before.keep ? { ...before, keep: change.keep } : before;
  }
  if (before === undefined || change.kind === 'kept') return before;
  const now =
    change.kind === 'taken' ? take(before.now, change.place, change.taken) : written(before.now, change.text);
  return now === before.now ? before : { ...before, now };
}

function undecided(plan: PlannedText): Decision {
  const { folder, branch } = plan;
  if (folder === null || branch === null) {
    return { kind: 'whole', plan, stays: folder ?? branch ?? '', keep: null };
  }
  const text = plan.merged ?? branch;
  const starts = lineStarts(text);
  const at = (line: number) => starts[line - 1] ?? text.length;
  const places = plan.conflicts.map(
    ({ line, lines, mine, base, theirs }): Place => ({
      ...{ base, start: at(line), end: at(line + lines), taken: null },
      options: { folder: theirs, branch: mine, both: bothOf(theirs, mine) },
    }),
  );
  // Not by lines: then it is one text or the other, as a whole.
  const whole: Place = {
    ...{ base: plan.base ?? '', start: 0, end: text.length, taken: null },
    options: { folder, branch, both: null },
  };
  return { kind: 'lines', plan, now: { text, places: places.length > 0 ? places : [whole] } };
}

/** How many decisions a file still wants. */
export function leftOf(file: BranchMergeFile, decision: Decision | undefined): number {
  if (file.state !== 'conflict') return 0;
  if (!decision) return Math.max(1, file.conflicts);
  if (decision.kind === 'whole') return decision.keep === null ? 1 : 0;
  return decision.now.places.filter(({ taken }) => taken === null).length;
}

/** Whether somebody has decided anything, which would be lost. */
export function isBegun(decision: Decision): boolean {
  if (decision.kind === 'whole') return decision.keep !== null;
  return decision.now.places.some(({ taken }) => taken !== null);
}

/** What the file shall say; null: there shall be no such file. */
export function contentOf(decision: Decision): string | null {
  if (decision.kind === 'lines') return decision.now.text;
  return decision.keep ? decision.stays : null;
}

const isSamePlan = (one: PlannedText, other: PlannedText): boolean =>
  one.base === other.base && one.folder === other.folder && one.branch === other.branch;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
