/** Numbers and words as Python writes them, since that is what Kometa draws. */

/** `f"{value:.1f}"`: ties go to the even digit, where JavaScript goes up. */
export function oneDecimal(value: number): string {
  const twentieths = value * 20;
  if (Number.isInteger(twentieths) && Math.abs(twentieths % 2) === 1) {
    const below = Math.floor(value * 10);
    return ((below % 2 === 0 ? below : below + 1) / 10).toFixed(1);
  }
  return value.toFixed(1);
}

/** `str(value)` of a float. */
export function floatText(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

const CASED = /\p{Cased}/u;

/** `str.title()`: a letter after a letter is small, any other is big, also after an apostrophe. */
export function titleCase(text: string): string {
  let afterLetter = false;
  let result = '';
  for (const letter of text) {
    result += afterLetter ? letter.toLowerCase() : letter.toUpperCase();
    afterLetter = CASED.test(letter);
  }
  return result;
}
