import type { IncomingMessage } from 'node:http';
import { problem } from '@marquee/contracts';

/** Refuses a request without Host, and one with several: each reader of it could believe another (RFC 9112 § 3.2). */
export function checkHost({ headersDistinct, httpVersion }: IncomingMessage): void {
  const count = headersDistinct.host?.length ?? 0;
  if (count === 1 || (count === 0 && httpVersion === '1.0')) return;
  const message = count === 0 ? 'The Host header is missing.' : 'There is more than one Host header.';
  throw problem('request.malformed', { details: [{ message }] });
}
