import type { PictureType, PlexState } from '../model.ts';
import { startPlexStandIn } from '../plex-stand-in.ts';
import { ask, openLine } from './ask.ts';
import { supplyMissing } from './outside-changes.ts';
import { bytesOfType } from './picture-bytes.ts';
import { recordedPictureTypes, uploadName } from './picture-types.ts';
import { seedFromTrace } from './seed-from-trace.ts';
import type { RecordedRequest, RecordedState } from './trace.ts';

export interface Disagreement {
  n: number;
  request: string;
  recorded: string;
  answered: string;
}

export interface ReplayOutcome {
  requests: number;
  agreed: number;
  byFault: number;
  outsideChanges: string[];
  disagreements: Disagreement[];
  state: PlexState;
}

const pictureShelf = /^\/library\/metadata\/(\d+)\/(?:posters|arts|clearLogos|squareArts|themes)$/;

/** Finds the picture type an upload of the recording must have had. */
const uploadTypes = (requests: readonly RecordedRequest[]) => {
  const { uploads, original } = recordedPictureTypes(requests);
  const counts = new Map<number, number>();
  return (key: number): PictureType => {
    const number = (counts.get(key) ?? 1) + 1;
    counts.set(key, number);
    return uploads.get(uploadName(key, number)) ?? original.get(key) ?? 'image/jpeg';
  };
};

/** Recordings name their own server in urls; here that is the stand-in. */
const readdress = (query: string, url: string): string =>
  query.replace(/url=http(?:%3A|:)(?:%2F|\/){2}[^%/]*(?:%3A|:)\d+/i, `url=${encodeURIComponent(url)}`);

const isRefusal = (status: number): boolean => status === 401 || status >= 500;

const allRefused = (requests: readonly RecordedRequest[]): boolean =>
  requests.length > 0 && requests.every(({ status }) => status === 401);

export const replayRequests = async (
  requests: readonly RecordedRequest[],
  before?: RecordedState,
): Promise<ReplayOutcome> => {
  const plex = await startPlexStandIn({ library: seedFromTrace(requests, before) });
  const line = openLine(plex.url, allRefused(requests) ? 'a wrong token' : plex.token);
  const typeOf = uploadTypes(requests);
  const outcome: ReplayOutcome = {
    requests: requests.length,
    agreed: 0,
    byFault: 0,
    outsideChanges: [],
    disagreements: [],
    state: plex.state,
  };
  try {
    for (const request of requests) {
      const faulty = isRefusal(request.status) && !allRefused(requests);
      const mend = faulty ? plex.faults.add(faultFor(request)) : undefined;
      if (request.status === 200) outcome.outsideChanges.push(...supplyMissing(plex, request));
      const upload = request.method === 'POST' ? pictureShelf.exec(request.path) : null;
      const body =
        upload && request.body_len > 0 ? bytesOfType(typeOf(Number(upload[1])), request.n) : new Uint8Array();
      const answer = await ask(line, { ...request, query: readdress(request.query, plex.url) }, body);
      mend?.();
      const agrees =
        answer.status === request.status &&
        (request.resp_type === undefined || answer.contentType === request.resp_type);
      if (agrees) {
        outcome.agreed += 1;
        if (faulty) outcome.byFault += 1;
      } else
        outcome.disagreements.push({
          n: request.n,
          request: `${request.method} ${request.path}?${request.query}`,
          recorded: `${request.status} ${request.resp_type ?? ''}`,
          answered: `${answer.status} ${answer.contentType}`,
        });
    }
    return outcome;
  } finally {
    line.close();
    await plex.close();
  }
};

const faultFor = ({ method, path, status, resp_type }: RecordedRequest) => ({
  method,
  path,
  effect: { kind: 'status' as const, status, ...(resp_type === undefined ? {} : { contentType: resp_type }) },
});
