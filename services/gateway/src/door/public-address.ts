import { problem } from '@marquee/contracts';

/** By which address people reach Marquee. Links, cookies and origin checks follow from it, never from `Host`. */
export interface PublicAddress {
  /** Without a slash at the end. */
  url: string;
  /** Over https: cookies get the __Host- prefix. */
  secure: boolean;
  /** False when people on other machines speak plain http with it. */
  encrypted: boolean;
  allowsOrigin(origin: string): boolean;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export function publicAddress(publicUrl: string, allowHttp: boolean): PublicAddress {
  const { protocol, hostname, port, origin } = new URL(publicUrl);
  const secure = protocol === 'https:';
  const loopback = LOOPBACK.has(hostname);
  if (!secure && !loopback && !allowHttp) {
    throw new Error(
      `MARQUEE_PUBLIC_URL is ${publicUrl}: passwords would travel unencrypted. Put Marquee behind https, or accept it with MARQUEE_ALLOW_HTTP=yes.`,
    );
  }
  const names = loopback ? [...LOOPBACK] : [hostname];
  const origins = new Set(names.map((name) => new URL(`${protocol}//${name}${port && `:${port}`}`).origin));
  return {
    url: origin,
    secure,
    encrypted: secure || loopback,
    allowsOrigin: (asked) => origins.has(asked),
  };
}

/** What a page of ours or a script may send as Origin; anything else is another site's page. */
export function checkOrigin(address: PublicAddress, origin: string): void {
  if (address.allowsOrigin(origin)) return;
  throw problem('auth.origin-refused', {
    details: [
      {
        message: `The request came from a page at ${origin.slice(0, 200)}; Marquee is at ${address.url}.`,
        path: 'headers.origin',
        fix: `Open ${address.url}, or set MARQUEE_PUBLIC_URL to the address you use.`,
      },
    ],
  });
}
