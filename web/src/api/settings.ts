import { type Settings, type SettingsWish, settingsRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

/** The settings and the version they were read in; a save says which version it changes. */
export interface VersionedSettings {
  settings: Settings;
  version: string;
}

const readCall = callRoute(settingsRoutes.read);
const saveCall = callRoute(settingsRoutes.save);
type Envelope = Parameters<typeof readCall.transformResponse>[0];

const versioned = (envelope: Envelope, meta: { response?: Response } | undefined): VersionedSettings => ({
  settings: readCall.transformResponse(envelope),
  version: meta?.response?.headers.get('ETag') ?? '',
});

const readApi = api.injectEndpoints({
  endpoints: (build) => ({
    settings: build.query<VersionedSettings, void>({
      query: readCall.query,
      transformResponse: versioned,
      providesTags: ['Settings'],
    }),
  }),
});

const settingsApi = readApi.injectEndpoints({
  endpoints: (build) => ({
    saveSettings: build.mutation<VersionedSettings, { wish: SettingsWish; version: string }>({
      query: ({ wish, version }) => ({ ...saveCall.query({ body: wish }), headers: { 'If-Match': version } }),
      transformResponse: versioned,
      // Other servers show other libraries; everything that came from them is asked anew.
      invalidatesTags: (saved, _error, { wish }) =>
        saved && wish.plex ? ['Libraries', 'Items', 'Item', 'Status', 'Health'] : [],
      async onQueryStarted(_wish, { dispatch, queryFulfilled }) {
        try {
          const { data } = await queryFulfilled;
          dispatch(readApi.util.upsertQueryData('settings', undefined, data));
        } catch {
          // The form that asked shows why; what is known here is still what is saved.
        }
      },
    }),
    testIntegration: build.mutation(callRoute(settingsRoutes.test)),
  }),
});

export const { useSettingsQuery } = readApi;
export const { useSaveSettingsMutation, useTestIntegrationMutation } = settingsApi;
