import type { HttpRequest } from '@marquee/service-kit';
import { z } from 'zod';

const RESOLVE_EVERY_MS = 30_000;
/** A proxy that starts after us is to be known soon. */
const UNKNOWN_RETRY_MS = 2000;

const Address = z.ipv4().or(z.ipv6());
const isAddress = (text: string) => Address.safeParse(text).success;

export type ClientAddress = (request: HttpRequest) => string;

/** How IPv4 looks on a socket that takes both. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');

/**
 * Where a request comes from: the peer, or what a trusted proxy says of it. `trusted` is empty (nobody), `dns:traefik`
 * (whatever that name stands for now) or a list of addresses; a whole network is never trusted, since any neighbour
 * in it could lie.
 */
export function clientAddress(
  trusted: string,
  { resolve, onError }: { resolve: (name: string) => Promise<string[]>; onError: (error: unknown) => void },
): { of: ClientAddress; start(): Promise<void>; stop(): void } {
  const name = /^dns:([\w.-]+)$/.exec(trusted)?.[1];
  const listed =
    name === undefined
      ? trusted
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean)
      : [];
  const wrong = listed.find((part) => !isAddress(part));
  if (wrong !== undefined)
    throw new Error(`MARQUEE_TRUST_PROXY names "${wrong}": use dns:NAME or addresses, separated by commas.`);
  let proxies = new Set(listed.map(plain));
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    if (name === undefined) return;
    try {
      proxies = new Set((await resolve(name)).map(plain));
    } catch (error) {
      // Nobody is trusted until the proxy's name is known again.
      proxies = new Set();
      onError(error);
    }
  }

  function lookAgain(): void {
    timer = setTimeout(
      () => void look().then(lookAgain),
      proxies.size === 0 ? UNKNOWN_RETRY_MS : RESOLVE_EVERY_MS,
    );
    timer.unref();
  }

  return {
    of(request) {
      const peer = plain(request.socket.remoteAddress ?? '');
      if (!proxies.has(peer)) return peer || 'local';
      const told = request.headers['x-forwarded-for'];
      // The proxy adds the last one; whatever stands before it came from the client.
      const last = (Array.isArray(told) ? told.join(',') : (told ?? '')).split(',').at(-1)?.trim() ?? '';
      return isAddress(last) ? plain(last) : peer;
    },
    async start() {
      await look();
      if (name !== undefined) lookAgain();
    },
    stop: () => clearTimeout(timer),
  };
}
