import type { PlexAccount } from '../model.ts';
import type { Query } from './query.ts';

export interface PlexRequest {
  method: string;
  path: string;
  query: Query;
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  /** The named parts of the matched path. */
  parts: Readonly<Record<string, string>>;
  /** Whoever the token belongs to. */
  account: PlexAccount;
}

/** Plex takes its own parameters from a header or from the query, the query winning. */
export const plexParameter = (
  request: Pick<PlexRequest, 'headers' | 'query'>,
  name: string,
): string | undefined => request.query.get(name) ?? request.headers[name.toLowerCase()];

export const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;

export const numberList = (text: string | undefined): number[] =>
  (text ?? '').split(',').flatMap((one) => wholeNumber(one.trim()) ?? []);
