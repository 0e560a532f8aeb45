/** Counts the time that is spent on each file, which may be turned to again; tells of the first that had too much. */
export function createPatience(limitMs: number, onEnd: (file: string | null) => void) {
  const spent = new Map<string | null, number>();
  let at: string | null = null;
  let since: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  const leave = () => {
    clearTimeout(timer);
    if (since !== undefined) spent.set(at, (spent.get(at) ?? 0) + performance.now() - since);
    since = undefined;
  };
  return {
    /** null for work of no one file. */
    turnTo(file: string | null) {
      leave();
      at = file;
      since = performance.now();
      timer = setTimeout(() => onEnd(file), Math.max(0, limitMs - (spent.get(file) ?? 0)));
    },
    at: () => at,
    end: leave,
  };
}
