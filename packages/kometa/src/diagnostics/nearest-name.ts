/** The name that was probably meant; null when none is near. */
export function nearestName(written: string, names: Iterable<string>): string | null {
  const most = Math.max(1, Math.floor(written.length / 4));
  let nearest: string | null = null;
  let least = most + 1;
  for (const name of names) {
    const steps = stepsBetween(written, name, least);
    if (steps < least) {
      nearest = name;
      least = steps;
    }
  }
  return nearest;
}

/** How many letters are added, taken, changed or swapped with the next; `enough` when it is that many or more. */
function stepsBetween(from: string, to: string, enough: number): number {
  if (Math.abs(from.length - to.length) >= enough) return enough;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= to.length; at += 1) {
      const same = from[row - 1] === to[at - 1];
      let steps = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1));
      const swapped = from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1];
      if (swapped) steps = Math.min(steps, (beforeLast[at - 2] ?? 0) + 1);
      now.push(steps);
    }
    if (Math.min(...now) >= enough) return enough;
    beforeLast = last;
    last = now;
  }
  return Math.min(enough, last[to.length] ?? enough);
}
