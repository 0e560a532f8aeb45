import closeWithGrace from 'close-with-grace';
import type { Logger } from 'pino';

/** Docker kills after 10 s, Swarm and systemd not earlier. */
const STOP_WITHIN_MS = 7500;

export interface Stoppable {
  stop(): Promise<void>;
}

/**
 * SIGTERM and SIGINT stop and exit 0; a second signal exits at once with 1; an error nobody caught is logged, then
 * everything stops and the exit code is 1. Returns how to take the hooks off again.
 */
export function stopOnSignals({ name, log, stop }: { name: string; log: Logger } & Stoppable): () => void {
  const hooks = closeWithGrace(
    {
      delay: STOP_WITHIN_MS,
      logger: false,
      // What a debugger or a crash sends is not a wish to stop.
      skip: ['SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGSEGV', 'SIGUSR2', 'beforeExit'],
      onSecondSignal: (signal) => log.warn({ signal }, 'Told twice: leaving at once'),
      onSecondError: (error) => log.fatal({ err: error }, 'Another error while stopping'),
      onTimeout: (delay) => log.fatal({ delay }, 'Could not stop in time'),
    },
    async ({ signal, err }) => {
      if (err) log.fatal({ err }, 'An error that nobody caught');
      else log.info({ signal }, `${name} is stopping`);
      try {
        await stop();
      } catch (error) {
        log.fatal({ err: error }, `${name} could not stop cleanly`);
        throw error;
      }
      log.info(`${name} has stopped`);
    },
  );
  return hooks.uninstall;
}

/** A whole service process, from its start to its exit. */
export async function runService({
  name,
  start,
  log,
}: {
  name: string;
  start(): Promise<Stoppable>;
  log: Logger;
}): Promise<void> {
  let started: (running: Stoppable) => void = () => {};
  const running = new Promise<Stoppable>((resolve) => {
    started = resolve;
  });
  // Before the start: a signal meanwhile waits for it, so that what was opened is closed again.
  stopOnSignals({ name, log, stop: async () => (await running).stop() });
  try {
    started(await start());
  } catch (error) {
    log.fatal({ err: error }, `${name} could not start`);
    process.exit(1);
  }
}
