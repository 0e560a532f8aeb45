import { blockTemplateRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const blockTemplatesApi = api.injectEndpoints({
  endpoints: (build) => ({
    blockTemplates: build.query({
      ...callRoute(blockTemplateRoutes.list),
      providesTags: ['BlockTemplates'],
    }),
    templateTargets: build.query({
      ...callRoute(blockTemplateRoutes.targets),
      providesTags: ['ConfigFiles'],
    }),
    // It writes nothing: an answer holds until a file changes.
    templatePreview: build.query({
      ...callRoute(blockTemplateRoutes.preview),
      keepUnusedDataFor: 0,
      providesTags: ['ConfigFiles'],
    }),
    saveBlockTemplate: build.mutation({
      ...callRoute(blockTemplateRoutes.save),
      invalidatesTags: ['BlockTemplates'],
    }),
    dropBlockTemplate: build.mutation({
      ...callRoute(blockTemplateRoutes.drop),
      invalidatesTags: ['BlockTemplates'],
    }),
    writeByTemplate: build.mutation({
      ...callRoute(blockTemplateRoutes.use),
      invalidatesTags: ['ConfigFiles', 'ConfigVersions'],
    }),
  }),
});

export const {
  useBlockTemplatesQuery,
  useTemplateTargetsQuery,
  useTemplatePreviewQuery,
  useSaveBlockTemplateMutation,
  useDropBlockTemplateMutation,
  useWriteByTemplateMutation,
} = blockTemplatesApi;
