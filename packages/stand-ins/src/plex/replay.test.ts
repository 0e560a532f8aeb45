import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ReplayReport, replay } from './replay.ts';

const root = resolve(__dirname, '../../../..');
const reference = process.env.MARQUEE_REFERENCE ?? join(root, '../shared');
const runs = join(reference, 'kometa-runs');

const recordings = existsSync(runs)
  ? readdirSync(runs).filter((name) => existsSync(join(runs, name, 'plex-requests.jsonl')))
  : [];

if (recordings.length === 0) {
  test('recorded runs are there to be replayed', () => {
    process.stderr.write(`No recorded runs in ${runs}: replay against the Plex stand-in not judged\n`);
    expect(process.env.CI).not.toBe('true');
  });
} else {
  describe('a recorded run of Kometa gets the recorded answers', () => {
    const reports: ReplayReport[] = [];

    test.each(recordings)(
      '%s',
      async (name) => {
        const report = await replay(join(runs, name));
        reports.push(report);
        expect(report.disagreements).toEqual([]);
        expect(report.agreed).toBe(report.requests);
        expect(report.after?.differences ?? []).toEqual([]);
        // With the state of the server before the run nothing may have to be guessed.
        if (report.after) expect(report.outsideChanges).toEqual([]);
      },
      60_000,
    );

    afterAll(() => {
      const sum = (count: (report: ReplayReport) => number) =>
        reports.reduce((all, one) => all + count(one), 0);
      process.stderr.write(
        `Replayed ${reports.length} runs: ${sum((one) => one.agreed)} of ${sum((one) => one.requests)} answers agree ` +
          `(${sum((one) => one.byFault)} through the fault switch); ` +
          `${sum((one) => one.after?.differences.length ?? 0)} of ${sum((one) => one.after?.compared ?? 0)} facts of the state afterwards differ\n`,
      );
    });
  });
}
