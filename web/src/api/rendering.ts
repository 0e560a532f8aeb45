import { API_PREFIX, renderRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const renderingApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** A query, since equal wishes have equal pictures; the answer names a picture that is kept for ever. */
    rendered: build.query(callRoute(renderRoutes.render)),
    startRenderBatch: build.mutation(callRoute(renderRoutes.startBatch)),
    renderBatch: build.query({
      ...callRoute(renderRoutes.batch),
      providesTags: (_batch, _error, { batchId }) => [{ type: 'RenderBatch', id: batchId }],
    }),
    cancelRenderBatch: build.mutation({
      ...callRoute(renderRoutes.cancelBatch),
      invalidatesTags: (_batch, _error, { batchId }) => [{ type: 'RenderBatch', id: batchId }],
    }),
    drawingEngine: build.query(callRoute(renderRoutes.engine)),
    fonts: build.query(callRoute(renderRoutes.fonts)),
    overlayImages: build.query({ ...callRoute(renderRoutes.overlayImages), providesTags: ['OverlayImages'] }),
  }),
});

export const {
  useRenderedQuery,
  useStartRenderBatchMutation,
  useRenderBatchQuery,
  useCancelRenderBatchMutation,
  useDrawingEngineQuery,
  useFontsQuery,
  useOverlayImagesQuery,
} = renderingApi;

export function fontSpecimenAddress(fontId: string, text?: string): string {
  const query = text ? `?${new URLSearchParams({ text })}` : '';
  return `${API_PREFIX}/fonts/${fontId}/specimen${query}`;
}

export function overlayImageAddress(imageId: string): string {
  return `${API_PREFIX}/overlay-images/${imageId}/file`;
}
