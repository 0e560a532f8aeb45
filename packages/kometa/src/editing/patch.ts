/** Text to stand in place of what is between two offsets. */
export interface Patch {
  start: number;
  end: number;
  text: string;
}

export function patched(text: string, patches: readonly Patch[]): string {
  let result = '';
  let at = 0;
  for (const patch of [...patches].sort((one, other) => one.start - other.start || one.end - other.end)) {
    result += text.slice(at, patch.start) + patch.text;
    at = patch.end;
  }
  return result + text.slice(at);
}
