import { logRoutes } from '@marquee/contracts';
import { api } from './api.ts';
import { callRoute } from './call-route.ts';

const logsApi = api.injectEndpoints({
  endpoints: (build) => ({
    // Lines go on by themselves over the socket; what was here before is old news.
    logs: build.query({ ...callRoute(logRoutes.list), keepUnusedDataFor: 0 }),
  }),
});

export const { useLogsQuery, useLazyLogsQuery } = logsApi;
