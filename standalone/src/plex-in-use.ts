import type { PlexConnection, PlexConnections } from '@marquee/contracts';
import type { OpenGateway } from '@marquee/gateway';
import { type PlexStandIn, startDemoPlex } from '@marquee/stand-ins';
import type { DataPaths } from './paths.ts';

export interface PlexInUse extends PlexConnections {
  /** undefined while nobody has looked at it. */
  demo(): Promise<PlexStandIn> | undefined;
  stop(): Promise<void>;
}

/** The servers of the settings; the demo library while none was chosen, or when that was. */
export function plexInUse({ settings }: Pick<OpenGateway, 'settings'>, paths: DataPaths): PlexInUse {
  let demo: Promise<PlexStandIn> | undefined;
  return {
    async list() {
      if ((await settings.plexMode()) === 'servers') return settings.plexServers();
      // Started when it is first shown, and kept: an admin may go to and fro.
      demo ??= startDemoPlex({ cacheDir: paths.demoArt, stateFile: paths.demoState });
      return [connectionOf(await demo)];
    },
    demo: () => demo,
    onChange: (listener) =>
      settings.onChange((section) => {
        if (section === 'plex') listener();
      }),
    async stop() {
      await (await demo)?.close();
    },
  };
}

function connectionOf({ url, token }: PlexStandIn): PlexConnection {
  return { id: 'demo', name: 'Demo library', url, token, demo: true };
}
