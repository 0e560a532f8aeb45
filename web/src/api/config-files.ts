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
type OnBranch = { branch?: string | undefined };

const listedIn = ({ branch }: OnBranch) =>
  branch === undefined ? (['ConfigFiles'] as const) : [{ type: 'ConfigFiles' as const, id: branch }];

/** What is asked for anew when a file became another one; what a branch says concerns nobody but the branch. */
const staleBy = ({ branch }: OnBranch, fileId?: string) =>
  branch === undefined
    ? ([
        ...(['ConfigFiles', 'ConfigVersions', 'Overlays'] as const),
        ...(fileId === undefined ? [] : [{ type: 'OverlayFile' as const, id: fileId }]),
      ] as const)
    : ([{ type: 'ConfigFiles', id: branch }, 'ConfigBranches'] as const);

export const configFilesApi = api.injectEndpoints({
  endpoints: (build) => ({
    configOverview: build.query({ ...callRoute(configRoutes.overview), providesTags: ['ConfigFiles'] }),
    configFiles: build.query({
      ...callRoute(configRoutes.list),
      providesTags: (_files, _error, arg) => [...listedIn(arg)],
    }),
    configFile: build.query({
      ...callRoute(configRoutes.read),
      // The page keeps what it opened; whoever opens a file wants it as it is now.
      keepUnusedDataFor: 0,
    }),
    createConfigFile: build.mutation({
      ...callRoute(configRoutes.create),
      invalidatesTags: (_made, _error, arg) => [...staleBy(arg)],
    }),
    writeConfigFile: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof configRoutes.write>) => ({
        ...writeCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: writeCall.transformResponse,
      invalidatesTags: (saved, _error, arg) => (saved ? [...staleBy(arg, arg.fileId)] : []),
    }),
    moveConfigFile: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof configRoutes.move>) => ({
        ...moveCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: moveCall.transformResponse,
      invalidatesTags: (_done, _error, arg) => [...staleBy(arg)],
    }),
    removeConfigFile: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof configRoutes.remove>) => ({
        ...removeCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: removeCall.transformResponse,
      invalidatesTags: (_done, _error, arg) => [...staleBy(arg)],
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
  useMoveConfigFileMutation,
  useRemoveConfigFileMutation,
  useKeepConfigDraftMutation,
  useDropConfigDraftMutation,
  useConfigVersionsQuery,
  useConfigVersionTextQuery,
  useRestoreConfigFileMutation,
} = configFilesApi;
