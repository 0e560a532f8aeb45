import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';

/** A task of the page's main thread, which holds all else up while it lasts. */
export interface MainTask {
  wallMs: number;
  /** That it really ran; the rest it waited for a core. */
  cpuMs: number;
}

const Events = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
const TASK = /RunTask$/;
const MICROS = 1_000;
const mark = (edge: 'from' | 'until') => `performance.mark('stretch-${edge}')`;

/** All tasks of a page’s main thread while something is done, as the browser itself writes them down. */
export async function tasksDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<{ seconds: number; tasks: MainTask[] }> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
  await page.evaluate(mark('from'));
  await work();
  await page.evaluate(mark('until'));
  const { traceEvents } = Events.parse(JSON.parse((await browser.stopTracing()).toString('utf8')));
  const edge = (name: string) => {
    const found = traceEvents.findLast((event) => event.name === name);
    if (!found) throw new Error(`The browser did not write down ${name}`);
    return found;
  };
  const [from, until] = [edge('stretch-from'), edge('stretch-until')];
  const tasks = traceEvents.flatMap(({ name, pid, tid, ts, dur = 0, tdur = dur }) => {
    const isOfPage = pid === from.pid && tid === from.tid && ts >= from.ts && ts <= until.ts;
    return isOfPage && TASK.test(name) ? [{ wallMs: dur / MICROS, cpuMs: tdur / MICROS }] : [];
  });
  return { seconds: (until.ts - from.ts) / MICROS / 1_000, tasks };
}
