import { type AnyRoute, API_PREFIX } from '@marquee/contracts';

/** The addresses served, to tell a wrong method (405) from a wrong address (404). */
export interface RouteTable {
  /** Throws on what must never start: a route without a role, or two for one address. */
  add(route: AnyRoute): void;
  /** The methods that this path takes; empty when there is no such address. */
  methodsFor(path: string): string[];
}

interface Entry {
  segments: string[];
  method: string;
}

export function createRouteTable(): RouteTable {
  const entries: Entry[] = [];
  const taken = new Set<string>();
  return {
    add(route) {
      const name = `${route.method.toUpperCase()} ${API_PREFIX}${route.path}`;
      if (!route.role) throw new Error(`${name} has no role: every route must say who may call it`);
      // /a/:id and /a/:name are one address.
      const address = name.replaceAll(/:[^/]+/g, ':');
      if (taken.has(address)) throw new Error(`${name} is served twice`);
      taken.add(address);
      entries.push({ segments: `${API_PREFIX}${route.path}`.split('/'), method: route.method.toUpperCase() });
    },
    methodsFor(path) {
      const segments = path.split('/');
      const methods = entries.filter((entry) => fits(entry.segments, segments)).map(({ method }) => method);
      return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
    },
  };
}

function fits(template: string[], segments: string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, at) => (part.startsWith(':') ? segments[at] !== '' : part === segments[at]))
  );
}
