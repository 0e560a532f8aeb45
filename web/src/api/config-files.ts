import {
  configConnectionRoutes,
  configProblemRoutes,
  configRoutes,
  configVersionRoutes,
} from '@marquee/contracts';
import { api } from './api.ts';
import { type ArgOf, callRoute } from './call-route.ts';

const writeCall = callRoute(configRoutes.write);
const moveCall = callRoute(configRoutes.move);
const removeCall = callRoute(configRoutes.remove);
const restoreCall = callRoute(configVersionRoutes.restoreFile);
type Versioned<R> = ArgOf<R> & { etag: string };

export const configFilesApi = api.injectEndpoints({
  endpoints: (build) => ({
    configOverview: build.query({ ...callRoute(configRoutes.overview), providesTags: ['ConfigFiles'] }),
    configFiles: build.query({ ...callRoute(configRoutes.list), providesTags: ['ConfigFiles'] }),
    configFile: build.query({
      ...callRoute(configRoutes.read),
      // The page keeps what it opened; whoever opens a file wants it as it is now.
      keepUnusedDataFor: 0,
    }),
    createConfigFile: build.mutation({
      ...callRoute(configRoutes.create),
      invalidatesTags: ['ConfigFiles', 'ConfigVersions', 'Overlays'],
    }),
    writeConfigFile: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof configRoutes.write>) => ({
        ...writeCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: writeCall.transformResponse,
      invalidatesTags: (saved, _error, { fileId }) =>
        saved ? ['ConfigFiles', 'ConfigVersions', 'Overlays', { type: 'OverlayFile', id: fileId }] : [],
    }),
    moveConfigFile: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof configRoutes.move>) => ({
        ...moveCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: moveCall.transformResponse,
      invalidatesTags: ['ConfigFiles', 'ConfigVersions', 'Overlays'],
    }),
    removeConfigFile: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof configRoutes.remove>) => ({
        ...removeCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: removeCall.transformResponse,
      invalidatesTags: ['ConfigFiles', 'ConfigVersions', 'Overlays'],
    }),
    configProblems: build.query({
      ...callRoute(configProblemRoutes.problems),
      providesTags: ['ConfigFiles'],
    }),
    testConnection: build.mutation(callRoute(configConnectionRoutes.test)),
    mergeConfigFile: build.mutation(callRoute(configProblemRoutes.merge)),
    configDraft: build.query({ ...callRoute(configRoutes.draft), keepUnusedDataFor: 0 }),
    keepConfigDraft: build.mutation(callRoute(configRoutes.saveDraft)),
    dropConfigDraft: build.mutation(callRoute(configRoutes.dropDraft)),
    configVersions: build.query({
      ...callRoute(configVersionRoutes.versions),
      providesTags: ['ConfigVersions'],
    }),
    configVersionText: build.query(callRoute(configVersionRoutes.text)),
    restoreConfigFile: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof configVersionRoutes.restoreFile>) => ({
        ...restoreCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: restoreCall.transformResponse,
      invalidatesTags: (restored, _error, { fileId }) =>
        restored ? ['ConfigFiles', 'ConfigVersions', 'Overlays', { type: 'OverlayFile', id: fileId }] : [],
    }),
  }),
});

export const {
  useConfigOverviewQuery,
  useTestConnectionMutation,
  useConfigFilesQuery,
  useConfigFileQuery,
  useConfigProblemsQuery,
  useCreateConfigFileMutation,
  useWriteConfigFileMutation,
  useMoveConfigFileMutation,
  useRemoveConfigFileMutation,
  useKeepConfigDraftMutation,
  useDropConfigDraftMutation,
  useConfigVersionsQuery,
  useConfigVersionTextQuery,
  useRestoreConfigFileMutation,
} = configFilesApi;
