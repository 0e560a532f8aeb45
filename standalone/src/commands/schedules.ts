import { readFile } from 'node:fs/promises';
import { explainSchedule, judgeSchedule, readSchedule, ScheduleFault } from '@marquee/kometa';
import { z } from 'zod';

const Table = z.array(
  z.object({
    schedule: z.unknown(),
    date: z.iso.date(),
    hour: z.int().min(0).max(23),
    verdict: z.string(),
  }),
);
type Row = z.infer<typeof Table>[number];

/**
 * Compares a table of schedules, moments and Kometa's verdicts with ours. Prints every row that differs, and at last how
 * many agree. The exit code says whether all do.
 */
export async function schedules(file: string): Promise<number> {
  const table = Table.parse(JSON.parse(await readFile(file, 'utf8')));
  const differing = table.filter((row) => verdictOf(row) !== row.verdict);
  for (const row of differing)
    process.stdout.write(
      `${JSON.stringify(row.schedule)} at ${row.date} ${row.hour}:00: Kometa ${row.verdict}, Marquee ${verdictOf(row)} (${inWords(row)})\n`,
    );
  process.stdout.write(`agrees ${table.length - differing.length} of ${table.length}\n`);
  return differing.length === 0 ? 0 : 1;
}

function verdictOf({ schedule, date, hour }: Row): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  try {
    return judgeSchedule(readSchedule(schedule), { year, month, day, hour });
  } catch (error) {
    if (error instanceof ScheduleFault) return 'fault';
    throw error;
  }
}

function inWords({ schedule }: Row): string {
  try {
    return explainSchedule(readSchedule(schedule));
  } catch (error) {
    if (error instanceof ScheduleFault) return error.message;
    throw error;
  }
}
