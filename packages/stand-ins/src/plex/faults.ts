/** What goes wrong, and for which requests. */
export interface Fault {
  /** Any method when absent. */
  method?: string;
  /** The whole path, with `*` for any text. */
  path: string;
  /** A text the raw query must hold. */
  query?: string;
  /** Matching requests let through first. */
  skip?: number;
  /** Matching requests it strikes; all of them when absent. */
  times?: number;
  effect: FaultEffect;
}

export type FaultEffect =
  | { kind: 'status'; status: number; body?: string; contentType?: string }
  /** The right answer, late. */
  | { kind: 'delay'; milliseconds: number }
  /** The right answer, but the line goes dead in the middle of it. */
  | { kind: 'cut' }
  /** A finished answer that is neither XML nor JSON. */
  | { kind: 'malformed' };

export interface FaultSwitch {
  /** Returns what takes this one fault away again. */
  add(fault: Fault): () => void;
  clear(): void;
  strike(request: { method: string; path: string; rawQuery: string }): FaultEffect | undefined;
}

interface Armed {
  fault: Fault;
  matchesPath: RegExp;
  seen: number;
}

const pathPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );

const concerns = (
  { fault, matchesPath }: Armed,
  request: { method: string; path: string; rawQuery: string },
) =>
  (fault.method === undefined || fault.method === request.method) &&
  matchesPath.test(request.path) &&
  (fault.query === undefined || request.rawQuery.includes(fault.query));

const strikesNow = ({ fault, seen }: Armed): boolean => {
  const first = (fault.skip ?? 0) + 1;
  return seen >= first && (fault.times === undefined || seen < first + fault.times);
};

export const createFaultSwitch = (initial: readonly Fault[] = []): FaultSwitch => {
  let armed: Armed[] = [];
  const add = (fault: Fault) => {
    const one = { fault, matchesPath: pathPattern(fault.path), seen: 0 };
    armed.push(one);
    return () => {
      armed = armed.filter((other) => other !== one);
    };
  };
  for (const fault of initial) add(fault);
  return {
    add,
    clear: () => {
      armed = [];
    },
    strike: (request) => {
      let effect: FaultEffect | undefined;
      for (const one of armed) {
        if (!concerns(one, request)) continue;
        one.seen += 1;
        if (strikesNow(one)) effect ??= one.fault.effect;
      }
      return effect;
    },
  };
};
