import { isSameAddress, reachOf } from './address-reach.ts';

/**
 * `connector`: the base address of an outside service as an admin gives it; this machine and the home network are
 * fine. `content`: an address that came from somewhere else, as of a picture; only the public internet, or a
 * configured server.
 */
export type OutboundPolicy = 'connector' | 'content';

export interface OutboundRules {
  /** Names of our own services. */
  denyHosts: readonly string[];
  /** Asked at no address at all. */
  denyPorts: readonly number[];
  /** Where we listen on this machine. */
  ownPorts: () => readonly number[];
  /** Every address of this machine. */
  ownAddresses: () => readonly string[];
  /** Origins of the configured servers, which content may come from too. */
  serverOrigins: () => readonly string[];
}

/** The part of the policy that holds for this address of a server. */
export function policyFor(url: URL, policy: OutboundPolicy, rules: OutboundRules): OutboundPolicy {
  return policy === 'content' && rules.serverOrigins().includes(url.origin) ? 'connector' : policy;
}

/** Why an address text is refused before its name is looked up. */
export function refusalOfUrl(url: URL, rules: OutboundRules): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'Only http and https addresses are asked';
  if (url.username !== '' || url.password !== '') return 'A name or password inside the address is not taken';
  const host = hostOf(url);
  if (host === '') return 'The host is missing';
  if (rules.denyHosts.includes(host)) return `${host} is a part of Marquee itself`;
  if (rules.denyPorts.includes(portOf(url))) return `Port ${portOf(url)} is not asked`;
  return undefined;
}

/** Why an address of a machine is refused. */
export function refusalOfAddress(
  address: string,
  port: number,
  policy: OutboundPolicy,
  rules: OutboundRules,
): string | undefined {
  const { reach, what } = reachOf(address);
  if (reach === 'forbidden') return `${address} is ${what}`;
  if (policy === 'content' && reach !== 'public') return `${address} is ${what}`;
  const own = reach === 'loopback' || rules.ownAddresses().some((one) => isSameAddress(one, address));
  if (own && rules.ownPorts().includes(port)) return `Port ${port} of this machine is Marquee itself`;
  return undefined;
}

/** As it is looked up: without brackets, and without the dot that ends an absolute name. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
}

export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}
