import { configStartRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const configStartApi = api.injectEndpoints({
  endpoints: (build) => ({
    configStart: build.query({
      ...callRoute(configStartRoutes.propose),
      providesTags: ['ConfigFiles', 'Libraries'],
    }),
    makeConfig: build.mutation({
      ...callRoute(configStartRoutes.make),
      invalidatesTags: (made) => (made ? ['ConfigFiles', 'ConfigVersions', 'Overlays'] : []),
    }),
  }),
});

export const { useConfigStartQuery, useMakeConfigMutation } = configStartApi;
