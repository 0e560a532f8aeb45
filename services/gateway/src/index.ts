export { diskSpace } from './adapters/disk-space.ts';
export { httpUpstream } from './adapters/http-upstream.ts';
export { staticWeb } from './adapters/static-web.ts';
export { doorFields, GatewayEnv, plexFields } from './env.ts';
export type { GatewayDb } from './migrations/gateway-db.ts';
export { gatewayMigrations } from './migrations/migrations.ts';
export { type OpenGateway, openGateway } from './open-gateway.ts';
export { type OpenSettings, openSettings } from './open-settings.ts';
export { ResetRefused, resetPassword } from './users/reset-password.ts';
