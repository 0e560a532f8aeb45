import { type ConfigFileChange, type ConfigVersion, type Page, problem } from '@marquee/contracts';
import { listName, readCursor, writeCursor } from '@marquee/service-kit';
import { fileIdOf } from '../files/file-id.ts';
import { hiddenText } from '../files/hidden-text.ts';
import { isTextPath } from '../files/text-path.ts';
import { changeOf, type History, type Version } from './history.ts';

export function versionView({ id, at, author, origin, message, changes }: Version): ConfigVersion {
  return {
    ...{ id, savedAt: at.toISOString(), by: author, origin, message },
    files: changes.map(changeView),
  };
}

export const changeView = (change: Version['changes'][number]): ConfigFileChange => ({
  fileId: change.fileId,
  path: change.path,
  change: changeOf(change),
});

interface Wanted {
  fileId?: string | undefined;
  origin?: ConfigVersion['origin'] | undefined;
  by?: string | undefined;
  search?: string | undefined;
}

/** Pages are counted from the oldest version on: new ones do not move what is on the next page. */
export async function listVersions(
  history: History,
  { cursor, limit, ...wanted }: Wanted & { cursor?: string | undefined; limit: number },
): Promise<Page<ConfigVersion> & { authors: string[] }> {
  const all = await history.versions();
  const found = all.filter(isWanted(wanted));
  const list = listName({ list: 'config-versions', ...wanted });
  const end = Math.min(readCursor(list, cursor) ?? found.length, found.length);
  const start = Math.max(0, end - limit);
  return {
    entries: found.slice(start, end).reverse().map(versionView),
    total: found.length,
    nextCursor: start === 0 ? null : writeCursor(list, start),
    authors: [...new Set(all.map(({ author }) => author))].sort(),
  };
}

function isWanted({ fileId, origin, by, search }: Wanted) {
  const words = search?.trim().toLowerCase() ?? '';
  return (version: Version): boolean =>
    (origin === undefined || version.origin === origin) &&
    (by === undefined || version.author === by) &&
    (fileId === undefined || version.changes.some((change) => change.fileId === fileId)) &&
    (words === '' ||
      version.message.toLowerCase().includes(words) ||
      version.changes.some(({ path }) => path.toLowerCase().includes(words)));
}

export async function findVersion(history: History, versionId: string): Promise<Version> {
  const version = (await history.versions()).find(({ id }) => id === versionId);
  if (version === undefined) throw problem('config.version-not-found');
  return version;
}

/** Of the folder or of a branch, also of one that was removed; people may push what they like into those. */
export async function findAnyVersion(history: History, versionId: string): Promise<Version> {
  const known = (await history.versions()).find(({ id }) => id === versionId);
  const version = known ?? (await history.find(versionId));
  if (version === undefined) throw problem('config.version-not-found');
  return { ...version, changes: version.changes.filter(({ path }) => isTextPath(path)) };
}

/** A file as it was in a version, and in the one before; neither is there when the history never had it. */
export async function versionText(
  history: History,
  { versionId, fileId }: { versionId: string; fileId: string },
) {
  const version = await findAnyVersion(history, versionId);
  const change = version.changes.find((one) => one.fileId === fileId);
  const textOf = async (path: string, blob: string | null) =>
    blob === null ? null : hiddenText(path, await history.text(blob));
  if (change !== undefined) {
    const { path } = change;
    const [text, before] = await Promise.all([textOf(path, change.after), textOf(path, change.before)]);
    return { version: versionView(version), path, text, before };
  }
  const files = await history.filesAt(versionId);
  const [path, blob] = [...files].find(([one]) => fileIdOf(one) === fileId && isTextPath(one)) ?? [];
  if (path !== undefined && blob !== undefined) {
    const text = await textOf(path, blob);
    return { version: versionView(version), path, text, before: text };
  }
  throw problem('config.file-not-found', {
    details: [{ message: 'The version has no such file.', fix: 'Versions name the files they touch.' }],
  });
}
