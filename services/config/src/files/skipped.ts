/**
 * What Kometa writes for itself and people never edit here. Assets and poster backups run to many thousands of
 * pictures and would push the config files out of the list.
 */
const SKIPPED_AT_TOP = new Set(['logs', 'assets']);
const SKIPPED_FOLDER = /(^\.)|( Original Posters$)|(^node_modules$)|(^__pycache__$)/;
const SKIPPED_FILE = /\.cache(-(wal|shm|journal))?$/i;

export function isSkippedFolder(segments: readonly string[]): boolean {
  const name = segments.at(-1) ?? '';
  return (segments.length === 1 && SKIPPED_AT_TOP.has(name)) || SKIPPED_FOLDER.test(name);
}

export function isSkippedFile(name: string): boolean {
  return SKIPPED_FILE.test(name);
}

/** Whether the file at this path, or a folder above it, is skipped. */
export function isSkipped(segments: readonly string[]): boolean {
  const folders = segments.slice(0, -1);
  return (
    folders.some((_folder, place) => isSkippedFolder(folders.slice(0, place + 1))) ||
    isSkippedFile(segments.at(-1) ?? '')
  );
}
