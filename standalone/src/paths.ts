import { join, resolve } from 'node:path';

/** Where everything lies below the data folder. */
export function dataPaths(dataFolder: string) {
  const data = resolve(dataFolder);
  return {
    data,
    gatewayDb: join(data, 'gateway', 'gateway.db'),
    configDb: join(data, 'config', 'config.db'),
    /** The config folder's versions; a git repository. */
    history: join(data, 'config', 'history.git'),
    rendererDb: join(data, 'renderer', 'renderer.db'),
    /** Seals what is secret; never in a backup. */
    dataKey: join(data, 'secrets', 'data_key'),
    backups: join(data, 'backups'),
    blobs: join(data, 'cache', 'blobs'),
    demoState: join(data, 'demo', 'plex.json'),
    /** Which posters of the demo have their overlays. */
    demoDressed: join(data, 'demo', 'dressed'),
    demoArt: join(data, 'cache', 'demo-art'),
    kometa: join(data, 'kometa'),
  };
}
export type DataPaths = ReturnType<typeof dataPaths>;
