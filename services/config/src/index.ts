export { localFolder } from './adapters/local-folder.ts';
export { plexClients } from './adapters/plex-clients.ts';
export { type ConfigService, createConfig } from './config.ts';
export { ConfigEnv } from './env.ts';
export type { ConfigFolder } from './files/config-folder.ts';
export type { ConfigDb } from './migrations/config-db.ts';
export { configMigrations } from './migrations/config-migrations.ts';
export type { ConfigPorts } from './ports.ts';
export { createLiveServers } from './servers/live-servers.ts';
