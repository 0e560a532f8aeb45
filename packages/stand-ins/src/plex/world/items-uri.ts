import { decodeText, parseQuery, type Query } from '../wire/query.ts';
import { numberList, wholeNumber } from '../wire/request.ts';

/** What a `server://…` uri points at: certain items, what hangs below one, or a search. */
export type ItemsSource =
  | { kind: 'keys'; keys: number[] }
  | { kind: 'children'; of: number }
  | { kind: 'search'; sectionId: number; query: Query };

const pathOf = (uri: string): string | undefined => {
  const inner =
    /^(?:server|library):\/\/[^/]*\/(?:com\.plexapp\.plugins\.library\/|directory\/|item\/)?(.*)$/s.exec(uri);
  if (!inner) return undefined;
  const path = `/${(inner[1] ?? '').replace(/^\//, '')}`;
  return path.startsWith('/%2F') || path.startsWith('/%2f') || !path.includes('?')
    ? decodeText(path).replace(/^\/\//, '/')
    : path;
};

export const readItemsUri = (uri: string): ItemsSource | undefined => {
  const [path = '', ...query] = (pathOf(uri) ?? '').split('?');
  const search = /^\/library\/sections\/(\d+)\/all\/?$/.exec(path);
  if (search) {
    const sectionId = wholeNumber(search[1]);
    return sectionId === undefined
      ? undefined
      : { kind: 'search', sectionId, query: parseQuery(query.join('?')) };
  }
  const below = /^\/library\/(?:metadata|collections)\/(\d+)\/(?:children|allLeaves|items)$/.exec(path);
  const parent = below && wholeNumber(below[1]);
  if (parent) return { kind: 'children', of: parent };
  const keys = /^\/library\/(?:metadata|collections)(?:\/([\d,]*))?$/.exec(path);
  return keys ? { kind: 'keys', keys: numberList(keys[1]) } : undefined;
};
