import {
  libraryItemIdsAsked,
  overlayAssetsAsked,
  overlayItemsAsked,
  overlayTextsAsked,
  type Problem,
} from '@marquee/contracts';
import type { Bus, Subscription } from '@marquee/service-kit';
import { openOverlayFile } from '../files/overlay-file.ts';
import type { Versions } from '../files/versions.ts';
import { type OverlayItemPorts, overlayItems } from '../items/overlay-items.ts';
import { libraryItemIds } from './library-item-ids.ts';
import { overlayAssets } from './overlay-assets.ts';

/** What those who draw ask of the only service that reads Plex and writes the config folder. */
export function createOverlayAnswers(ports: OverlayItemPorts & { bus: Bus; versions: Versions }) {
  const { bus } = ports;
  let answering: Subscription[] = [];
  return {
    async start(): Promise<void> {
      answering = await Promise.all([
        bus.answer(overlayItemsAsked, async (question) => {
          const answers = await overlayItems(ports, question);
          return { items: answers.map((one) => (one.ok ? one.item : refusal(one.itemId, one.failure))) };
        }),
        bus.answer(overlayAssetsAsked, ({ put }) => overlayAssets(ports, put)),
        bus.answer(overlayTextsAsked, async ({ fileIds }) => {
          const files = await Promise.all(fileIds.map((fileId) => openOverlayFile(ports, fileId)));
          return { files: files.map(({ id, path, content }) => ({ id, path, text: content })) };
        }),
        bus.answer(libraryItemIdsAsked, async ({ principal, libraryId }) => ({
          itemIds: await libraryItemIds(ports, principal, libraryId),
        })),
      ]);
    },
    async stop(): Promise<void> {
      await Promise.all(answering.map((one) => one.stop()));
    },
  };
}

function refusal(itemId: string, { code, message, details }: Problem) {
  // Details of Plex's own failures say at which of its addresses, which is nobody's business.
  const detail = code.startsWith('plex.') ? undefined : details[0]?.message;
  return {
    itemId,
    code,
    message: detail === undefined || detail === message ? message : `${message}. ${detail}`,
  };
}
