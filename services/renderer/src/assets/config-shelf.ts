import { overlayAssetsAsked, RENDER_LIMITS } from '@marquee/contracts';
import type { Bus } from '@marquee/service-kit';
import type { Shelf, ShelfFile } from './shelf.ts';

/** Within one batch's step; a picture that was just added is to be seen at once. */
const KNOWN_FOR_MS = 250;
const PUT_AT_ONCE = 200;

/** Fonts and pictures of Kometa's config folder, which another service holds. */
export function configShelf(bus: Pick<Bus, 'request'>, now: () => number): Shelf {
  let listed: { at: number; files: Promise<ShelfFile[]> } | undefined;

  async function ask(): Promise<ShelfFile[]> {
    const { images, fonts } = await bus.request(overlayAssetsAsked, { put: [] });
    const of = (kind: ShelfFile['kind'], folder: string, files: typeof images): ShelfFile[] =>
      files
        .filter(({ sizeBytes }) => sizeBytes <= RENDER_LIMITS.fontBytes)
        .map(({ name, sizeBytes, version }) => ({
          source: 'config',
          kind,
          name: name.startsWith(folder) ? name.slice(folder.length) : name,
          sizeBytes,
          version,
        }));
    return [...of('image', 'overlays/', images), ...of('font', 'fonts/', fonts)];
  }

  return {
    list() {
      if (listed === undefined || now() - listed.at > KNOWN_FOR_MS) {
        const files = ask();
        listed = { at: now(), files };
        files.catch(() => {
          listed = undefined;
        });
      }
      return listed.files;
    },
    async put(files) {
      const put = new Map<ShelfFile, string>();
      for (let at = 0; at < files.length; at += PUT_AT_ONCE) {
        const some = files.slice(at, at + PUT_AT_ONCE);
        const answer = await bus.request(overlayAssetsAsked, { put: some.map(pathOf) });
        for (const file of some) {
          const hash = answer.put[pathOf(file)];
          if (hash !== undefined) put.set(file, hash);
        }
      }
      return put;
    },
  };
}

const pathOf = ({ kind, name }: ShelfFile): string => `${kind === 'font' ? 'fonts' : 'overlays'}/${name}`;
