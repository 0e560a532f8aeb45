import type { IncomingMessage } from 'node:http';
import type { Authenticate } from '../http/authenticate.ts';
import { type FindKey, type ReadToken, readAccessToken } from './access-token.ts';

const MAX_REMEMBERED = 5000;

/** What stands behind "Bearer " in a request, if anything does. */
export function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/**
 * For a service behind the gateway: believes the access token and nothing else. A token that was read once is
 * remembered while it is good and its key is known, since a page asks for hundreds of pictures with the same one.
 */
export function bearerAuthenticate(findKey: FindKey, now: () => Date = () => new Date()): Authenticate {
  const read = rememberTokens(findKey, now);
  return async (request) => {
    const token = bearerOf(request);
    return token === undefined ? undefined : (await read(token))?.principal;
  };
}

export function rememberTokens(
  findKey: FindKey,
  now: () => Date,
  type?: string,
): (token: string) => Promise<ReadToken | undefined> {
  const known = new Map<string, ReadToken & { kid: string }>();
  return async (token) => {
    const remembered = known.get(token);
    if (remembered && remembered.expiresAt > now() && (await findKey(remembered.kid))) return remembered;
    known.delete(token);
    const read = await readAccessToken(token, findKey, {
      now: now(),
      ...(type === undefined ? {} : { type }),
    });
    if (!read) return undefined;
    // The oldest goes first: a Map keeps the order of arrival.
    if (known.size >= MAX_REMEMBERED) known.delete(String(known.keys().next().value));
    known.set(token, { ...read, kid: kidOf(token) });
    return read;
  };
}

function kidOf(token: string): string {
  return String(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')).kid);
}
