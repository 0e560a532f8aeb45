import { readEnv, stopOnSignals } from '@marquee/service-kit';
import { StandaloneEnv } from '../env.ts';
import type { Installation } from '../installation.ts';
import { startStandalone } from '../standalone.ts';

/** Starts Marquee and prints where it is; runs until it is told to stop. */
export async function start(installation: Installation): Promise<void> {
  const env = readEnv(StandaloneEnv);
  const marquee = await startStandalone(env, installation).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${env.PORT} is taken by another program. Stop that program, or choose another port: PORT=${env.PORT + 1} npm start`,
    );
  });
  stopOnSignals({ name: 'Marquee', log: marquee.log, stop: () => marquee.stop() });
  console.log(`Marquee is ready: ${marquee.url}`);
  if (marquee.demo) {
    console.log('It shows a demo library. Choose your Plex server in Settings to see your own.');
  }
  if (marquee.setupCode)
    console.log(`Open it and make the first admin with this one-time code: ${marquee.setupCode}`);
  console.log('Stop it with Ctrl-C.');
}
