import { configRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { type ArgOf, callRoute } from './call-route.ts';

const writeCall = callRoute(configRoutes.write);
type Versioned<R> = ArgOf<R> & { etag: string };

export const configFilesApi = api.injectEndpoints({
  endpoints: (build) => ({
    configFiles: build.query({ ...callRoute(configRoutes.list), providesTags: ['ConfigFiles'] }),
    configFile: build.query({
      ...callRoute(configRoutes.read),
      // The page keeps what it opened; whoever opens a file wants it as it is now.
      keepUnusedDataFor: 0,
    }),
    createConfigFile: build.mutation({
      ...callRoute(configRoutes.create),
      invalidatesTags: ['ConfigFiles', 'Overlays'],
    }),
    writeConfigFile: build.mutation({
      query: ({ etag, ...arg }: Versioned<typeof configRoutes.write>) => ({
        ...writeCall.query(arg),
        headers: { 'If-Match': etag },
      }),
      transformResponse: writeCall.transformResponse,
      invalidatesTags: (saved, _error, { fileId }) =>
        saved ? ['ConfigFiles', 'Overlays', { type: 'OverlayFile', id: fileId }] : [],
    }),
  }),
});

export const { useConfigFilesQuery, useCreateConfigFileMutation, useWriteConfigFileMutation } =
  configFilesApi;
