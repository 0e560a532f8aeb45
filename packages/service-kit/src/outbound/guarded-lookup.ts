import { isIP, type LookupFunction } from 'node:net';

/** Every address a name stands for now; rejects when there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What Node itself calls a connection that a block list forbids. */
const BLOCKED = 'ERR_IP_BLOCKED';

/**
 * For the moment of connecting: a name may stand for something else by then, so what is connected to is what was
 * looked at, and one refused address among many spoils all.
 */
export function guardedLookup(
  resolve: Resolve,
  refusalOf: (address: string) => string | undefined,
): LookupFunction {
  return (host, { all, family }, answer) => {
    resolve(host).then(
      (addresses) => {
        const refused = addresses.map(refusalOf).find((reason) => reason !== undefined);
        if (refused !== undefined) {
          answer(Object.assign(new Error(refused), { code: BLOCKED }), []);
          return;
        }
        const found = addresses
          .map((address) => ({ address, family: isIP(address) }))
          .filter((one) => !isFamily(family) || one.family === familyNumber(family));
        const [first] = found;
        if (first === undefined) {
          answer(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), []);
        } else if (all) answer(null, found);
        else answer(null, first.address, first.family);
      },
      (cause: NodeJS.ErrnoException) => answer(cause, []),
    );
  };
}

type Family = number | 'IPv4' | 'IPv6' | undefined;

function isFamily(family: Family): boolean {
  return family !== undefined && family !== 0;
}

function familyNumber(family: Family): number {
  return family === 'IPv4' || family === 4 ? 4 : 6;
}
