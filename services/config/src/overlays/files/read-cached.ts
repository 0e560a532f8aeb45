import { plainDefinitions, type ReadOverlayFile, readOverlayFile } from '@marquee/kometa';
import { BoundedMap } from '@marquee/service-kit';
import { etagOf } from '../../files/file-id.ts';

const KEPT_FILES = 60;
/** Larger ones are not kept: texts also come from people who may only look. */
const MOST_KEPT_ENTRIES = 2_000;
const KEPT_MS = 3_600_000;

export interface ReadText extends ReadOverlayFile {
  /** What builders are answered by; read when it is first wanted. */
  definitions(): ReturnType<typeof plainDefinitions>;
}
export type ReadCached = (text: string) => ReadText;

/** Reads each text once: the same bytes mean the same to Kometa. */
export function createReadCached(now: () => number): ReadCached {
  const kept = new BoundedMap<ReadText>(KEPT_FILES, now);
  return (text) => {
    // Not the file's own tag: a text whose secrets are hidden is another one.
    const etag = etagOf(Buffer.from(text, 'utf8'));
    const known = kept.get(etag);
    if (known !== undefined) return known;
    let definitions: ReturnType<typeof plainDefinitions> | undefined;
    const read: ReadText = {
      ...readOverlayFile(text),
      definitions() {
        definitions ??= plainDefinitions(text);
        return definitions;
      },
    };
    if (read.entries.length <= MOST_KEPT_ENTRIES) kept.set(etag, read, KEPT_MS);
    return read;
  };
}
