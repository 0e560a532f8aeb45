import type { Check, Readiness } from '@marquee/contracts';

const CHECK_TIMEOUT_MS = 2000;

export type Checks = Record<string, () => Promise<Check>>;

/** Asks every check at once; one that throws or hangs is down, never an error. */
export async function readReadiness(
  service: { name: string; version: string; stopping: boolean },
  checks: Checks,
): Promise<Readiness> {
  const results = await Promise.all(Object.entries(checks).map(([name, check]) => ask(name, check)));
  if (service.stopping)
    results.unshift({ name: 'process', state: 'down', message: 'The service is stopping' });
  return {
    service: service.name,
    version: service.version,
    ready: results.every(({ state }) => state !== 'down'),
    uptimeSeconds: Math.round(process.uptime()),
    memoryMb: Math.round(process.memoryUsage.rss() / 1_048_576),
    checks: results,
  };
}

async function ask(name: string, check: () => Promise<Check>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(
      () => resolve({ name, state: 'down', message: `No answer within ${CHECK_TIMEOUT_MS / 1000} s` }),
      CHECK_TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([Promise.resolve().then(check), late]);
  } catch (error) {
    return { name, state: 'down', message: error instanceof Error ? error.message : `Failed: ${error}` };
  } finally {
    clearTimeout(timer);
  }
}
