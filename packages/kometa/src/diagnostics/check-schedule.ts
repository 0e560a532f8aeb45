import { isNever } from '../definitions/switch-definition.ts';
import { type DeadReason, whyDead } from '../schedules/next-matches.ts';
import { readSchedule } from '../schedules/read-schedule.ts';
import { type Condition, type Schedule, ScheduleFault, type ScheduleTrouble } from '../schedules/schedule.ts';
import { fieldsOf, plainOf, pythonText } from '../yaml/read-values.ts';
import { type Checking, holdsPlaceholder, type Spot } from './checking.ts';

/** What Kometa does not understand of a schedule, and whether it can ever match. */
export function checkSchedule(checking: Checking, spot: Spot): void {
  const { tree, report } = checking;
  const written = pythonText(tree, spot.node);
  if (holdsPlaceholder(written)) return;
  const say = (severity: 'error' | 'warning', code: string, message: string) =>
    report({ severity, code, message, span: spot.span, path: spot.path });
  if (fieldsOf(tree, spot.node)) {
    say('error', 'schedule.unknown', 'A schedule is a text or a list of texts, not a map');
    return;
  }
  const schedule = readOrTrouble(plainOf(tree, spot.node));
  if ('code' in schedule) {
    say('error', schedule.code, sentence(schedule));
    return;
  }
  const troubles = troublesOf(schedule);
  for (const trouble of troubles) say('error', trouble.code, sentence(trouble));
  if (troubles.length > 0) return;
  const dead = deadReason(checking, written, schedule);
  if (dead === 'past')
    say('warning', 'schedule.past', `The schedule ${written} can never match: its date has gone by`);
  // What somebody has switched off is meant so.
  if (dead === 'impossible' && !isNever(written))
    say(
      'warning',
      'schedule.impossible',
      `The schedule ${written} can never match: it asks for what does not go together`,
    );
}

/** Years are looked through for each: enough for what a person writes by hand. */
const MAX_SEARCHES = 100;
/** All others match some day by themselves. */
const MAY_BE_DEAD: ReadonlySet<Condition['kind']> = new Set(['never', 'date', 'all']);

function deadReason({ now, dead }: Checking, written: string, schedule: Schedule): DeadReason | null {
  if (!schedule.conditions.every(({ kind }) => MAY_BE_DEAD.has(kind))) return null;
  const known = dead.get(written);
  if (known !== undefined || dead.size >= MAX_SEARCHES) return known ?? null;
  // The last hour of a day is still to come, and without hours in the schedule it stands for all.
  const reason = whyDead(schedule, now, /hour/i.test(written) ? undefined : [23]);
  dead.set(written, reason);
  return reason;
}

function readOrTrouble(value: unknown): Schedule | ScheduleTrouble {
  try {
    return readSchedule(value);
  } catch (error) {
    if (error instanceof ScheduleFault) return error.trouble;
    throw error;
  }
}

function troublesOf({ conditions }: Schedule): ScheduleTrouble[] {
  return conditions.flatMap((condition) => {
    if (condition.kind === 'misunderstood') return [condition.trouble];
    return condition.kind === 'all' ? troublesOf(condition.schedule) : [];
  });
}

const sentence = ({ message, mend }: ScheduleTrouble): string => `${message}. ${mend}`;
