import { parseQuery } from '../wire/query.ts';
import { numberList, wholeNumber } from '../wire/request.ts';
import { type TypeName, typeNames } from '../world/titles.ts';
import type { RecordedRequest } from './trace.ts';

/** One number a recorded request speaks of, and what the request tells about it. */
export interface Reference {
  key: number;
  /** Certain: the request says so. */
  kind?: TypeName;
  sectionId?: number;
  /** Likely: what the client was listing at the time. */
  listed?: { kind: TypeName; sectionId: number };
}

const sectionIn = (path: string): number | undefined =>
  wholeNumber(/^\/library\/sections\/(\d+)/.exec(path)?.[1]);

const kindBySubpath: Record<string, TypeName> = { allLeaves: 'show', children: 'show' };

const inPath = (path: string): Reference[] => {
  const named = /^\/(library\/metadata|library\/collections|playlists)\/([\d,]+)(?:\/(\w+))?/.exec(path);
  if (!named) return [];
  const [, shelf, keys, below = ''] = named;
  const kind =
    shelf === 'playlists'
      ? 'playlist'
      : shelf === 'library/collections'
        ? 'collection'
        : kindBySubpath[below];
  return numberList(keys).map((key) => (kind ? { key, kind } : { key }));
};

const inUri = (uri: string): number[] => numberList(/\/library\/metadata\/([\d,]+)/.exec(uri)?.[1]);

const inQuery = ({ path, query }: RecordedRequest): Reference[] => {
  const parameters = parseQuery(query);
  const kind = typeNames.get(wholeNumber(parameters.get('type')) ?? -1);
  const sectionId = sectionIn(path);
  const edited = numberList(parameters.get('id')).map((key) => ({
    key,
    ...(kind ? { kind } : {}),
    ...(sectionId === undefined ? {} : { sectionId }),
  }));
  const promoted = numberList(parameters.get('metadataItemId')).map(
    (key): Reference => ({ key, kind: 'collection' }),
  );
  const listed = inUri(parameters.get('uri') ?? '').map((key): Reference => ({ key }));
  return [...edited, ...promoted, ...listed];
};

const listingOf = ({ method, path, query }: RecordedRequest): Reference['listed'] | undefined => {
  const sectionId = /\/all$/.test(path) ? sectionIn(path) : undefined;
  const parameters = parseQuery(query);
  const kind = typeNames.get(wholeNumber(parameters.get('type')) ?? -1);
  const lists = method === 'GET' && kind !== undefined && kind !== 'collection' && !parameters.has('title');
  return lists && sectionId !== undefined ? { kind, sectionId } : undefined;
};

/** Everything with a number that a recording mentions, in order. */
export const referencesIn = (requests: readonly RecordedRequest[]): Reference[] => {
  let listed: Reference['listed'];
  return requests.flatMap((request) => {
    listed = listingOf(request) ?? listed;
    return [...inPath(request.path), ...inQuery(request)].map((reference) =>
      listed ? { ...reference, listed } : reference,
    );
  });
};

export const sectionsIn = (requests: readonly RecordedRequest[]): Map<number, TypeName | undefined> => {
  const sections = new Map<number, TypeName | undefined>();
  for (const request of requests) {
    const id = sectionIn(request.path) ?? wholeNumber(/^\/hubs\/sections\/(\d+)/.exec(request.path)?.[1]);
    if (id === undefined) continue;
    sections.set(id, sections.get(id) ?? listingOf(request)?.kind);
  }
  return sections;
};
