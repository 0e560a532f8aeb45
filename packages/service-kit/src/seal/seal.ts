import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 'v1';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Locks secrets for keeping: AES-256-GCM, each bound to the place it is kept in. */
export interface Sealer {
  /** `place` names table, row and column: what was sealed for one place opens at no other. */
  seal(text: string, place: string): string;
  /** undefined when it was sealed with another key, for another place, or was tampered with. */
  open(sealed: string, place: string): string | undefined;
}

export function createSealer(key: Buffer): Sealer {
  if (key.length !== KEY_BYTES) throw new Error(`The data key must be ${KEY_BYTES} bytes, not ${key.length}`);
  return {
    seal(text, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(place));
      const locked = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, ...[iv, cipher.getAuthTag(), locked].map((part) => part.toString('base64url'))].join(
        '.',
      );
    },
    open(sealed, place) {
      const [version, ...parts] = sealed.split('.');
      const [iv, tag, locked] = parts.map((part) => Buffer.from(part, 'base64url'));
      if (version !== VERSION || iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES || !locked)
        return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(locked), decipher.final()]).toString('utf8');
      } catch {
        // Only a wrong key, a wrong place or changed bytes end here.
        return undefined;
      }
    },
  };
}
