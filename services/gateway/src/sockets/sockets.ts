import type { Duplex } from 'node:stream';
import { allows, type Principal, Problem, problem, signInRoutes, sockets } from '@marquee/contracts';
import {
  type Authenticate,
  type HttpRequest,
  type Logger,
  refuseUpgrade,
  type ServiceApp,
} from '@marquee/service-kit';
import { type Connection, createSocketServer } from '../adapters/socket-server.ts';
import type { Vigil } from '../live/vigil.ts';
import { createFeeds, type Feed, type FeedPorts } from './feeds.ts';
import { createTickets } from './tickets.ts';

const BASE = 'http://socket';
const MOST_PER_PERSON = 10;
/** The close code that tells the web to sign in again, or to ask for a new ticket. */
const SESSION_OVER = 4401;

export interface SocketPorts extends FeedPorts {
  authenticate: Authenticate;
  /** Throws when a page of this origin may not connect. */
  checkOrigin(origin: string): void;
  vigil: Vigil;
  log: Logger;
  now?: () => number;
}

/** The WebSockets of Marquee: who may open which, what is heard there, and when it ends. */
export function createSockets(ports: SocketPorts) {
  const { vigil, log } = ports;
  const tickets = createTickets(ports.now);
  const feeds = createFeeds(ports);
  const server = createSocketServer();
  /** How many each person has open. */
  const open = new Map<string, number>();
  const countOf = ({ id }: Principal): number => open.get(id) ?? 0;

  async function principalOf(request: HttpRequest, url: URL): Promise<Principal> {
    const ticket = url.searchParams.get('ticket');
    if (ticket !== null) {
      const holder = tickets.redeem(ticket, url.pathname);
      // Half a minute is long enough to be signed out in.
      const now = holder && (await vigil.current(holder));
      if (now === undefined) throw problem('auth.ticket-refused');
      return now;
    }
    // Any page can make a browser send its cookies here: they open nothing.
    delete request.headers.cookie;
    const principal = await ports.authenticate(request);
    if (principal === undefined) throw problem('auth.required');
    return principal;
  }

  function hold(principal: Principal, connection: Connection, feed: ReturnType<Feed>): () => void {
    open.set(principal.id, countOf(principal) + 1);
    const stopWatching = vigil.watch(principal, () => {
      stopFeed();
      connection.close(SESSION_OVER, 'What you may do has changed: connect again');
    });
    const stopFeed = feed(connection.send);
    return () => {
      stopFeed();
      stopWatching();
      const left = countOf(principal) - 1;
      if (left > 0) open.set(principal.id, left);
      else open.delete(principal.id);
    };
  }

  async function join(request: HttpRequest, socket: Duplex, head: Buffer): Promise<void> {
    if (!URL.canParse(request.url ?? '', BASE)) throw problem('request.malformed');
    const url = new URL(request.url ?? '', BASE);
    const target = sockets.find(({ path }) => path === url.pathname);
    if (target === undefined) throw problem('request.not-found');
    if (request.headers.origin !== undefined) ports.checkOrigin(request.headers.origin);
    const principal = await principalOf(request, url);
    if (!allows(target.role, principal.role)) throw problem('auth.forbidden');
    url.searchParams.delete('ticket');
    const feed = feeds[target.path](principal, url.searchParams);
    if (countOf(principal) >= MOST_PER_PERSON) throw tooMany();
    server.accept(request, socket, head, (connection) => hold(principal, connection, feed));
  }

  return {
    serveTickets(service: Pick<ServiceApp, 'serve'>): void {
      service.serve(signInRoutes.ticket, async ({ principal, body: { socket } }) => {
        const target = sockets.find(({ path }) => path === socket);
        if (target && !allows(target.role, principal.role)) throw problem('auth.forbidden');
        const { ticket, expiresAt } = tickets.issue(principal, socket);
        return { ticket, expiresAt: expiresAt.toISOString() };
      });
    },
    /** For the http server's `upgrade` event; never rejects. */
    upgrade(request: HttpRequest, socket: Duplex, head: Buffer): Promise<void> {
      // The http server has let go of the socket: a client that hangs up now would bring down the process.
      socket.on('error', () => socket.destroy());
      return join(request, socket, head).catch((error: unknown) => {
        const refusal = error instanceof Problem ? error : problem('server.unexpected', { cause: error });
        log[refusal.status >= 500 ? 'error' : 'info']({ err: error }, 'A WebSocket was refused');
        refuseUpgrade(socket, refusal);
      });
    },
    close: () => server.close(),
  };
}
export type Sockets = ReturnType<typeof createSockets>;

function tooMany(): Problem {
  return problem('service.overloaded', {
    message: `You have ${MOST_PER_PERSON} WebSockets open already`,
    headers: { 'retry-after': '10' },
  });
}
