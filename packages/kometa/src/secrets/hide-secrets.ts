import { linesOf } from '../yaml/places.ts';
import type { FoundSecret } from './find-secrets.ts';

const HIDDEN = /<<hidden:([^<>\s]+)>>/g;

/** The text with a placeholder in each secret’s place. Line numbers stay. */
export function hideSecrets(text: string, found: readonly FoundSecret[]): string {
  let shown = '';
  let from = 0;
  for (const { name, span } of found) {
    shown += `${text.slice(from, span.start)}<<hidden:${name}>>`;
    from = span.end;
  }
  return shown + text.slice(from);
}

interface Missing {
  name: string;
  line: number;
  column: number;
}

/** What a text says where its placeholders get the values that `present` has under their names. */
export function revealSecrets(
  text: string,
  present: { text: string; found: readonly FoundSecret[] },
): { text: string; missing: readonly Missing[] } {
  const values = new Map(
    present.found.map(({ name, span }) => [name, present.text.slice(span.start, span.end)]),
  );
  const missing: Missing[] = [];
  const lines = linesOf(text);
  const revealed = text.replace(HIDDEN, (placeholder: string, name: string, at: number) => {
    const value = values.get(name);
    if (value !== undefined) return value;
    const { line, column } = lines.place({ start: at, end: at + placeholder.length });
    missing.push({ name, line, column });
    return placeholder;
  });
  return { text: revealed, missing };
}
