import { type ConfigVersion, configCompareRoutes, configVersionRoutes, type Page } from '@marquee/contracts';
import { api } from './api.ts';
import { type ArgOf, callRoute } from './call-route.ts';

export type VersionFilter = Omit<ArgOf<typeof configVersionRoutes.versions>, 'cursor' | 'limit'>;

const listCall = callRoute(configVersionRoutes.versions);

const configHistoryApi = api.injectEndpoints({
  endpoints: (build) => ({
    configHistory: build.infiniteQuery<
      Page<ConfigVersion> & { authors: string[] },
      VersionFilter,
      string | undefined
    >({
      infiniteQueryOptions: {
        initialPageParam: undefined,
        getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
      },
      query: ({ queryArg, pageParam }) =>
        listCall.query({ ...queryArg, limit: 60, ...(pageParam && { cursor: pageParam }) }),
      transformResponse: listCall.transformResponse,
      providesTags: ['ConfigVersions'],
    }),
    configVersion: build.query(callRoute(configVersionRoutes.version)),
    folderComparison: build.query({
      ...callRoute(configCompareRoutes.folder),
      providesTags: ['ConfigVersions'],
    }),
    fileComparison: build.query({ ...callRoute(configCompareRoutes.file), providesTags: ['ConfigVersions'] }),
    undoVersion: build.mutation({
      ...callRoute(configVersionRoutes.undo),
      invalidatesTags: ['Collections', 'ConfigFiles', 'ConfigVersions', 'Overlays', 'OverlayFile'],
    }),
    restoreConfigFolder: build.mutation({
      ...callRoute(configVersionRoutes.restoreAll),
      invalidatesTags: ['ConfigFiles', 'ConfigVersions', 'Overlays', 'OverlayFile'],
    }),
  }),
});

export const {
  useConfigHistoryInfiniteQuery,
  useConfigVersionQuery,
  useFolderComparisonQuery,
  useFileComparisonQuery,
  useUndoVersionMutation,
  useRestoreConfigFolderMutation,
} = configHistoryApi;
