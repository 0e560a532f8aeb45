import {
  libraryItemIdsAsked,
  maySeeLibrary,
  type OverlayFacts,
  overlayAssetsAsked,
  overlayItemsAsked,
  overlayTextsAsked,
} from '@marquee/contracts';
import { readOverlayFile } from '@marquee/kometa';
import type { Blobs, Bus } from '@marquee/service-kit';

export const facts: OverlayFacts = {
  level: 'movie',
  title: 'The Lantern Keeper',
  originalTitle: null,
  showTitle: null,
  seasonTitle: null,
  seasonNumber: null,
  episodeNumber: null,
  episodeCount: null,
  edition: null,
  contentRating: 'PG',
  originallyAvailable: '2020-02-02',
  criticRating: 8.1,
  audienceRating: 8.3,
  userRating: null,
  durationMs: 6_000_000,
  partDurationsMs: [],
  bitratesKbps: [4000],
  versions: 1,
  ratings: {},
};

/** What the service that reads Plex and the config folder would answer. */
export interface FakeConfig {
  /** How many questions about items came. */
  asked: number;
  posters: Map<string, string | Uint8Array>;
  /** Of every item. */
  facts: OverlayFacts;
  files: Map<string, string | Uint8Array>;
  items: string[];
  /** Of each item the base is laid out anew when asked; this lets it be gone by then. */
  forgetful: boolean;
}

/** Library `attic.1` with films `attic.1` to `attic.9999`; a mapping named `none` finds nothing, `guess` is assumed. */
export async function answerAsConfig(bus: Bus, blobs: Blobs): Promise<FakeConfig> {
  const config: FakeConfig = {
    asked: 0,
    posters: new Map(),
    facts,
    files: new Map(),
    items: [],
    forgetful: false,
  };
  await bus.answer(overlayItemsAsked, async ({ principal, itemIds, files, withBase }) => {
    config.asked += 1;
    const matches = files.map((text) =>
      readOverlayFile(text).entries.map(({ mapping }) => ({
        mapping,
        verdict:
          mapping === 'none'
            ? ('not' as const)
            : mapping.startsWith('guess')
              ? ('assumed' as const)
              : ('matches' as const),
        reason: 'So it is',
      })),
    );
    const items = await Promise.all(
      itemIds.map(async (itemId) => {
        const poster = config.posters.get(itemId) ?? `poster:${Number(itemId.split('.')[1]) % 200}`;
        if (!maySeeLibrary(principal, 'attic.1') || poster === 'gone')
          return { itemId, code: 'item.not-found', message: 'There is no item with this id' };
        const info = withBase ? await blobs.put(Buffer.from(poster), 'image/jpeg') : undefined;
        return {
          itemId,
          libraryId: 'attic.1',
          title: `Film ${itemId}`,
          facts: config.facts,
          sampled: [],
          matches,
          base: { source: 'plex' as const, version: String(itemId) },
          baseHash: config.forgetful ? '0'.repeat(64) : (info?.hash ?? null),
        };
      }),
    );
    return { items };
  });
  await bus.answer(overlayAssetsAsked, async ({ put }) => {
    const listed = (folder: string) =>
      [...config.files]
        .filter(([name]) => name.startsWith(folder))
        .map(([name, text]) => ({ name, sizeBytes: text.length, version: String(text.length) }));
    const hashes: Record<string, string> = {};
    for (const name of put) {
      const text = config.files.get(name);
      if (text !== undefined)
        hashes[name] = (
          await blobs.put(typeof text === 'string' ? Buffer.from(text, 'latin1') : text, 'image/png')
        ).hash;
    }
    return { images: listed('overlays/'), fonts: listed('fonts/'), put: hashes };
  });
  await bus.answer(overlayTextsAsked, async ({ fileIds }) => ({
    files: fileIds.flatMap((id) => {
      const text = config.files.get(id);
      return typeof text !== 'string' ? [] : [{ id, path: 'overlays/x.yml', text }];
    }),
  }));
  await bus.answer(libraryItemIdsAsked, async ({ principal, libraryId }) => ({
    itemIds: maySeeLibrary(principal, libraryId) ? config.items : [],
  }));
  return config;
}
