import { createHash, randomBytes } from 'node:crypto';
import type { Principal, SocketPath } from '@marquee/contracts';
import { BoundedMap } from '@marquee/service-kit';

const LIFE_MS = 30_000;
/** More wait only when somebody asks for tickets and uses none; then the oldest make room. */
const MOST_WAITING = 5000;

interface Waiting {
  principal: Principal;
  path: SocketPath;
}

/** One-time tickets for WebSockets, which browsers open without headers. Only their hashes are kept. */
export function createTickets(now: () => number = Date.now) {
  const waiting = new BoundedMap<Waiting>(MOST_WAITING, now);

  return {
    issue(principal: Principal, path: SocketPath): { ticket: string; expiresAt: Date } {
      const ticket = randomBytes(24).toString('base64url');
      waiting.set(hashOf(ticket), { principal, path }, LIFE_MS);
      return { ticket, expiresAt: new Date(now() + LIFE_MS) };
    },
    /** Whoever it was made for; shown at the wrong address it is spent as well. */
    redeem(ticket: string, path: string): Principal | undefined {
      const hash = hashOf(ticket);
      const found = waiting.get(hash);
      waiting.delete(hash);
      return found?.path === path ? found.principal : undefined;
    },
  };
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}
