import { problem } from '@marquee/contracts';

export type QueryValue = string | number | boolean;
/** Order and repetition matter to Plex (push, or, pop), so a query is a list and not an object. */
export type QueryPairs = ReadonlyArray<readonly [string, QueryValue]>;
type Segment = string | number | readonly (string | number)[];

const LONE_SURROGATE = /\p{Surrogate}/u;

/** The one place where a value becomes part of an address. */
export function encodeValue(value: QueryValue): string {
  const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
  if (LONE_SURROGATE.test(text)) {
    throw problem('request.invalid', { details: [{ message: 'This text is not valid Unicode' }] });
  }
  return encodeURIComponent(text);
}

function encodeSegment(value: string | number): string {
  const text = String(value);
  // No encoding saves these: URL parsers take "%2e%2e" for ".." too and walk up.
  if (text === '' || text === '.' || text === '..') {
    throw problem('request.invalid', {
      details: [{ message: `"${text}" cannot be part of a Plex address` }],
    });
  }
  return encodeValue(text);
}

/** `plexPath\`/library/metadata/${key}/posters\``; a list becomes 1,2,3. */
export function plexPath(constants: TemplateStringsArray, ...segments: Segment[]): string {
  const values = segments.map((s) =>
    typeof s === 'object' ? s.map(encodeSegment).join(',') : encodeSegment(s),
  );
  return String.raw({ raw: constants.raw }, ...values);
}

export function queryString(pairs: QueryPairs): string {
  return pairs.map(([name, value]) => `${encodeValue(name)}=${encodeValue(value)}`).join('&');
}

export function addressOf(baseUrl: string, path: string, query: QueryPairs = []): URL {
  const asked = queryString(query);
  const glue = path.includes('?') ? '&' : '?';
  return new URL(`${baseUrl.replace(/\/+$/, '')}${path}${asked === '' ? '' : glue + asked}`);
}

/**
 * A picture's address as Plex wrote it → the path on this very server, or null when it leads elsewhere.
 * A token inside is dropped: ours travels in the header.
 */
export function pathOnServer(baseUrl: string, address: string): string | null {
  const base = new URL(baseUrl);
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  if (url.origin !== base.origin) return null;
  const prefix = base.pathname.replace(/\/+$/, '');
  const absolute = URL.canParse(address);
  if (absolute && !`${url.pathname}/`.startsWith(`${prefix}/`)) return null;
  url.searchParams.delete('X-Plex-Token');
  return (absolute ? url.pathname.slice(prefix.length) : url.pathname) + url.search;
}
