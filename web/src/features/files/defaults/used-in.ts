import { type DefaultFile, type FileKind, valueAt, type YamlPath, type YamlValue } from '@marquee/kometa';
import { namesIn } from '../form/config-parts.ts';

const LISTS: Readonly<Partial<Record<FileKind, string>>> = {
  collection: 'collection_files',
  overlay: 'overlay_files',
};

/** Where a library, or the file as a whole, lists files of a kind. */
export const listPath = (file: DefaultFile, library: string): YamlPath =>
  file.kind === 'playlist'
    ? ['playlist_files']
    : ['libraries', library, LISTS[file.kind] ?? 'collection_files'];

/** The libraries that have one of Kometa's own files; for playlists, the file as a whole counts as one. */
export function usedIn(values: YamlValue, file: DefaultFile): readonly string[] {
  const holders = file.kind === 'playlist' ? ['playlists'] : namesIn(valueAt(values, ['libraries']));
  return holders.filter((holder) =>
    [valueAt(values, listPath(file, holder)) ?? []].flat().some((block) => isOf(block, file.name)),
  );
}

const isOf = (block: YamlValue, name: string): boolean =>
  ['default', 'pmm'].some((key) => valueAt(block, [key]) === name);
