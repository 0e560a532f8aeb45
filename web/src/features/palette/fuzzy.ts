/**
 * How well typed letters fit a text: higher is better, null when they do not occur in order.
 * The beginning of a word counts most, letters side by side more than scattered ones.
 */
export function fit(typed: string, text: string): number | null {
  const wanted = fold(typed);
  const given = fold(text);
  if (wanted === '') return 0;
  const whole = given.indexOf(wanted);
  if (whole >= 0) return 100 + (startsWord(given, whole) ? 50 : 0) - whole / 10 - given.length / 100;
  let score = 0;
  let from = 0;
  let last = -2;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    const at = given.indexOf(letter, from);
    if (at < 0) return null;
    score += startsWord(given, at) ? 4 : at === last + 1 ? 2 : -(at - last) / 8;
    last = at;
    from = at + 1;
  }
  return score;
}

/** Accents and case make no difference to what people look for. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}
