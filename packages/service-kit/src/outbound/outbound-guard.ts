import { lookup as lookUp } from 'node:dns/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { errorCode } from '../files/error-code.ts';
import { addressRefused } from './address-refused.ts';
import type { AdmittedUrl } from './admitted-url.ts';
import { type GetOptions, guardedGet, type OutboundAnswer } from './guarded-get.ts';
import { guardedLookup, type Resolve } from './guarded-lookup.ts';
import {
  hostOf,
  type OutboundPolicy,
  type OutboundRules,
  policyFor,
  portOf,
  refusalOfAddress,
  refusalOfUrl,
} from './outbound-rules.ts';

export interface OutboundGuardOptions extends Partial<OutboundRules> {
  resolve?: Resolve;
}

export interface OutboundGuard {
  /** By what is written, without asking the network; throws `settings.address-refused`. */
  admit(url: string, policy: OutboundPolicy): AdmittedUrl;
  /** Also by every address the name stands for now. One that is unknown passes: its server may be off. */
  check(url: string, policy: OutboundPolicy): Promise<AdmittedUrl>;
  /** Small answers of others: http and https, three redirects at most, each checked anew, 10 s, 10 MB. */
  get(url: string, policy: OutboundPolicy, options?: GetOptions): Promise<OutboundAnswer>;
}

/** Docker's API gives the machine away to whoever may ask it. */
const DOCKER_PORTS = [2375, 2376];

/** Keeps requests whose address comes from people or from the internet away from what is none of their business. */
export function createOutboundGuard(options: OutboundGuardOptions = {}): OutboundGuard {
  const { resolve = everyAddress } = options;
  const rules: OutboundRules = {
    denyHosts: (options.denyHosts ?? []).map((host) => host.toLowerCase()),
    denyPorts: [...DOCKER_PORTS, ...(options.denyPorts ?? [])],
    ownPorts: options.ownPorts ?? (() => []),
    ownAddresses: options.ownAddresses ?? addressesOfThisMachine,
    serverOrigins: options.serverOrigins ?? (() => []),
  };

  const admit: OutboundGuard['admit'] = (text, wished) => {
    const url = parse(text);
    const refused = refusalOfUrl(url, rules);
    if (refused !== undefined) throw addressRefused(refused);
    const policy = policyFor(url, wished, rules);
    const refusalOf = (address: string) => refusalOfAddress(address, portOf(url), policy, rules);
    const host = hostOf(url);
    const literal = isIP(host) === 0 ? undefined : refusalOf(host);
    if (literal !== undefined) throw addressRefused(literal);
    return { url, lookup: guardedLookup(resolve, refusalOf) };
  };

  const check: OutboundGuard['check'] = async (text, wished) => {
    const admitted = admit(text, wished);
    const { url } = admitted;
    const policy = policyFor(url, wished, rules);
    for (const address of await addressesOf(hostOf(url), resolve)) {
      const refused = refusalOfAddress(address, portOf(url), policy, rules);
      if (refused !== undefined) throw addressRefused(refused);
    }
    return admitted;
  };

  return { admit, check, get: (url, policy, options) => guardedGet((at) => check(at, policy), url, options) };
}

function parse(text: string): URL {
  if (!URL.canParse(text)) throw addressRefused('This is not an address');
  return new URL(text);
}

async function addressesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  try {
    return await resolve(host);
  } catch (cause) {
    if (isUnknownName(cause)) return [];
    if (errorCode(cause) === 'EINVAL') throw addressRefused('This cannot be the name of a host');
    throw cause;
  }
}

function isUnknownName(cause: unknown): boolean {
  return ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'EAI_FAIL'].includes(String(errorCode(cause)));
}

/** As the system knows it, the hosts file included. */
async function everyAddress(host: string): Promise<readonly string[]> {
  return (await lookUp(host, { all: true })).map(({ address }) => address);
}

function addressesOfThisMachine(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).map(({ address }) => address),
  );
}
