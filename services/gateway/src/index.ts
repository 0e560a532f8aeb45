export { diskSpace } from './adapters/disk-space.ts';
export { httpUpstream } from './adapters/http-upstream.ts';
export { type GatewayDb, sqliteUsers } from './adapters/sqlite-users.ts';
export { staticWeb } from './adapters/static-web.ts';
export { GatewayEnv } from './env.ts';
export { createGateway, type Gateway } from './gateway.ts';
export { gatewayMigrations } from './migrations/migrations.ts';
export { ResetRefused, resetPassword } from './users/reset-password.ts';
