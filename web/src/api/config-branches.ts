import { configBranchRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

export const configBranchesApi = api.injectEndpoints({
  endpoints: (build) => ({
    configBranches: build.query({
      ...callRoute(configBranchRoutes.list),
      // A new version of the folder leaves branches further behind.
      providesTags: ['ConfigBranches', 'ConfigVersions'],
    }),
    makeBranch: build.mutation({
      ...callRoute(configBranchRoutes.make),
      invalidatesTags: ['ConfigBranches'],
    }),
    removeBranch: build.mutation({
      ...callRoute(configBranchRoutes.remove),
      invalidatesTags: (removed, _error, { branch }) =>
        removed ? ['ConfigBranches', { type: 'ConfigFiles', id: branch }] : [],
    }),
    /** Asked for anew by whoever decides by it, never behind their back: so nothing makes it stale. */
    branchPlan: build.query({ ...callRoute(configBranchRoutes.plan), keepUnusedDataFor: 0 }),
    branchPlanFile: build.query({ ...callRoute(configBranchRoutes.planFile), keepUnusedDataFor: 0 }),
    mergeBranch: build.mutation({
      ...callRoute(configBranchRoutes.merge),
      invalidatesTags: (merged) =>
        merged
          ? ['Collections', 'ConfigBranches', 'ConfigFiles', 'ConfigVersions', 'Overlays', 'OverlayFile']
          : [],
    }),
  }),
});

export const {
  useConfigBranchesQuery,
  useMakeBranchMutation,
  useRemoveBranchMutation,
  useBranchPlanQuery,
  useBranchPlanFileQuery,
  useMergeBranchMutation,
} = configBranchesApi;
