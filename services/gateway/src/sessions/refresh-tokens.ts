import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Opaque, 256 bits; only hashes are kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function looksLikeToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}

/**
 * The one successor of a token. It is not kept anywhere, so that the same question (two tabs, a lost answer) can be
 * answered again, and yet nobody who reads the database can use it.
 */
export function successorOf(token: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(`refresh-successor:${token}`).digest('base64url');
}
