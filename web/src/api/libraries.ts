import { type ItemSummary, libraryRoutes, type Page } from '@marquee/contracts';
import { api } from './api.ts';
import { type ArgOf, callRoute } from './call-route.ts';

export type ItemsFilter = Omit<ArgOf<typeof libraryRoutes.items>, 'cursor' | 'limit'>;
interface PageStart {
  cursor?: string;
  limit: number;
}

const itemsCall = callRoute(libraryRoutes.items);
const itemsOf = (answer: unknown) =>
  itemsCall.transformResponse(answer as Parameters<typeof itemsCall.transformResponse>[0]);
const childrenCall = callRoute(libraryRoutes.children);

/** A first page that fills a screen quickly, then pages large enough to reach the end of a big library. */
const cursorPages = {
  initialPageParam: { limit: 120 } as PageStart,
  getNextPageParam: (last: Page<ItemSummary>): PageStart | undefined =>
    last.nextCursor === null ? undefined : { cursor: last.nextCursor, limit: 500 },
};

/** A few from each library, in one order. */
interface FewWish {
  libraryIds: readonly string[];
  sort: NonNullable<ItemsFilter['sort']>;
  search?: string;
  kind?: NonNullable<ItemsFilter['kind']>;
  limit: number;
}

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
    few: build.query<ItemSummary[], FewWish>({
      async queryFn({ libraryIds, ...filter }, _api, _extra, ask) {
        const answers = await Promise.all(
          libraryIds.map((libraryId) => ask(itemsCall.query({ ...filter, libraryId }))),
        );
        const problem = answers.find(({ error }) => error)?.error;
        // One library in trouble does not hide what the others hold.
        if (problem && answers.every(({ error }) => error)) return { error: problem };
        return { data: answers.flatMap(({ data }) => (data ? itemsOf(data).entries : [])) };
      },
      providesTags: (_few, _error, { libraryIds }) =>
        libraryIds.map((id) => ({ type: 'Items' as const, id })),
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
  useFewQuery,
  useItemQuery,
  useChildrenInfiniteQuery,
  usePreparePostersMutation,
} = librariesApi;
