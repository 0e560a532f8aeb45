import { type Attributes, container, type Element } from './element.ts';
import { type PlexRequest, plexParameter, wholeNumber } from './request.ts';

interface Page<T> {
  rows: T[];
  /** Only when a page was asked for: an unasked list has just its size. */
  attributes: Attributes;
}

const pageOf = <T>(all: readonly T[], request: Pick<PlexRequest, 'headers' | 'query'>): Page<T> => {
  const start = wholeNumber(plexParameter(request, 'X-Plex-Container-Start'));
  const size = wholeNumber(plexParameter(request, 'X-Plex-Container-Size'));
  if (start === undefined && size === undefined) return { rows: [...all], attributes: {} };
  const offset = Math.max(0, start ?? 0);
  const rows = all.slice(offset, size === undefined ? undefined : offset + Math.max(0, size));
  return { rows, attributes: { totalSize: all.length, offset } };
};

/** Describes only the rows of the page: a library may hold thousands. */
export const pagedContainer = <T>(
  all: readonly T[],
  request: Pick<PlexRequest, 'headers' | 'query'>,
  attributes: Attributes,
  describe: (row: T) => Element,
): Element => {
  const page = pageOf(all, request);
  return container({ ...page.attributes, ...attributes }, page.rows.map(describe));
};
