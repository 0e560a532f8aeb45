import type { Logger } from 'pino';

export type BusLog = Pick<Logger, 'info' | 'warn' | 'error'>;

export const silentLog: BusLog = { info() {}, warn() {}, error() {} };
