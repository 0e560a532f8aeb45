import type { HttpRequest } from '@marquee/service-kit';
import type { RequestHandler } from 'express';
import type { Whence } from '../audit/audit.ts';
import type { ClientAddress } from './client-address.ts';

const addresses = new WeakMap<HttpRequest, string>();

/** Notes once, at the door, where each request comes from. */
export function noteWhence(addressOf: ClientAddress): RequestHandler {
  return (request, _response, next) => {
    addresses.set(request, addressOf(request));
    next();
  };
}

/** Where a request comes from, for limits and the audit log. */
export function whenceOf({ request, requestId }: { request: HttpRequest; requestId: string }): Whence {
  const address = addresses.get(request);
  if (address === undefined) throw new Error('The request did not come in through the door');
  return { address, requestId };
}
