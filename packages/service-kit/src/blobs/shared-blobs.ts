/**
 * Of the blobs in Redis that all services use together: each keeps to the same limits, since whoever writes makes
 * room for all. Redis itself has half as much again for keys and what it needs beside them.
 */
export const SHARED_BLOBS = { ttlMs: 7 * 24 * 3_600_000, maxBytes: 120_000_000 };
