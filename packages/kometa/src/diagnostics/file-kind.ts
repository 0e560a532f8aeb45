import type { FileKind } from '../model/default-files.ts';
import { sectionsOf } from '../model/root-keys.ts';
import { fieldsOf } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { nearestName } from './nearest.ts';

export type KindOfFile = 'config' | 'templates' | Exclude<FileKind, 'image'>;

const KINDS = ['collection', 'overlay', 'playlist', 'metadata'] as const;
const ALL_SECTIONS = KINDS.flatMap((kind) => sectionsOf[kind]);
const CONFIG_SECTIONS = ['libraries', 'plex', 'tmdb', 'playlist_files'];

/**
 * What a file is by the keys at its root, misspelt ones too; null when they do not tell. A file of several kinds is
 * what it is listed as.
 */
export function fileKindOf(tree: YamlTree, listedAs?: FileKind): KindOfFile | null {
  const written = fieldsOf(tree, tree.root)?.map(({ name }) => name) ?? [];
  const listed = listedAs === 'image' ? 'metadata' : listedAs;
  return kindBy(written, listed) ?? listed ?? kindBy(written.map(asMeant));
}

function kindBy(names: readonly string[], listed?: (typeof KINDS)[number]): KindOfFile | null {
  const has = (kind: (typeof KINDS)[number]) => sectionsOf[kind].some((section) => names.includes(section));
  if (listed && has(listed)) return listed;
  // Definitions that slipped into a config.yml do not make it a file of such.
  if (names.includes('libraries')) return 'config';
  const kind = KINDS.find(has);
  if (kind) return kind;
  if (CONFIG_SECTIONS.some((section) => names.includes(section))) return 'config';
  if (listed) return null;
  return names.includes('templates') || names.includes('external_templates') ? 'templates' : null;
}

const asMeant = (name: string): string => nearestName(name, [...ALL_SECTIONS, ...CONFIG_SECTIONS]) ?? name;
