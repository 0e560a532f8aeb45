import ipaddr from 'ipaddr.js';

/** How far an address reaches; `forbidden` ones are never asked by us. */
export interface AddressReach {
  reach: 'public' | 'private' | 'loopback' | 'forbidden';
  /** For people: “a link-local address”. */
  what: string;
}

const forbidden = (what: string): AddressReach => ({ reach: 'forbidden', what });
const METADATA = forbidden('the address where a cloud keeps its secrets');

/** Beside the link-local ones: Azure, Alibaba, Oracle, AWS and Google. */
const metadata = ['168.63.129.16', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254', 'fd20:ce::254'];

const ofRange: Partial<Record<string, AddressReach>> = {
  loopback: { reach: 'loopback', what: 'this machine' },
  private: { reach: 'private', what: 'a private address' },
  uniqueLocal: { reach: 'private', what: 'a private address' },
  // Tailscale and the like.
  carrierGradeNat: { reach: 'private', what: 'a private address' },
  linkLocal: forbidden('a link-local address'),
  unspecified: forbidden('no address of a machine'),
  multicast: forbidden('a multicast address'),
  broadcast: forbidden('the broadcast address'),
};
const RESERVED = forbidden('a reserved address');
const PUBLIC: AddressReach = { reach: 'public', what: 'a public address' };

/** Ways to write an IPv4 address inside an IPv6 one, and where it begins. */
const embeddings: readonly { prefix: string; bits: number; at: number }[] = [
  { prefix: '64:ff9b::', bits: 96, at: 12 },
  { prefix: '2002::', bits: 16, at: 2 },
];

/** Of bytes, not of text: an address has many spellings. */
export function reachOf(address: string): AddressReach {
  if (!ipaddr.isValid(address)) return forbidden('no address');
  const parsed = ipaddr.process(address);
  if (metadata.some((one) => isSameAddress(one, address))) return METADATA;
  if (parsed.kind() === 'ipv6') return reachOfIpv6(parsed);
  return parsed.range() === 'unicast' ? PUBLIC : (ofRange[parsed.range()] ?? RESERVED);
}

/** However each is written. */
export function isSameAddress(one: string, other: string): boolean {
  return ipaddr.process(one).toNormalizedString() === ipaddr.process(other).toNormalizedString();
}

function reachOfIpv6(parsed: ipaddr.IPv4 | ipaddr.IPv6): AddressReach {
  const bytes = parsed.toByteArray();
  const embedding = embeddings.find(({ prefix, bits }) => parsed.match(ipaddr.parse(prefix), bits));
  if (embedding !== undefined) {
    const inner = reachOf(bytes.slice(embedding.at, embedding.at + 4).join('.'));
    // A gateway that leads back into the private network is nobody's way to reach a server at home.
    return inner.reach === 'public' ? inner : forbidden(`a way around to ${inner.what}`);
  }
  // Only 2000::/3 was ever given out.
  if (parsed.range() === 'unicast') return ((bytes[0] ?? 0) & 0xe0) === 0x20 ? PUBLIC : RESERVED;
  return ofRange[parsed.range()] ?? RESERVED;
}
