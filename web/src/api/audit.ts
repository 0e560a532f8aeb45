import { type AuditEntry, auditRoutes, type Page } from '@marquee/contracts';
import { api } from './api.ts';
import { type ArgOf, callRoute } from './call-route.ts';

export type AuditFilter = Omit<ArgOf<typeof auditRoutes.list>, 'cursor' | 'limit'>;

const listCall = callRoute(auditRoutes.list);
const exportCall = callRoute(auditRoutes.export);

const auditApi = api.injectEndpoints({
  endpoints: (build) => ({
    audit: build.infiniteQuery<Page<AuditEntry>, AuditFilter, string | undefined>({
      infiniteQueryOptions: {
        initialPageParam: undefined,
        getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
      },
      query: ({ queryArg, pageParam }) =>
        listCall.query({ ...queryArg, limit: 50, ...(pageParam && { cursor: pageParam }) }),
      transformResponse: listCall.transformResponse,
      // Others add to it all the time: an old list is worth little.
      keepUnusedDataFor: 0,
    }),
    auditFile: build.mutation<string, ArgOf<typeof auditRoutes.export>>({
      query: (arg) => ({ ...exportCall.query(arg), responseHandler: 'text' }),
    }),
  }),
});

export const { useAuditInfiniteQuery, useAuditFileMutation } = auditApi;
