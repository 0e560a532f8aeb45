import { createApi } from '@reduxjs/toolkit/query/react';
import { marqueeQuery } from './base-query.ts';

/** Empty on purpose: each resource's file adds its own endpoints. */
export const api = createApi({
  reducerPath: 'api',
  baseQuery: marqueeQuery(),
  tagTypes: [
    'Health',
    'Status',
    'Libraries',
    'Items',
    'Item',
    'Notifications',
    'Settings',
    'SignInOptions',
    'Sessions',
    'ApiKeys',
    'Users',
    'PlexPeople',
    'Collections',
    'ConfigFiles',
    'ConfigVersions',
    'ConfigBranches',
    'BlockTemplates',
    'Overlays',
    'OverlayFile',
    'OverlayDraft',
    'OverlayTemplates',
    'OverlayImages',
    'GoldenSet',
    'RenderBatch',
  ],
  refetchOnReconnect: true,
  // Long enough that going back shows the page as it was left.
  keepUnusedDataFor: 600,
  endpoints: () => ({}),
});
