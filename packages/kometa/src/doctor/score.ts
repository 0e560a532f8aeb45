import { DOCTOR_GROUPS, type DoctorGroup } from './groups.ts';

/** What a finding of each group costs, and how much a group may cost at most. Notes cost nothing. */
const COSTS: Readonly<Record<DoctorGroup, { each: number; most: number }>> = {
  broken: { each: 8, most: 60 },
  credentials: { each: 5, most: 20 },
  risky: { each: 4, most: 20 },
  dead: { each: 2, most: 10 },
  ignored: { each: 1, most: 10 },
  renamed: { each: 1, most: 10 },
  doubtful: { each: 1, most: 10 },
  unused: { each: 0, most: 0 },
};

interface ScorePart {
  group: DoctorGroup;
  count: number;
  each: number;
  most: number;
  /** What it takes from the hundred. */
  points: number;
}

export interface Score {
  /** From 0 to 100. */
  value: number;
  parts: ScorePart[];
}

/** A number that can be explained: a hundred, less what each group of findings costs. */
export function scoreOf(
  findings: readonly { group: DoctorGroup; severity: 'error' | 'warning' | 'info' }[],
): Score {
  const parts = DOCTOR_GROUPS.flatMap((group): ScorePart[] => {
    const count = findings.filter((one) => one.group === group && one.severity !== 'info').length;
    const { each, most } = COSTS[group];
    const points = Math.min(most, count * each);
    return points === 0 ? [] : [{ group, count, each, most, points }];
  });
  return { value: Math.max(0, 100 - parts.reduce((sum, { points }) => sum + points, 0)), parts };
}
