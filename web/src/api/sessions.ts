import { apiKeyRoutes, sessionRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const sessionsApi = api.injectEndpoints({
  endpoints: (build) => ({
    sessions: build.query({ ...callRoute(sessionRoutes.list), providesTags: ['Sessions'] }),
    endSession: build.mutation({ ...callRoute(sessionRoutes.end), invalidatesTags: ['Sessions'] }),
    endAllSessions: build.mutation({ ...callRoute(sessionRoutes.endAll), invalidatesTags: ['Sessions'] }),
    endAllSessionsOf: build.mutation(callRoute(sessionRoutes.endAllOf)),
    apiKeys: build.query({ ...callRoute(apiKeyRoutes.list), providesTags: ['ApiKeys'] }),
    makeApiKey: build.mutation({ ...callRoute(apiKeyRoutes.create), invalidatesTags: ['ApiKeys'] }),
    removeApiKey: build.mutation({ ...callRoute(apiKeyRoutes.remove), invalidatesTags: ['ApiKeys'] }),
  }),
});

export const {
  useSessionsQuery,
  useEndSessionMutation,
  useEndAllSessionsMutation,
  useEndAllSessionsOfMutation,
  useApiKeysQuery,
  useMakeApiKeyMutation,
  useRemoveApiKeyMutation,
} = sessionsApi;
