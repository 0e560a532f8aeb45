import { collectionPreviewRoutes, collectionRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { type ArgOf, callRoute } from './call-route.ts';

const writeCall = callRoute(collectionRoutes.write);
const writeTextCall = callRoute(collectionRoutes.writeText);
const removeCall = callRoute(collectionRoutes.remove);
type Versioned<R> = ArgOf<R> & { etag: string };

/** What shows a file is stale when a definition in it was written. */
const filesToo = ['Collections', 'ConfigFiles', 'ConfigVersions'] as const;

export const collectionsApi = api.injectEndpoints({
  endpoints: (build) => ({
    collections: build.query({
      ...callRoute(collectionRoutes.list),
      // Thousands of entries: to compare each with what was there takes longer than to show them anew.
      structuralSharing: false,
      providesTags: ['Collections'],
    }),
    collection: build.query({
      ...callRoute(collectionRoutes.read),
      // The page keeps what it opened; whoever opens a collection wants it as it is now.
      keepUnusedDataFor: 0,
    }),
    createCollection: build.mutation({
      ...callRoute(collectionRoutes.create),
      invalidatesTags: filesToo,
    }),
    writeCollection: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof collectionRoutes.write>) => ({
        ...writeCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: writeCall.transformResponse,
      invalidatesTags: (saved) => (saved ? filesToo : []),
    }),
    writeCollectionText: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof collectionRoutes.writeText>) => ({
        ...writeTextCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: writeTextCall.transformResponse,
      invalidatesTags: (saved) => (saved ? filesToo : []),
    }),
    removeCollection: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof collectionRoutes.remove>) => ({
        ...removeCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: removeCall.transformResponse,
      invalidatesTags: filesToo,
    }),
    changeCollections: build.mutation({
      ...callRoute(collectionRoutes.bulk),
      invalidatesTags: filesToo,
    }),
    // The questions hold what is being typed: nobody asks the same one again.
    collectionPreview: build.query({ ...callRoute(collectionPreviewRoutes.preview), keepUnusedDataFor: 30 }),
    dynamicPreview: build.query({ ...callRoute(collectionPreviewRoutes.dynamic), keepUnusedDataFor: 30 }),
    collectionCount: build.query({ ...callRoute(collectionPreviewRoutes.count), keepUnusedDataFor: 30 }),
    searchValues: build.query({ ...callRoute(collectionPreviewRoutes.values), keepUnusedDataFor: 60 }),
  }),
});

export const {
  useCollectionsQuery,
  useCollectionQuery,
  useCreateCollectionMutation,
  useWriteCollectionMutation,
  useWriteCollectionTextMutation,
  useRemoveCollectionMutation,
  useChangeCollectionsMutation,
  useLazyCollectionPreviewQuery,
  useLazyDynamicPreviewQuery,
  useLazyCollectionCountQuery,
  useSearchValuesQuery,
} = collectionsApi;
