import type { HttpRequest } from '@marquee/service-kit';
import { parse, type SerializeOptions, serialize } from 'cookie';
import type { PublicAddress } from './public-address.ts';

export type CookieName = 'refresh' | 'view' | 'plex';

const names: Record<CookieName, string> = { refresh: 'marquee', view: 'marquee-view', plex: 'marquee-plex' };

/** Over https the name itself makes the browser insist on Secure, Path=/ and no Domain. */
function nameOf(name: CookieName, { secure }: PublicAddress): string {
  return secure ? `__Host-${names[name]}` : names[name];
}

export function readCookie(
  request: HttpRequest,
  name: CookieName,
  address: PublicAddress,
): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : parse(cookie)[nameOf(name, address)];
}

/** A Set-Cookie value that no script can read. */
export function cookie(
  name: CookieName,
  value: string,
  address: PublicAddress,
  options: { maxAgeSeconds: number; sameSite?: SerializeOptions['sameSite'] },
): string {
  return serialize(nameOf(name, address), value, {
    httpOnly: true,
    secure: address.secure,
    sameSite: options.sameSite ?? 'strict',
    path: '/',
    maxAge: options.maxAgeSeconds,
  });
}

export function forgetCookie(name: CookieName, address: PublicAddress): string {
  return cookie(name, '', address, { maxAgeSeconds: 0 });
}
