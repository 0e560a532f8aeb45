import { type AnyRoute, API_PREFIX } from '@marquee/contracts';

/** The addresses served, to tell a wrong method (405) from a wrong address (404). */
export interface RouteTable {
  /** Throws on what must never start: a route without a role, or two for one address. */
  add(route: AnyRoute): void;
  /** The methods that this path takes; empty when there is no such address. */
  methodsFor(path: string): string[];
  /** Whether the path is this route's, and not that of another which spells out more of it. */
  isFor(route: AnyRoute, path: string): boolean;
}

interface Entry {
  segments: string[];
  method: string;
}

export function createRouteTable(): RouteTable {
  const entries: Entry[] = [];
  const taken = new Set<string>();

  /** /users/me before /users/:id, so that a method which only the latter takes is refused at the former. */
  function nearest(path: string): Entry[] {
    const segments = path.split('/');
    const fitting = entries.filter((entry) => fits(entry.segments, segments));
    const most = Math.max(...fitting.map((entry) => literalsOf(entry.segments)));
    return fitting.filter((entry) => literalsOf(entry.segments) === most);
  }

  return {
    add(route) {
      const name = `${route.method.toUpperCase()} ${API_PREFIX}${route.path}`;
      if (!route.role) throw new Error(`${name} has no role: every route must say who may call it`);
      // /a/:id and /a/:name are one address.
      const address = name.replaceAll(/:[^/]+/g, ':');
      if (taken.has(address)) throw new Error(`${name} is served twice`);
      taken.add(address);
      entries.push({ segments: segmentsOf(route), method: route.method.toUpperCase() });
    },
    methodsFor(path) {
      const methods = nearest(path).map(({ method }) => method);
      return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
    },
    isFor: (route, path) => literalsOf(segmentsOf(route)) === literalsOf(nearest(path)[0]?.segments ?? []),
  };
}

const segmentsOf = (route: AnyRoute): string[] => `${API_PREFIX}${route.path}`.split('/');

function literalsOf(segments: string[]): number {
  return segments.filter((part) => !part.startsWith(':')).length;
}

function fits(template: string[], segments: string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, at) => (part.startsWith(':') ? segments[at] !== '' : part === segments[at]))
  );
}
