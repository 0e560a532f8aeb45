import type { Principal } from '@marquee/contracts';
import { type Authenticate, bearerOf, type HttpRequest, rememberTokens } from '@marquee/service-kit';
import { type ApiKeys, isApiKey } from '../api-keys/api-keys.ts';
import type { LiveSessions } from '../sessions/create-sessions.ts';
import { VIEW_TOKEN } from '../sessions/view-token.ts';
import type { SigningKeys } from '../tokens/signing-keys.ts';
import type { ClientAddress } from './client-address.ts';
import { readCookie } from './cookies.ts';
import type { PublicAddress } from './public-address.ts';

const LOOKS = new Set(['GET', 'HEAD']);

/**
 * Who is behind a request: by access token, by API key, or, where one only looks, by the view cookie. A session that
 * has ended is nobody from that moment on, whatever its tokens say.
 */
export function createDoor(ports: {
  keys: SigningKeys;
  sessions: Pick<LiveSessions, 'isLive'>;
  apiKeys: Pick<ApiKeys, 'read'>;
  address: () => PublicAddress;
  addressOf: ClientAddress;
  now: () => Date;
}): { authenticate: Authenticate; viewer: Authenticate } {
  const { keys, sessions, apiKeys, address, addressOf, now } = ports;
  const readAccess = rememberTokens(keys.findKey, now);
  const readView = rememberTokens(keys.findKey, now, VIEW_TOKEN.type);

  async function living(principal: Principal | undefined): Promise<Principal | undefined> {
    return principal && (await sessions.isLive(principal.via.id)) ? principal : undefined;
  }

  async function byBearer(token: string, request: HttpRequest): Promise<Principal | undefined> {
    if (isApiKey(token)) return apiKeys.read(token, addressOf(request));
    return living((await readAccess(token))?.principal);
  }

  async function byCookie(request: HttpRequest): Promise<Principal | undefined> {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return undefined;
    const token = readCookie(request, 'view', address());
    return token === undefined ? undefined : living((await readView(token))?.principal);
  }

  /** Whatever the method: for a proxy that asks on behalf of a neighbour. */
  const viewer: Authenticate = async (request) => {
    if (request.headers.authorization === undefined) return byCookie(request);
    const token = bearerOf(request);
    return token === undefined ? undefined : byBearer(token, request);
  };

  return {
    viewer,
    authenticate: async (request) => {
      const looking = LOOKS.has(request.method ?? '') && request.headers.upgrade === undefined;
      return request.headers.authorization === undefined && !looking ? undefined : viewer(request);
    },
  };
}
