import { type ItemSummary, libraryRoutes, type Page } from '@marquee/contracts';
import { api } from './api.ts';
import { type ArgOf, callRoute } from './call-route.ts';

export type ItemsFilter = Omit<ArgOf<typeof libraryRoutes.items>, 'cursor' | 'limit'>;
interface PageStart {
  cursor?: string;
  limit: number;
}

const itemsCall = callRoute(libraryRoutes.items);
const childrenCall = callRoute(libraryRoutes.children);

/** A first page that fills a screen quickly, then pages large enough to reach the end of a big library. */
const cursorPages = {
  initialPageParam: { limit: 120 } as PageStart,
  getNextPageParam: (last: Page<ItemSummary>): PageStart | undefined =>
    last.nextCursor === null ? undefined : { cursor: last.nextCursor, limit: 500 },
};

export const librariesApi = api.injectEndpoints({
  endpoints: (build) => ({
    servers: build.query({ ...callRoute(libraryRoutes.servers), providesTags: ['Libraries'] }),
    libraries: build.query({ ...callRoute(libraryRoutes.list), providesTags: ['Libraries'] }),
    library: build.query({ ...callRoute(libraryRoutes.get), providesTags: ['Libraries'] }),
    items: build.infiniteQuery<Page<ItemSummary>, ItemsFilter, PageStart>({
      infiniteQueryOptions: cursorPages,
      query: ({ queryArg, pageParam }) => itemsCall.query({ ...queryArg, ...pageParam }),
      transformResponse: itemsCall.transformResponse,
      providesTags: (_page, _error, { libraryId }) => [{ type: 'Items', id: libraryId }],
    }),
    item: build.query({
      ...callRoute(libraryRoutes.item),
      providesTags: (_item, _error, { itemId }) => [{ type: 'Item', id: itemId }],
    }),
    children: build.infiniteQuery<Page<ItemSummary>, { itemId: string }, PageStart>({
      infiniteQueryOptions: cursorPages,
      query: ({ queryArg, pageParam }) => childrenCall.query({ ...queryArg, ...pageParam }),
      transformResponse: childrenCall.transformResponse,
      providesTags: (_page, _error, { itemId }) => [{ type: 'Item', id: itemId }],
    }),
    preparePosters: build.mutation(callRoute(libraryRoutes.prepare)),
  }),
});

export const {
  useServersQuery,
  useLibrariesQuery,
  useLibraryQuery,
  useItemsInfiniteQuery,
  useItemQuery,
  useChildrenInfiniteQuery,
  usePreparePostersMutation,
} = librariesApi;
