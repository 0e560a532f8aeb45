import type { Principal } from '@marquee/contracts';
import type { HttpRequest } from '@marquee/service-kit';
import type { SigningKeys } from '../tokens/signing-keys.ts';

/** A token made for the way to the services is used for this long, well within its life. */
const USED_FOR_MS = 120_000;
const MAX_REMEMBERED = 1000;

/** Puts an access token of our own on a request before it goes on: services believe nothing else. */
export function createPassOn(keys: Pick<SigningKeys, 'sign'>, now: () => number) {
  const made = new Map<string, { token: string; until: number }>();
  return (request: HttpRequest, principal: Principal): void => {
    const { headers } = request;
    delete headers.authorization;
    // Cookies are between the browser and the gateway.
    delete headers.cookie;
    if (principal.via.kind === 'nobody') return;
    headers.authorization = `Bearer ${tokenFor(principal)}`;
  };

  function tokenFor(principal: Principal): string {
    const who = JSON.stringify(principal);
    const known = made.get(who);
    if (known && known.until > now()) return known.token;
    if (made.size >= MAX_REMEMBERED) made.clear();
    const { token } = keys.sign(principal);
    made.set(who, { token, until: now() + USED_FOR_MS });
    return token;
  }
}
