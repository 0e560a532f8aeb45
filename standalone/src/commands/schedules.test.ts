import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useTempFolder } from '@marquee/testing';
import { schedules } from './schedules.ts';

const folder = useTempFolder();
const said = async (rows: unknown): Promise<{ code: number; text: string }> => {
  const print = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const file = join(folder(), 'table.json');
    await writeFile(file, JSON.stringify(rows));
    const code = await schedules(file);
    return { code, text: print.mock.calls.map(([text]) => String(text)).join('') };
  } finally {
    print.mockRestore();
  }
};
const row = (schedule: unknown, verdict: string) => ({ schedule, date: '2026-11-22', hour: 5, verdict });

test('a table that agrees ends with 0', async () => {
  expect(await said([row('weekly(sunday)', 'runs'), row(['never'], 'not-scheduled')])).toEqual({
    code: 0,
    text: 'agrees 2 of 2\n',
  });
});

test('a row that differs is printed in words and ends with 1', async () => {
  const { code, text } = await said([row('daily', 'runs'), row('weekly(monday)', 'runs')]);
  expect(code).toBe(1);
  expect(text).toContain(
    '"weekly(monday)" at 2026-11-22 5:00: Kometa runs, Marquee not-scheduled (on Mondays)',
  );
  expect(text).toMatch(/agrees 1 of 2\n$/);
});

test('a table that is none says where', async () => {
  await expect(said([{ schedule: 'daily', date: 'today', hour: 5, verdict: 'runs' }])).rejects.toThrow(
    'date',
  );
});
