export type * from './blobs/blobs.ts';
export { type FolderBlobsOptions, folderBlobs } from './blobs/folder-blobs.ts';
export { type RedisBlobsOptions, redisBlobs } from './blobs/redis-blobs.ts';
export { SHARED_BLOBS } from './blobs/shared-blobs.ts';
export type * from './bus/bus.ts';
export * from './bus/inbox.ts';
export * from './bus/memory/memory-bus.ts';
export * from './bus/outbox.ts';
export * from './bus/rabbit/rabbit-bus.ts';
export * from './env/env-fields.ts';
export * from './env/read-env.ts';
export { recoverJournals, sweepStaleTemps } from './files/recover-files.ts';
export { NotAPlainFileError, type WriteOptions, writeFileAtomic } from './files/write-file-atomic.ts';
export * from './http/answer.ts';
export type * from './http/authenticate.ts';
export * from './http/call.ts';
export * from './http/cursor.ts';
export * from './http/etag.ts';
export type * from './http/http-types.ts';
export type * from './http/idempotency.ts';
export * from './http/listen.ts';
export * from './http/raw-answer.ts';
export type { Checks } from './http/readiness.ts';
export * from './http/service-app.ts';
export { BoundedMap } from './keys/bounded-map.ts';
export type * from './keys/keys.ts';
export { memoryKeys } from './keys/memory-keys.ts';
export { type RedisKeysOptions, redisKeys } from './keys/redis-keys.ts';
export * from './log/line-feed.ts';
export * from './log/logger.ts';
export { redactFields } from './log/redact-line.ts';
export * from './log/secrets.ts';
export type { AdmittedUrl } from './outbound/admitted-url.ts';
export {
  createOutboundGuard,
  type OutboundGuard,
  type OutboundGuardOptions,
} from './outbound/outbound-guard.ts';
export * from './outbound/parts-of-marquee.ts';
export * from './run/run-service.ts';
export { dataKey } from './seal/data-key.ts';
export * from './seal/seal.ts';
export * from './store/copy-database.ts';
export * from './store/idempotency-store.ts';
export { openStore, type Store, type StoreOptions } from './store/open-store.ts';
export * from './store/store-errors.ts';
export * from './tokens/access-token.ts';
export * from './tokens/bearer.ts';
export * from './tokens/jwks.ts';
