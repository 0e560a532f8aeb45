import { overlayFileRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { type ArgOf, callRoute } from './call-route.ts';

const writeCall = callRoute(overlayFileRoutes.write);
const uploadCall = callRoute(overlayFileRoutes.uploadImage);
type Versioned<R> = ArgOf<R> & { etag: string };

const fileTag = (id: string) => ({ type: 'OverlayFile' as const, id });

export const overlaysApi = api.injectEndpoints({
  endpoints: (build) => ({
    overlayFiles: build.query({ ...callRoute(overlayFileRoutes.list), providesTags: ['Overlays'] }),
    overlayFile: build.query({
      ...callRoute(overlayFileRoutes.read),
      providesTags: (_file, _error, { fileId }) => [fileTag(fileId)],
    }),
    createOverlayFile: build.mutation({
      ...callRoute(overlayFileRoutes.create),
      invalidatesTags: ['Overlays'],
    }),
    writeOverlayFile: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof overlayFileRoutes.write>) => ({
        ...writeCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: writeCall.transformResponse,
      invalidatesTags: (saved, _error, { fileId }) => (saved ? ['Overlays', fileTag(fileId)] : []),
    }),
    overlayVersions: build.query({
      ...callRoute(overlayFileRoutes.versions),
      providesTags: (_versions, _error, { fileId }) => [fileTag(fileId)],
    }),
    overlayVersion: build.query(callRoute(overlayFileRoutes.version)),
    overlayDraft: build.query({
      ...callRoute(overlayFileRoutes.draft),
      providesTags: (_draft, _error, { fileId }) => [{ type: 'OverlayDraft', id: fileId }],
      // Only whoever opens the editor wants it, and then as it is now.
      keepUnusedDataFor: 0,
    }),
    keepOverlayDraft: build.mutation(callRoute(overlayFileRoutes.saveDraft)),
    dropOverlayDraft: build.mutation(callRoute(overlayFileRoutes.dropDraft)),
    overlayItems: build.query({
      ...callRoute(overlayFileRoutes.items),
      // The question holds whole files: nobody asks the same one again.
      keepUnusedDataFor: 30,
    }),
    overlayTemplates: build.query({
      ...callRoute(overlayFileRoutes.templates),
      providesTags: ['OverlayTemplates'],
    }),
    keepOverlayTemplate: build.mutation({
      ...callRoute(overlayFileRoutes.saveTemplate),
      invalidatesTags: ['OverlayTemplates'],
    }),
    dropOverlayTemplate: build.mutation({
      ...callRoute(overlayFileRoutes.dropTemplate),
      invalidatesTags: ['OverlayTemplates'],
    }),
    goldenSet: build.query({ ...callRoute(overlayFileRoutes.goldenSet), providesTags: ['GoldenSet'] }),
    saveGoldenSet: build.mutation({
      ...callRoute(overlayFileRoutes.saveGoldenSet),
      async onQueryStarted({ body }, { dispatch, queryFulfilled }) {
        const shown = dispatch(
          overlaysApi.util.updateQueryData('goldenSet', undefined, () => [...body.itemIds]),
        );
        try {
          await queryFulfilled;
        } catch {
          // The film strip that asked says why; the pins are again as they are kept.
          shown.undo();
        }
      },
    }),
    uploadOverlayImage: build.mutation({
      query: ({ png, ...arg }: ArgOf<typeof overlayFileRoutes.uploadImage> & { png: Blob }) => ({
        ...uploadCall.query(arg),
        body: png,
        headers: { 'Content-Type': 'image/png' },
      }),
      transformResponse: uploadCall.transformResponse,
      invalidatesTags: ['OverlayImages'],
    }),
  }),
});

export const {
  useOverlayFilesQuery,
  useOverlayFileQuery,
  useCreateOverlayFileMutation,
  useWriteOverlayFileMutation,
  useOverlayVersionsQuery,
  useOverlayVersionQuery,
  useOverlayDraftQuery,
  useKeepOverlayDraftMutation,
  useDropOverlayDraftMutation,
  useOverlayItemsQuery,
  useOverlayTemplatesQuery,
  useKeepOverlayTemplateMutation,
  useDropOverlayTemplateMutation,
  useGoldenSetQuery,
  useSaveGoldenSetMutation,
  useUploadOverlayImageMutation,
} = overlaysApi;
