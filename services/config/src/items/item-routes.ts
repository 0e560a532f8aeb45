import { libraryRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import { answerImage } from '../images/answer-image.ts';
import { findItemImage } from '../images/item-image.ts';
import type { SizedImages } from '../images/sized-image.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { listChildren } from './list-children.ts';
import { listItems } from './list-items.ts';
import { showItem } from './read-item.ts';

export interface ItemRoutePorts extends PlexPorts {
  images: SizedImages;
  now: () => number;
}

export function serveItems({ serve }: ServiceApp, ports: ItemRoutePorts): void {
  serve(libraryRoutes.items, ({ principal, params, query }) =>
    listItems(ports, principal, params.libraryId, query),
  );
  serve(libraryRoutes.item, ({ principal, params }) => showItem(ports, principal, params.itemId));
  serve(libraryRoutes.children, ({ principal, params, query }) =>
    listChildren(ports, principal, params.itemId, query),
  );
  serve(
    libraryRoutes.image,
    async ({ principal, params: { itemId, kind }, query: { width, v }, request }) => {
      const { source, version } = await findItemImage(ports, principal, { itemId, kind, wanted: v });
      return await answerImage(ports.images, source, {
        width,
        current: v === version,
        ifNoneMatch: request.headers['if-none-match'],
      });
    },
  );
}
