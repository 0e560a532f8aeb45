import type { OverlayEntry } from '@marquee/contracts';

/** The body of a definition, as it stands in the text, moved to the margin: what templates and the clipboard hold. */
export function bodyOf(text: string, { line, endLine }: Pick<OverlayEntry, 'line' | 'endLine'>): string {
  const [head = '', ...body] = text.split('\n').slice(line - 1, endLine);
  // `name: {…}` and `name: value` carry their body in the line itself.
  const inline = /^\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^:#]+?)\s*:\s+([^#\s].*)$/.exec(head)?.[1];
  if (inline) return `${inline}\n${body.join('\n')}`.trimEnd().concat('\n');
  const depth = Math.min(...body.filter((row) => row.trim() !== '').map((row) => row.search(/\S/)));
  return body
    .map((row) => row.slice(Number.isFinite(depth) ? depth : 0))
    .join('\n')
    .trimEnd()
    .concat('\n');
}

const CLIP_HEAD = 'marquee-overlay: ';
export interface Clip {
  name: string;
  yaml: string;
}

/** Layers as text for the clipboard: readable by people, and by the editor of another file. */
export function clipText(clips: readonly Clip[]): string {
  return clips
    .map(({ name, yaml }) => `# ${CLIP_HEAD}${JSON.stringify(name)}\n${yaml.trimEnd()}\n`)
    .join('\n');
}

export function clipsIn(text: string): Clip[] {
  const parts = text.split(new RegExp(`^# ${CLIP_HEAD}`, 'm')).slice(1);
  return parts.flatMap((part) => {
    const [, name, yaml] = /^"((?:[^"\\]|\\.)*)"\r?\n([\s\S]*)$/.exec(part) ?? [];
    if (name === undefined || !yaml?.trim()) return [];
    return [{ name: name.replace(/\\(.)/g, '$1'), yaml: `${yaml.trim()}\n` }];
  });
}
