import type { IncomingMessage } from 'node:http';
import { type Principal, problem } from '@marquee/contracts';
import type { Authenticate } from './authenticate.ts';

const OPERATOR: Principal = { id: 'operator', name: 'Operator', role: 'admin', libraries: 'all' };
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The open door of a machine's own user, for a server that listens on loopback only. A foreign name that was
 * made to point here (DNS rebinding) and writes that another site's page sends are refused.
 */
export function loopbackOperator(): Authenticate {
  return async (request) => {
    checkHost(request);
    if (!READS.has(request.method ?? '') || request.headers.upgrade !== undefined) checkOrigin(request);
    return OPERATOR;
  };
}

function checkHost({ headers }: IncomingMessage): void {
  if (LOOPBACK_HOST.test(headers.host ?? '')) return;
  throw problem('auth.host-refused');
}

function checkOrigin({ headers }: IncomingMessage): void {
  const site = headers['sec-fetch-site'];
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin =
    headers.origin !== undefined && hostOf(headers.origin) !== headers.host?.toLowerCase();
  if (!foreignSite && !foreignOrigin) return;
  throw problem('auth.host-refused', {
    message: 'Another site may not write here',
    details: [
      {
        message: 'The request was sent by a page of another site.',
        path: 'headers.origin',
        fix: 'Use Marquee’s own page.',
      },
    ],
  });
}

/** 'null' and whatever else is no address belong to no host. */
function hostOf(origin: string): string | undefined {
  return /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase();
}
