import { problem } from '@marquee/contracts';
import type { HttpRequest } from '@marquee/service-kit';
import type { RequestHandler } from 'express';
import { checkOrigin, type PublicAddress } from './public-address.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses writes that another site's page makes a browser send (CSRF), whatever they carry. */
export function sameOriginOnly(address: () => PublicAddress): RequestHandler {
  return (request, _response, next) => {
    if (!READS.has(request.method)) checkWriter(request, address());
    next();
  };
}

function checkWriter({ headers }: HttpRequest, address: PublicAddress): void {
  if (headers.origin !== undefined) checkOrigin(address, headers.origin);
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('auth.origin-refused');
  // A cookie is sent by browsers, and a browser says where a write comes from.
  if (headers.cookie !== undefined && headers.authorization === undefined && headers.origin === undefined)
    throw problem('auth.origin-refused', {
      details: [
        {
          message: 'A write with a cookie needs an Origin header.',
          path: 'headers.origin',
          fix: 'Scripts send "Authorization: Bearer" with an API key instead of cookies.',
        },
      ],
    });
}
