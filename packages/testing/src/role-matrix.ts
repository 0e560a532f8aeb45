import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnyRoute, allows, errorTable, type Principal, type Role } from '@marquee/contracts';
import { asRole } from './as-role.ts';
import { type Asked, askOnce } from './ask-once.ts';

/** Everybody a route must tell apart. The last has the role that the route wants, but no library. */
const people = ['anonymous', 'viewer', 'editor', 'admin', 'somebody without the library'] as const;
type Person = (typeof people)[number];

/** What says that the door stayed shut, or that there is none. */
const REFUSALS = new Set<string>([
  'auth.required',
  'auth.forbidden',
  'auth.person-required',
  'request.not-found',
]);

export type Expected = 'sign in first' | 'may not' | 'may' | 'does not exist';

export interface RoleCell {
  operation: string;
  person: Person;
  expected: Expected;
  /** What came: status and error code. */
  came: string;
  /** Whether what came is what the route's value promises. */
  holds: boolean;
}

export interface RoleMatrixOptions {
  /** Path parameters of things that exist, where the route's examples name others. */
  params?: (operation: string, route: AnyRoute) => Record<string, string> | undefined;
  /** How a person shows who they are; the header of `testAuthenticate` when absent. */
  headersOf?: (principal: Principal | undefined) => Record<string, string>;
}

/**
 * Asks every operation as every kind of person. Each cell says whether the answer is what role and `hiddenBy` of
 * the route promise; a test asserts that all of them hold.
 */
export async function roleMatrix(
  app: RequestListener,
  routes: Record<string, AnyRoute>,
  options: RoleMatrixOptions = {},
): Promise<RoleCell[]> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cells: RoleCell[] = [];
  try {
    for (const [operation, route] of Object.entries(routes)) {
      for (const person of people) {
        const principal = principalFor(person, route);
        const headers = options.headersOf?.(principal) ?? headersFor(principal);
        const asked = await askOnce(port, route, headers, options.params?.(operation, route));
        const expected = expectedFor(person, route);
        cells.push({
          operation,
          person,
          expected,
          came: wordsFor(asked),
          holds: holds(asked, expected, route),
        });
      }
    }
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return cells;
}

/** As long as a real one; a test may make the accounts for them. */
export const matrixId = (name: string): string => name.padEnd(22, '0');

function principalFor(person: Person, route: AnyRoute): Principal | undefined {
  if (person === 'anonymous') return undefined;
  if (person !== 'somebody without the library')
    return {
      id: matrixId(person),
      name: person,
      role: person,
      libraries: 'all',
      via: { kind: 'session', id: 'session-1' },
    };
  const role: Role = route.role === 'public' ? 'viewer' : route.role;
  return {
    id: matrixId('outsider'),
    name: 'Outsider',
    role,
    libraries: [],
    via: { kind: 'session', id: 'session-1' },
  };
}

function headersFor(principal: Principal | undefined): Record<string, string> {
  return principal ? asRole(principal.role, principal.libraries, principal.id) : {};
}

export function expectedFor(person: Person, route: AnyRoute): Expected {
  const principal = principalFor(person, route);
  if (!allows(route.role, principal?.role)) return principal ? 'may not' : 'sign in first';
  return person === 'somebody without the library' && route.hiddenBy === 'library' ? 'does not exist' : 'may';
}

function holds({ status, code }: Asked, expected: Expected, route: AnyRoute): boolean {
  switch (expected) {
    case 'sign in first':
      return status === 401 && code === 'auth.required';
    case 'may not':
      return status === 403 && code === 'auth.forbidden';
    case 'does not exist':
      // The route's own word for it: an address that nobody serves must not pass for a hidden thing.
      return (
        status === 404 && (route.errors ?? []).some((own) => own === code && errorTable[own].status === 404)
      );
    case 'may':
      // A route's own errors are its answer, also when they are of the kind that shuts doors.
      return (
        (route.errors ?? []).some((own) => own === code) ||
        (![405, 500].includes(status) &&
          !REFUSALS.has(code ?? '') &&
          (code !== undefined || ![401, 403].includes(status)))
      );
  }
}

function wordsFor({ status, code }: Asked): string {
  return code === undefined ? String(status) : `${status} ${code}`;
}
