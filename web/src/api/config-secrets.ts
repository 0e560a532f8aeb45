import { configSecretRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const changed = ['ConfigFiles', 'ConfigVersions', 'OverlayFile'] as const;

const configSecretsApi = api.injectEndpoints({
  endpoints: (build) => ({
    configSecrets: build.query({ ...callRoute(configSecretRoutes.list), providesTags: ['ConfigFiles'] }),
    moveSecrets: build.mutation({
      ...callRoute(configSecretRoutes.move),
      invalidatesTags: (moved) => (moved ? changed : []),
    }),
    restoreSecrets: build.mutation({
      ...callRoute(configSecretRoutes.restore),
      invalidatesTags: (moved) => (moved ? changed : []),
    }),
  }),
});

export const { useConfigSecretsQuery, useMoveSecretsMutation, useRestoreSecretsMutation } = configSecretsApi;
