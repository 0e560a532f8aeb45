import { type OverlayVersion, problem } from '@marquee/contracts';
import type { History, Version } from '../../history/history.ts';
import { isOverlayText } from './overlay-text.ts';

/** The newest of each file; older ones are in the history of the whole folder. */
const MOST_VERSIONS = 200;

interface TextVersion {
  version: Version;
  blob: string;
  number: number;
}

/** The history of the config folder as the overlay editor sees it: one file, its versions counted from 1. */
export function createVersions(history: History) {
  /** What is under one blob id never changes. */
  const overlays = new Map<string, boolean>();
  const sizes = new Map<string, number>();

  const textsOf = async (fileId: string): Promise<TextVersion[]> =>
    (await history.versions())
      .flatMap((version) => {
        const blob = version.changes.find((change) => change.fileId === fileId)?.after ?? null;
        return blob === null ? [] : [{ version, blob }];
      })
      .map((one, place) => ({ ...one, number: place + 1 }))
      .slice(-MOST_VERSIONS)
      .reverse();

  const read = async (blob: string): Promise<string> => {
    const text = await history.text(blob);
    overlays.set(blob, isOverlayText(text));
    sizes.set(blob, Buffer.byteLength(text, 'utf8'));
    return text;
  };

  const viewOf = async ({ version, blob, number }: TextVersion): Promise<OverlayVersion> => {
    if (!sizes.has(blob)) await read(blob);
    const { author, message, at } = version;
    const sizeBytes = sizes.get(blob) ?? 0;
    return { id: `v${number}`, number, savedAt: at.toISOString(), by: author, message, sizeBytes };
  };

  return {
    /** Whether a version of it had overlays. */
    async had(fileId: string): Promise<boolean> {
      for (const { blob } of await textsOf(fileId)) {
        if (!overlays.has(blob)) await read(blob);
        if (overlays.get(blob) === true) return true;
      }
      return false;
    },

    list: async (fileId: string): Promise<OverlayVersion[]> =>
      await Promise.all((await textsOf(fileId)).map(viewOf)),

    async find(fileId: string, versionId: string): Promise<OverlayVersion & { text: string }> {
      const found = (await textsOf(fileId)).find(({ number }) => `v${number}` === versionId);
      if (found === undefined) throw problem('overlay.version-not-found');
      return { ...(await viewOf(found)), text: await read(found.blob) };
    },
  };
}
export type Versions = ReturnType<typeof createVersions>;
