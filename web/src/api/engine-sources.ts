import { renderRoutes } from '@marquee/contracts';
import type { AppThunk } from '../app/store.ts';
import type { EngineSources } from '../engine/assets.ts';
import { marqueeQuery } from './base-query.ts';
import { callRoute } from './call-route.ts';

const fontsCall = callRoute(renderRoutes.fonts);
const imagesCall = callRoute(renderRoutes.overlayImages);
const fontCall = callRoute(renderRoutes.fontFile);
const imageCall = callRoute(renderRoutes.overlayImageFile);
const baseCall = callRoute(renderRoutes.base);
type FontsAnswer = Parameters<typeof fontsCall.transformResponse>[0];
type ImagesAnswer = Parameters<typeof imagesCall.transformResponse>[0];

/**
 * What the engine draws with. Bytes go from the answer straight to the worker: the store is no place for them.
 * They are asked for like everything else, with the access token, and again when that has ended.
 */
export function engineSources(): AppThunk<EngineSources> {
  return (dispatch, getState) => {
    const ask = async (request: ReturnType<typeof fontsCall.query>, readAs: 'json' | 'bytes') => {
      const waiting = new AbortController();
      const { data, error } = await marqueeQuery()(
        {
          ...request,
          ...(readAs === 'bytes' && {
            responseHandler: (answer) => (answer.ok ? answer.arrayBuffer() : answer.json()),
          }),
        },
        {
          signal: waiting.signal,
          abort: () => waiting.abort(),
          dispatch,
          getState,
          extra: undefined,
          endpoint: 'engine',
          type: 'query',
        },
        {},
      );
      if (error) throw error;
      return data;
    };
    const bytes = async (request: Parameters<typeof ask>[0]) => (await ask(request, 'bytes')) as ArrayBuffer;
    return {
      fonts: async () => fontsCall.transformResponse((await ask(fontsCall.query(), 'json')) as FontsAnswer),
      images: async () =>
        imagesCall.transformResponse((await ask(imagesCall.query(), 'json')) as ImagesAnswer),
      font: ({ id }) => bytes(fontCall.query({ fontId: id })),
      image: ({ id }) => bytes(imageCall.query({ imageId: id })),
      base: ({ itemId }) => bytes(baseCall.query({ itemId })),
    };
  };
}
