import type { Operator, Parameter } from '../wire/query.ts';

export type Filter =
  | { kind: 'all'; of: Filter[] }
  | { kind: 'any'; of: Filter[] }
  | { kind: 'test'; field: string; operator: Operator; value: string };

/** Parameters that shape the answer instead of choosing items. */
const notFilters =
  /^(?:type|sort|limit|group|title\.|X-Plex-|include|exclude|check|async|skipRefresh|clusterZoomLevel|sourceType|filterType|uri|smart|sectionId|sectionID|playlistType)/;

interface Group {
  /** Alternatives, each a list of conditions that all must hold. */
  alternatives: Filter[][];
}

const emptyGroup = (): Group => ({ alternatives: [[]] });

const addTo = (group: Group, filter: Filter): void => {
  group.alternatives.at(-1)?.push(filter);
};

const close = ({ alternatives }: Group): Filter => {
  const filled = alternatives.filter((one) => one.length > 0);
  const all = filled.map((of): Filter => ({ kind: 'all', of }));
  return all.length === 1
    ? (all[0] ?? { kind: 'all', of: [] })
    : { kind: filled.length ? 'any' : 'all', of: all };
};

/** Reads `push=1&genre=1&or=1&genre=2&pop=1&year>>=2000`; unbalanced groups close at the end. */
export const parseFilter = (parameters: readonly Parameter[]): Filter => {
  const open: Group[] = [emptyGroup()];
  const current = () => open.at(-1) ?? emptyGroup();
  const closeOne = () => {
    const group = open.pop();
    if (group) addTo(current(), close(group));
  };
  for (const { name, operator, value } of parameters) {
    if (name === 'push') open.push(emptyGroup());
    else if (name === 'pop') {
      if (open.length > 1) closeOne();
    } else if (name === 'or') current().alternatives.push([]);
    else if (name !== 'and' && !notFilters.test(name))
      addTo(current(), { kind: 'test', field: name, operator, value });
  }
  while (open.length > 1) closeOne();
  return close(current());
};
