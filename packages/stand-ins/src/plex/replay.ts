import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compareStates, type StateComparison } from './replay/compare-states.ts';
import { type Disagreement, replayRequests } from './replay/replay-requests.ts';
import { parseTrace, RecordedState } from './replay/trace.ts';

export interface ReplayReport {
  requests: number;
  agreed: number;
  /** Of those, refusals the recording shows without a reason inside the requests: played by the fault switch. */
  byFault: number;
  /** Things that must have changed behind the client's back for the recording to make sense. */
  outsideChanges: string[];
  disagreements: Disagreement[];
  /** Present when the recording holds the server's state after the run. */
  after?: StateComparison;
}

const readState = async (path: string): Promise<RecordedState | undefined> =>
  existsSync(path)
    ? RecordedState.parse(JSON.parse(gunzipSync(await readFile(path)).toString('utf8')))
    : undefined;

/** Plays a recorded run (`plex-requests.jsonl`, and the states if there are any) against the stand-in. */
export const replay = async (folder: string): Promise<ReplayReport> => {
  const requests = parseTrace(await readFile(join(folder, 'plex-requests.jsonl'), 'utf8'));
  const before = await readState(join(folder, 'state_before.json.gz'));
  const after = await readState(join(folder, 'state_after.json.gz'));
  const { state, ...outcome } = await replayRequests(requests, before);
  return { ...outcome, ...(before && after ? { after: compareStates(state, after) } : {}) };
};

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

/**
 * The command: `node tools/run-ts.mjs packages/stand-ins/src/plex/replay.ts FOLDER…`
 * @public
 */
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
