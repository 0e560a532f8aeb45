import { isUtf8 } from 'node:buffer';

/** The text of a file, or undefined when it is not UTF-8 text. A byte order mark stays, so that saving keeps it. */
export function textOf(bytes: Uint8Array): string | undefined {
  // NUL is valid UTF-8, but no text file holds one.
  if (bytes.includes(0) || !isUtf8(bytes)) return undefined;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The bytes of a text, or undefined when it holds what no text file can: lone surrogates, NUL. */
export function bytesOf(text: string): Buffer | undefined {
  return text.includes('\0') || /\p{Cs}/u.test(text) ? undefined : Buffer.from(text, 'utf8');
}
