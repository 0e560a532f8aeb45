import type { LogLine } from '@marquee/contracts';

/** One line as one pastes it somewhere else. */
export function lineText({ at, level, service, message, requestId, fields }: LogLine): string {
  const more = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : '';
  return `${at} ${level} ${service}: ${message}${requestId ? ` (${requestId})` : ''}${more}`;
}

/** What else the line says, short enough to stand beside its message; the rest is seen when it is opened. */
export function shortFacts(fields: LogLine['fields']): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && typeof value !== 'object')
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
}
