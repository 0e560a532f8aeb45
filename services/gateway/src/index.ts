export { diskSpace } from './adapters/disk-space.ts';
export { httpUpstream } from './adapters/http-upstream.ts';
export { staticWeb } from './adapters/static-web.ts';
export { doorFields, GatewayEnv } from './env.ts';
export { createGateway, type Gateway } from './gateway.ts';
export type { GatewayDb } from './migrations/gateway-db.ts';
export { gatewayMigrations } from './migrations/migrations.ts';
export { openDoor } from './open-door.ts';
export { ResetRefused, resetPassword } from './users/reset-password.ts';
