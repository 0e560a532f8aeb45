import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { usePresentBranch } from '../branch/present-branch.ts';
import type { FileView } from '../editor/view-switch.tsx';
import { type FilesQuery, filesQuery } from '../files-address.ts';
import { kindOfText } from '../knowledge/specs-of-file.ts';
import { linesOfText } from '../knowledge/yaml-lines.ts';

/** A page of its own for what a file says. */
export type OtherPage = 'overlays' | 'collections';

interface Shape {
  hasForm: boolean;
  page: OtherPage | null;
}

const isYaml = (path: string) => /\.ya?ml$/i.test(path);
const NO_SHAPE: Shape = { hasForm: false, page: null };

function shapeOf(path: string, text: string): Shape {
  const kind = kindOfText(path, linesOfText(text));
  if (kind === 'overlays') return { hasForm: false, page: 'overlays' };
  const hasCollections = /^(?:dynamic_)?collections:/m.test(text);
  return {
    hasForm: kind === 'config',
    page: kind === 'definitions' && hasCollections ? 'collections' : null,
  };
}

/** Whether a file is looked at as a form, and which part of it: the address says so. */
export function useView(file: { path: string } | undefined, textOf: (path: string) => string | null) {
  const [search, setSearch] = useSearchParams();
  const branch = usePresentBranch();
  const path = file?.path;
  // It is read a moment after it was opened, and looked at once: what it is about changes no more.
  const isRead = path !== undefined && textOf(path) !== null;
  const shape = useMemo(
    () =>
      path === undefined || !isYaml(path) ? NO_SHAPE : shapeOf(path, isRead ? (textOf(path) ?? '') : ''),
    [path, isRead, textOf],
  );
  const view: FileView | null = !shape.hasForm ? null : search.get('view') === 'form' ? 'form' : 'yaml';
  const go = (more: Pick<FilesQuery, 'view' | 'section'>, replace: boolean) =>
    path !== undefined && setSearch(filesQuery({ branch, file: path, ...more }), { replace });
  return {
    view,
    // The other pages speak of the folder itself.
    page: branch === undefined ? shape.page : null,
    section: search.get('section'),
    show: (next: FileView) => go(next === 'form' ? { view: 'form' } : {}, true),
    open: (section: string) => go({ view: 'form', section }, false),
  };
}
