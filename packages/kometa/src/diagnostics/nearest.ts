/** Looks for the name that was meant. */
export type Suggest = (written: string, known: Iterable<string>) => string | null;

/** Nobody reads more guesses about one file, and each takes its time. */
const MAX_SUGGESTIONS = 100;

/** Suggests names until there were enough of it. */
export function suggestions(): Suggest {
  let left = MAX_SUGGESTIONS;
  return (written, known) => {
    if (left === 0) return null;
    left -= 1;
    return nearestName(written, known);
  };
}

/** The known name that somebody most likely meant; null when none is near, or two are as near. */
export function nearestName(written: string, known: Iterable<string>): string | null {
  const word = written.toLowerCase();
  const reach = Math.min(3, Math.floor(word.length / 3));
  const near = [...new Set(known)]
    .filter((name) => Math.abs(name.length - word.length) <= reach)
    .map((name) => ({ name, distance: editDistance(word, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= reach)
    .sort((one, other) => one.distance - other.distance);
  const [first, second] = near;
  return first && first.distance !== second?.distance ? first.name : null;
}

/** How many letters must be put in, left out, changed or swapped with the next one. */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
