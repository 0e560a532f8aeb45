import { existsSync } from 'node:fs';
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
