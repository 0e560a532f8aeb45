import type { Authenticate, Blobs, Bus, Keys, Logger, Secrets, Store } from '@marquee/service-kit';
import type { ShippedBlocks } from './block-templates/shipped-blocks.ts';
import type { TryPorts } from './connections/try-connection.ts';
import type { ConfigFolder } from './files/config-folder.ts';
import type { Repository } from './history/repository.ts';
import type { Pictures } from './images/pictures.ts';
import type { ConfigDb } from './migrations/config-db.ts';
import type { ShippedTemplates } from './overlays/templates/shipped-templates.ts';
import type { Desk } from './problems/deskwork.ts';
import type { PlexServers } from './servers/plex-servers.ts';

/** What the config service needs from the world. */
export interface ConfigPorts {
  servers: PlexServers;
  store: Store<ConfigDb>;
  blobs: Blobs;
  keys: Keys;
  bus: Bus;
  folder: ConfigFolder;
  /** Where the history of the folder is kept. */
  repository: Repository;
  authenticate: Authenticate;
  /** How connections of Kometa's files are tried. */
  tries: TryPorts;
  log: Logger;
  version: string;
  clock: () => Date;
  /** Their values are taken out of error answers too. */
  secrets?: Secrets;
  /** This thread when absent. */
  desk?: Desk;
  /** sharp when absent. */
  pictures?: Pictures;
  /** None when absent. */
  templates?: ShippedTemplates;
  /** None when absent. */
  presets?: ShippedBlocks;
}
