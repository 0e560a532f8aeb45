import { createHash } from 'node:crypto';

/** The same for the same request and no other: an Idempotency-Key belongs to one of them. */
export function requestHash(method: string, url: string, body: Uint8Array): string {
  return createHash('sha256').update(`${method} ${url}\n`).update(body).digest('hex');
}
