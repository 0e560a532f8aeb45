import { libraryRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import { answerImage } from '../images/answer-image.ts';
import type { SizedImages } from '../images/sized-image.ts';
import { visibleItem } from '../items/visible-item.ts';
import { type ChangePorts, selectPoster, uploadPoster } from './change-poster.ts';
import { findPoster, listPosters, posterSource } from './posters.ts';

export function servePosters({ serve }: ServiceApp, ports: ChangePorts & { images: SizedImages }): void {
  serve(libraryRoutes.posters, async ({ principal, params }) =>
    listPosters(ports, await visibleItem(ports, principal, params.itemId)),
  );
  serve(libraryRoutes.posterImage, async ({ principal, params, query: { width, v }, request }) => {
    const item = await visibleItem(ports, principal, params.itemId);
    const source = posterSource(item, params.posterId, await findPoster(ports, item, params.posterId));
    return await answerImage(ports.images, source, {
      width,
      current: v === params.posterId,
      ifNoneMatch: request.headers['if-none-match'],
    });
  });
  serve(libraryRoutes.uploadPoster, async ({ principal, params, upload }) =>
    uploadPoster(ports, await visibleItem(ports, principal, params.itemId), upload),
  );
  serve(libraryRoutes.selectPoster, async ({ principal, params }) =>
    selectPoster(ports, await visibleItem(ports, principal, params.itemId), params.posterId),
  );
}
