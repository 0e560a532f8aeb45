import { editForm, readFormDocument, type YamlEdit, type YamlPath } from '@marquee/kometa';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { FieldProblem } from '../../../forms/scope.ts';
import type { FileProblem } from '../checking/problem.ts';
import type { Desk } from '../editor/desk.ts';
import { changedLines } from './changed-lines.ts';
import { stays } from './config-parts.ts';

export interface Refused {
  message: string;
  line: number;
}

const NONE: readonly FieldProblem[] = [];

/** The text on the desk as a form sees it, and the way back: each change is an edit of that text. */
export function useFormText(desk: Desk, id: string, problems: readonly FileProblem[]) {
  const text = useSyncExternalStore(
    useCallback((told: () => void) => desk.watch(id, told), [desk, id]),
    () => desk.read(id).text,
  );
  const document = useMemo(() => readFormDocument(text), [text]);
  const [refused, setRefused] = useState<Refused | null>(null);

  const onEdit = useCallback(
    (edits: readonly YamlEdit[]) => {
      const before = desk.read(id).text;
      const outcome = editForm(before, edits, stays);
      if ('problem' in outcome) {
        const now = readFormDocument(before);
        const path = edits[outcome.problem.edit]?.path ?? [];
        setRefused({
          message: outcome.problem.message,
          line: 'fault' in now ? now.fault.line : now.lineOf(path),
        });
        return;
      }
      setRefused(null);
      if (outcome.text !== before) desk.apply(id, [changedLines(before, outcome.text)]);
    },
    [desk, id],
  );

  // What was found in another text may be mended at the wrong place.
  const textNow = useRef(text);
  textNow.current = text;
  const [checkedText, setCheckedText] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is noted when the problems are others.
  useEffect(() => setCheckedText(textNow.current), [problems]);
  const byPath = useMemo(() => {
    const all = new Map<string, FieldProblem[]>();
    for (const { path, severity, message, fix } of problems) {
      if (!path) continue;
      const able = fix && checkedText === text;
      const problem: FieldProblem = {
        ...{ severity, message },
        ...(able && { fix: { title: fix.title, apply: () => desk.apply(id, fix.edits) } }),
      };
      const key = JSON.stringify(path);
      all.set(key, [...(all.get(key) ?? []), problem]);
    }
    return all;
  }, [problems, checkedText, text, desk, id]);
  const problemsAt = useCallback((path: YamlPath) => byPath.get(JSON.stringify(path)) ?? NONE, [byPath]);

  return { document, onEdit, problemsAt, refused, forgetRefused: () => setRefused(null) };
}
