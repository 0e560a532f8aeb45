export * from './as-role.ts';
export * from './ask-pillow.ts';
export * from './ask-python.ts';
export * from './ask-ruamel.ts';
export * from './free-port.ts';
export * from './memory-idempotency.ts';
export * from './role-matrix.ts';
export * from './temp-folder.ts';
