export * from './as-role.ts';
export * from './free-port.ts';
export * from './memory-idempotency.ts';
export * from './role-matrix.ts';
export * from './temp-folder.ts';
