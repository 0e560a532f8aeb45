import type { IncomingMessage } from 'node:http';
import { Principal, type Role } from '@marquee/contracts';

const HEADER = 'x-test-principal';

/** Headers of a request by such a person, for `testAuthenticate`. */
export function asRole(
  role: Role,
  libraries: Principal['libraries'] = 'all',
  id = `${role}-1`,
): Record<string, string> {
  return {
    [HEADER]: JSON.stringify({
      id,
      name: `Test ${role}`,
      role,
      libraries,
      via: { kind: 'session', id: 'session-1' },
    } satisfies Principal),
  };
}

/** Believes the test's own header: an `Authenticate` for tests and for nothing else. */
export async function testAuthenticate(request: IncomingMessage): Promise<Principal | undefined> {
  const header = request.headers[HEADER];
  return typeof header === 'string' ? Principal.parse(JSON.parse(header)) : undefined;
}
