import { problem, type RenderJob, type RenderResult, urgentRenders } from '@marquee/contracts';
import type { Bus, Keys, Lock } from '@marquee/service-kit';
import type { Ended, EndedJobs } from './ended-jobs.ts';
import { DrawingFailed } from './failures.ts';
import type { Results } from './results.ts';

const PATIENCE_MS = 10_000;
/** What was told may have been missed; a front that claimed a drawing may have died. */
const LOOK_EVERY_MS = 500;
const CLAIM_MS = 5_000;

export interface DrawSoonPorts {
  bus: Pick<Bus, 'enqueue'>;
  keys: Pick<Keys, 'lock'>;
  results: Results;
  ended: EndedJobs;
  /** Where it waits for its turn; before all others when absent. */
  queue?: typeof urgentRenders;
  patienceMs?: number;
}

interface Soon {
  result: RenderResult;
  cached: boolean;
}
export type DrawSoon = (job: RenderJob) => Promise<Soon>;

/** Draws while somebody waits. Equal jobs in flight are one, here and over all fronts. */
export function createDrawSoon(ports: DrawSoonPorts): DrawSoon & { waiting(): number } {
  const inFlight = new Map<string, Promise<Soon>>();
  const drawSoon: DrawSoon = (job) => {
    const joined = inFlight.get(job.key);
    if (joined !== undefined) return joined;
    const begun = findOrDraw(ports, job).finally(() => inFlight.delete(job.key));
    inFlight.set(job.key, begun);
    return begun;
  };
  return Object.assign(drawSoon, { waiting: () => inFlight.size });
}

async function findOrDraw(ports: DrawSoonPorts, job: RenderJob): Promise<Soon> {
  const found = await ports.results.find(job.key);
  if (found !== undefined) return { result: found, cached: true };
  const ended = await waitForEnd(ports, job);
  if (ended === undefined) throw problem('render.timed-out');
  if (!ended.ok) throw new DrawingFailed(ended);
  return { result: ended.result, cached: false };
}

function waitForEnd(ports: DrawSoonPorts, job: RenderJob): Promise<Ended | undefined> {
  const { ended, patienceMs = PATIENCE_MS } = ports;
  return new Promise((resolve, reject) => {
    let looking = false;
    let over = false;
    let claim: Lock | undefined;
    const look = (): void => {
      if (looking) return;
      looking = true;
      lookOrSend(ports, job, (taken) => {
        claim = taken;
      })
        .then((result) => {
          if (result !== undefined) finish(() => resolve({ ok: true, result }));
        })
        .catch((error: unknown) => finish(() => reject(error)))
        .finally(() => {
          looking = false;
          if (over) letGo();
        });
    };
    /** So that the same can be wanted again at once. */
    const letGo = (): void => {
      claim?.release().catch(reject);
      claim = undefined;
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    const patience = setTimeout(() => finish(() => resolve(undefined)), patienceMs);
    const deaf = ended.onEnd(job.key, (told) => finish(() => resolve(told)));
    function finish(then: () => void): void {
      over = true;
      clearInterval(timer);
      clearTimeout(patience);
      deaf();
      if (!looking) letGo();
      then();
    }
    look();
  });
}

/** Whoever claims a drawing sends it; whoever does not waits, and looks again whether the claim still stands. */
async function lookOrSend(
  { bus, keys, results, queue = urgentRenders }: DrawSoonPorts,
  job: RenderJob,
  take: (claim: Lock) => void,
): Promise<RenderResult | undefined> {
  const claim = await keys.lock(`${queue.name}:${job.key}`, CLAIM_MS);
  if (claim !== undefined) take(claim);
  const found = await results.find(job.key);
  if (found === undefined && claim !== undefined) await bus.enqueue(queue, job, { messageId: job.key });
  return found;
}
