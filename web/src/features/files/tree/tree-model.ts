import type { ConfigFile } from '@marquee/contracts';

type TreeFolder = { is: 'folder'; path: string; name: string; children: readonly TreeNode[] };
type TreeFile = { is: 'file'; path: string; name: string; file: ConfigFile };
export type TreeNode = TreeFolder | TreeFile;

export interface TreeRow {
  node: TreeNode;
  level: number;
  /** Among its siblings, from 1. */
  place: number;
  siblings: number;
  open: boolean;
  /** Path of the folder that it lies in; '' at the top. */
  parent: string;
}

interface Building {
  folders: Map<string, Building>;
  files: ConfigFile[];
}

/** The folders and files, folders first, by name as people count: 2 before 10. */
export function treeOf(files: readonly ConfigFile[]): TreeNode[] {
  const root = building();
  for (const file of files) {
    let at = root;
    for (const step of file.path.split('/').slice(0, -1)) {
      const next = at.folders.get(step) ?? building();
      at.folders.set(step, next);
      at = next;
    }
    at.files.push(file);
  }
  return nodesOf(root, '');
}

const building = (): Building => ({ folders: new Map(), files: [] });
const byName = (one: { name: string }, other: { name: string }) =>
  one.name.localeCompare(other.name, 'en', { numeric: true, sensitivity: 'base' });

function nodesOf({ folders, files }: Building, above: string): TreeNode[] {
  const inside = [...folders].map(([name, folder]): TreeFolder => {
    const path = above === '' ? name : `${above}/${name}`;
    return { is: 'folder', path, name, children: nodesOf(folder, path) };
  });
  const here = files.map(
    (file): TreeFile => ({
      is: 'file',
      path: file.path,
      name: file.path.slice(above.length).replace(/^\//, ''),
      file,
    }),
  );
  return [...inside.sort(byName), ...here.sort(byName)];
}

/** A folder with more than this is opened by whoever wants it: posters by the thousand hide the rest. */
const MANY = 40;

/** The folders that are open at first: those with text in them, unless there is too much. */
export function openAtFirst(nodes: readonly TreeNode[]): Set<string> {
  const open = new Set<string>();
  const visit = (node: TreeNode): boolean => {
    if (node.is === 'file') return node.file.editable;
    const texts = node.children.filter(visit);
    if (texts.length > 0 && node.children.length <= MANY) open.add(node.path);
    return texts.length > 0;
  };
  nodes.forEach(visit);
  return open;
}

/** The files whose paths hold all the words. */
export function matching(files: readonly ConfigFile[], typed: string): ConfigFile[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return files.filter(({ path }) => words.every((word) => path.toLowerCase().includes(word)));
}

/** The rows that are seen, from top to bottom. */
export function rowsOf(nodes: readonly TreeNode[], isOpen: (path: string) => boolean): TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (siblings: readonly TreeNode[], level: number, parent: string) => {
    for (const [index, node] of siblings.entries()) {
      const open = node.is === 'folder' && isOpen(node.path);
      rows.push({ node, level, place: index + 1, siblings: siblings.length, open, parent });
      if (node.is === 'folder' && open) walk(node.children, level + 1, node.path);
    }
  };
  walk(nodes, 1, '');
  return rows;
}

export type TreeMove =
  | { do: 'focus'; path: string }
  | { do: 'toggle'; path: string }
  | { do: 'open'; path: string }
  | null;

/** What a key does on the row of a path, as trees everywhere take it. */
export function moveBy(key: string, rows: readonly TreeRow[], path: string): TreeMove {
  const at = rows.findIndex(({ node }) => node.path === path);
  const row = rows[at];
  if (!row) return null;
  const focus = (target: TreeRow | undefined): TreeMove =>
    target ? { do: 'focus', path: target.node.path } : null;
  const { node } = row;
  switch (key) {
    case 'ArrowDown':
      return focus(rows[at + 1]);
    case 'ArrowUp':
      return focus(rows[at - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (node.is === 'file') return null;
      return row.open ? focus(rows[at + 1]) : { do: 'toggle', path };
    case 'ArrowLeft':
      if (row.open) return { do: 'toggle', path };
      return focus(rows.find((one) => one.node.path === row.parent));
    case 'Enter':
    case ' ':
      return node.is === 'folder' ? { do: 'toggle', path } : { do: 'open', path };
    default:
      return null;
  }
}
