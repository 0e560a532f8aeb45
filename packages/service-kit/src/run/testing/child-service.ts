import { createLogger } from '../../log/logger.ts';
import { runService } from '../run-service.ts';

export type Behaviour = 'good' | 'slow-start' | 'no-start' | 'bad-stop' | 'never-stops';

/** A process that behaves as its first argument says; started by run-service.test.ts. */
const behaviour = process.argv[2];
const log = createLogger({ service: 'child' });
const say = (word: string) => process.stdout.write(`${word}\n`);
// Something that would keep the process alive for ever.
const alive = setInterval(() => {}, 1000);

await runService({
  name: 'child',
  log,
  async start() {
    if (behaviour === 'no-start') throw new Error('port is taken');
    process.on('message', (what) => {
      if (what === 'throw') throw new Error('nobody catches this');
      if (what === 'reject') void Promise.reject(new Error('nobody awaits this'));
    });
    if (behaviour === 'slow-start') {
      say('STARTING');
      await new Promise((resolve) => process.once('message', resolve));
    }
    return {
      async stop() {
        say('STOPPING');
        if (behaviour === 'never-stops') await new Promise(() => {});
        if (behaviour === 'bad-stop') throw new Error('cannot stop');
        clearInterval(alive);
        say('STOPPED');
      },
    };
  },
});
say('READY');
