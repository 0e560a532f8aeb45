import { createFolderChecker, type Diagnostic, type KometaFolder } from '@marquee/kometa';
import type { CheckedText } from './messages.ts';
import type { FileProblem } from './problem.ts';

/** Keys and tokens are not shown here; Marquee has their values, and puts them back when it saves. */
const HIDDEN = /<<hidden:[^<>\s]+>>/;

/**
 * What Kometa would stumble over in a folder, from the texts of its files and the names of all; what has not changed since the
 * last time is not read again.
 */
export function createTextChecker() {
  const checker = createFolderChecker();
  return (texts: ReadonlyMap<string, string>, paths: readonly string[], now: Date): CheckedText[] => {
    const moment = {
      year: now.getFullYear(),
      month: now.getMonth() + 1,
      day: now.getDate(),
      hour: now.getHours(),
    };
    return checker.check(folderOf(texts, paths), moment).map(({ file, tree, diagnostics }) => [
      file,
      diagnostics
        .filter((one) => !isOfHidden(one, tree.text))
        .map(({ severity, code, message, span, path, fix }): FileProblem => {
          const problem = { severity, code, message, path, ...tree.lines.place(span) };
          if (!fix) return problem;
          const edits = fix.edits.map((edit) => ({ ...tree.lines.place(edit.span), text: edit.text }));
          return { ...problem, fix: { title: fix.title, edits } };
        }),
    ]);
  };
}

/** Placeholders that nothing fills in are a matter of Kometa's own; ours are filled in when the file is saved. */
function isOfHidden({ code, span }: Diagnostic, text: string): boolean {
  return code.endsWith('.placeholder') && HIDDEN.test(text.slice(span.start, span.end));
}

function folderOf(texts: ReadonlyMap<string, string>, paths: readonly string[]): KometaFolder {
  const files = new Set([...paths, ...texts.keys()]);
  const folders = new Map<string, Set<string>>();
  for (const path of files) {
    const steps = path.split('/');
    for (const [depth, name] of steps.entries()) {
      const above = steps.slice(0, depth).join('/');
      folders.set(above, (folders.get(above) ?? new Set()).add(name));
    }
  }
  return {
    texts,
    kindOf: (path) => (files.has(path) ? 'file' : folders.has(path) ? 'folder' : null),
    namesIn: (path) => [...(folders.get(path) ?? [])],
  };
}
