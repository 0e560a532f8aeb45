import { MAX_OVERLAY_FILE_BYTES, type OverlayFile, Problem } from '@marquee/contracts';
import { BoundedMap } from '@marquee/service-kit';
import type { ConfigFolder, FolderEntry } from '../../files/config-folder.ts';
import { fileIdOf } from '../../files/file-id.ts';
import { kindOfFile } from '../../files/file-kind.ts';
import { textOf } from '../../files/file-text.ts';
import { hiddenText } from '../../files/hidden-text.ts';
import { createTurns } from '../../images/turns.ts';
import { fileView } from './overlay-file.ts';
import { isOverlayText } from './overlay-text.ts';
import type { ReadCached } from './read-cached.ts';

/** A file that was changed just now may change again within the same tick of its clock. */
const SETTLED_MS = 2_000;
const KEPT = 5_000;
const KEPT_MS = 3_600_000;
const AT_A_TIME = 8;

/** Files whose size and time have not moved are not read again; the same bytes are not parsed again. */
export function createOverlayList(ports: { folder: ConfigFolder; read: ReadCached; now: () => number }) {
  const { folder, read, now } = ports;
  const known = new BoundedMap<{ stamp: string; view: OverlayFile | null }>(KEPT, now);
  const inTurn = createTurns(AT_A_TIME);

  const load = async (path: string): Promise<OverlayFile | null> => {
    const found = await folder.read(path, MAX_OVERLAY_FILE_BYTES).catch(notThere);
    const text = found && textOf(found.bytes);
    if (found === undefined || text === undefined || !isOverlayText(text)) return null;
    const content = hiddenText(path, text);
    const modifiedAt = found.entry.modifiedAt.toISOString();
    return fileView(read, { id: fileIdOf(path), path, modifiedAt, content });
  };

  const viewOf = async ({ path, sizeBytes, modifiedAt }: FolderEntry): Promise<OverlayFile | null> => {
    const stamp = `${sizeBytes} ${modifiedAt.getTime()}`;
    const kept = known.get(path);
    if (kept?.stamp === stamp) return kept.view;
    const view = await load(path);
    if (now() - modifiedAt.getTime() > SETTLED_MS) known.set(path, { stamp, view }, KEPT_MS);
    return view;
  };

  return async (): Promise<OverlayFile[]> => {
    const { entries } = await folder.list();
    const candidates = entries.filter(
      ({ path, link, sizeBytes }) =>
        kindOfFile(path) === 'yaml' && !link && sizeBytes <= MAX_OVERLAY_FILE_BYTES,
    );
    const views = await Promise.all(candidates.map((entry) => inTurn(() => viewOf(entry))));
    return views.filter((view) => view !== null);
  };
}

/** Removed, swapped or grown since it was listed: the next list will tell. */
function notThere(cause: unknown): undefined {
  const expected = ['config.file-not-found', 'config.outside-folder', 'request.too-large'];
  if (cause instanceof Problem && expected.includes(cause.code)) return undefined;
  throw cause;
}
