import { configBundleRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const importCall = callRoute(configBundleRoutes.import);

const configCopiesApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** A mutation, since bytes are no matter for the cache. */
    takeCopy: build.mutation<ArrayBuffer, { secrets: boolean }>({
      query: ({ secrets }) => ({
        ...callRoute(secrets ? configBundleRoutes.exportWithSecrets : configBundleRoutes.export).query(),
        responseHandler: (answer) => (answer.ok ? answer.arrayBuffer() : answer.json()),
      }),
    }),
    bringCopy: build.mutation({
      query: ({ zip }: { zip: Blob }) => ({
        ...importCall.query(),
        body: zip,
        headers: { 'Content-Type': 'application/zip' },
      }),
      transformResponse: importCall.transformResponse,
      invalidatesTags: ['ConfigFiles', 'ConfigVersions', 'Overlays', 'OverlayImages'],
    }),
  }),
});

export const { useTakeCopyMutation, useBringCopyMutation } = configCopiesApi;
