import type { IncomingMessage } from 'node:http';
import type { Principal } from '@marquee/contracts';

/**
 * Turns a request into the person behind it; undefined = nobody (401 where a role is needed). Throws a Problem
 * to refuse outright. Handed in by each main: today the operator of this machine, later a verified token.
 */
export type Authenticate = (request: IncomingMessage) => Promise<Principal | undefined>;
