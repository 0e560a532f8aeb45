import { usersMigration } from './0001-users.ts';

export const gatewayMigrations = { '0001-users': usersMigration };
