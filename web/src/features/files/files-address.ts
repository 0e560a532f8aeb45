/** What the address of the files page says; nothing is said of what is undefined. */
export interface FilesQuery {
  /** Left out: the folder itself. */
  branch?: string | undefined;
  file?: string | undefined;
  view?: string | undefined;
  section?: string | undefined;
}

export const filesQuery = (asked: FilesQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

export function filesAddress(asked: FilesQuery): string {
  const query = new URLSearchParams(filesQuery(asked)).toString();
  return query === '' ? '/files' : `/files?${query}`;
}
