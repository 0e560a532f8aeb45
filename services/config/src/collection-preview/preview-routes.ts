import { collectionPreviewRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import { countSearch } from './count-search.ts';
import { createPreview, type PreviewPorts } from './preview-collection.ts';
import { previewDynamic } from './preview-dynamic.ts';
import { searchValues } from './search-values.ts';

export function serveCollectionPreview({ serve }: Pick<ServiceApp, 'serve'>, ports: PreviewPorts): void {
  const preview = createPreview(ports);
  serve(collectionPreviewRoutes.preview, ({ principal, body }) => preview(principal, body));
  serve(collectionPreviewRoutes.dynamic, ({ principal, body }) => previewDynamic(ports, principal, body));
  serve(collectionPreviewRoutes.count, ({ principal, body }) => countSearch(ports, principal, body));
  serve(collectionPreviewRoutes.values, ({ principal, params, query }) =>
    searchValues(ports, principal, { ...params, ...query }),
  );
}
