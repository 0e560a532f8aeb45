import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { usePresentBranch } from '../branch/present-branch.ts';
import type { FileView } from '../editor/view-switch.tsx';
import { type FilesQuery, filesQuery } from '../files-address.ts';
import { kindOfText } from '../knowledge/specs-of-file.ts';
import { linesOfText } from '../knowledge/yaml-lines.ts';

/** Whether a file is looked at as a form, and which part of it: the address says so. */
export function useView(file: { path: string } | undefined, textOf: (path: string) => string | null) {
  const [search, setSearch] = useSearchParams();
  const branch = usePresentBranch();
  const path = file?.path;
  const hasForm = useMemo(() => {
    if (path === undefined || !/\.ya?ml$/i.test(path)) return false;
    return kindOfText(path, linesOfText(textOf(path) ?? '')) === 'config';
  }, [path, textOf]);
  const view: FileView | null = !hasForm ? null : search.get('view') === 'form' ? 'form' : 'yaml';
  const go = (more: Pick<FilesQuery, 'view' | 'section'>, replace: boolean) =>
    path !== undefined && setSearch(filesQuery({ branch, file: path, ...more }), { replace });
  return {
    view,
    section: search.get('section'),
    show: (next: FileView) => go(next === 'form' ? { view: 'form' } : {}, true),
    open: (section: string) => go({ view: 'form', section }, false),
  };
}
