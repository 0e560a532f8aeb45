import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from './exchange.ts';

/** Asked every few seconds by machines: worth a line only to somebody who looks for it. */
const QUIET = new Set(['/livez', '/readyz', '/metrics']);

/** One line a request. The template, never the address: that may hold titles, names or a token. */
export function logAccess(
  { log, template, code, gone }: Exchange,
  { method }: IncomingMessage,
  { statusCode }: ServerResponse,
  seconds: number,
): void {
  const line = {
    method,
    route: template,
    status: statusCode,
    ms: Math.round(seconds * 1000),
    ...(code === undefined ? {} : { code }),
    ...(gone.aborted ? { clientLeft: true } : {}),
  };
  if (QUIET.has(template)) log.debug(line, 'answered');
  else log.info(line, 'answered');
}
