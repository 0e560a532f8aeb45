import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { replay } from './replay.ts';

const isRun = (folder: string): boolean => existsSync(join(folder, 'plex-requests.jsonl'));

/** A run's folder, or a folder of such folders. */
const runsIn = (folder: string): string[] =>
  isRun(folder)
    ? [folder]
    : readdirSync(folder)
        .map((name) => join(folder, name))
        .filter(isRun);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `node tools/run-ts.mjs packages/stand-ins/src/plex/replay-command.ts FOLDER…` */
export default async function replayFolders(...folders: string[]): Promise<void> {
  let agreed = 0;
  let requests = 0;
  for (const folder of folders.flatMap(runsIn)) {
    const report = await replay(folder);
    agreed += report.agreed;
    requests += report.requests;
    const after = report.after
      ? `, ${report.after.differences.length} of ${report.after.compared} facts differ afterwards`
      : '';
    say(`${folder}: ${report.agreed} of ${report.requests} agree (${report.byFault} through faults)${after}`);
    for (const one of report.disagreements)
      say(`  ${one.n} ${one.request}: recorded ${one.recorded}, answered ${one.answered}`);
    for (const one of [...report.outsideChanges, ...(report.after?.differences ?? [])]) say(`  ${one}`);
  }
  say(`${agreed} of ${requests} answers agree`);
  if (agreed < requests) process.exitCode = 1;
}
