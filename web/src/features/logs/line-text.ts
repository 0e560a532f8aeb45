import type { LogLine } from '@marquee/contracts';

/** One line as one pastes it somewhere else. */
export function lineText({ at, level, service, message, requestId, fields }: LogLine): string {
  const more = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : '';
  return `${at} ${level} ${service}: ${message}${requestId ? ` (${requestId})` : ''}${more}`;
}
