/** What one step did to a text: small whatever the size of the text, so that steps without end may be kept. */
export interface TextChange {
  at: number;
  removed: string;
  inserted: string;
}

export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    at: start,
    removed: before.slice(start, before.length - end),
    inserted: after.slice(start, after.length - end),
  };
}

export function applyChange(text: string, { at, removed, inserted }: TextChange): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

export function inverse({ at, removed, inserted }: TextChange): TextChange {
  return { at, removed: inserted, inserted: removed };
}
