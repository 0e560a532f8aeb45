import { systemRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { type ArgOf, callRoute } from './call-route.ts';

/** Longer than this without an answer counts as gone. */
const PATIENCE_MS = 3000;

const health = callRoute(systemRoutes.health);

export const systemApi = api.injectEndpoints({
  endpoints: (build) => ({
    health: build.query({
      ...health,
      query: (nothing: ArgOf<typeof systemRoutes.health>) => ({
        ...health.query(nothing),
        timeout: PATIENCE_MS,
      }),
      providesTags: ['Health'],
    }),
    systemStatus: build.query({ ...callRoute(systemRoutes.status), providesTags: ['Status'] }),
  }),
});

export const { useHealthQuery, useSystemStatusQuery } = systemApi;

/** Whether this Marquee comes with the demo library; in containers it does not. */
export function useHasDemo(): boolean {
  return useHealthQuery().data?.features.includes('demo-library') ?? false;
}
