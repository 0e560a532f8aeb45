import { configDoctorRoutes, configReportRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const configDoctorApi = api.injectEndpoints({
  endpoints: (build) => ({
    configDoctor: build.query({ ...callRoute(configDoctorRoutes.examine), providesTags: ['ConfigFiles'] }),
    configReport: build.query({
      ...callRoute(configReportRoutes.report),
      providesTags: ['ConfigFiles', 'Libraries'],
    }),
    // Nothing is written by it, and it must be of now.
    fixPreview: build.query({ ...callRoute(configDoctorRoutes.preview), keepUnusedDataFor: 0 }),
    applyFixes: build.mutation({
      ...callRoute(configDoctorRoutes.fix),
      invalidatesTags: (done) => (done ? ['ConfigFiles', 'ConfigVersions', 'Overlays', 'OverlayFile'] : []),
    }),
  }),
});

export const { useConfigDoctorQuery, useConfigReportQuery, useFixPreviewQuery, useApplyFixesMutation } =
  configDoctorApi;
