import { z } from 'zod';
import { jobQueue, topic } from './events.ts';
import { ItemId, LibraryId, ServerId } from './ids.ts';
import { PageQuery, pageOf } from './paging.ts';
import { route } from './route.ts';

export const ItemKind = z
  .enum(['movie', 'show', 'season', 'episode', 'artist', 'album', 'track', 'collection'])
  .meta({ id: 'ItemKind' });
export type ItemKind = z.infer<typeof ItemKind>;

export const LibraryKind = z.enum(['movie', 'show', 'artist', 'photo']).meta({ id: 'LibraryKind' });
export type LibraryKind = z.infer<typeof LibraryKind>;

export const PlexServerInfo = z
  .object({
    id: ServerId,
    name: z.string(),
    demo: z.boolean(),
    reachable: z.boolean(),
    message: z.string().describe('Why it cannot be reached, or "Connected"'),
    machineIdentifier: z.string().nullable(),
    version: z.string().nullable(),
  })
  .meta({ id: 'PlexServer' });
export type PlexServerInfo = z.infer<typeof PlexServerInfo>;

export const Library = z
  .object({
    id: LibraryId,
    serverId: ServerId,
    title: z.string(),
    kind: LibraryKind,
    counts: z
      .array(z.object({ kind: ItemKind, count: z.int().nonnegative() }))
      .describe('How many items of each kind, the main one first'),
    agent: z.string(),
    language: z.string(),
    updatedAt: z.iso.datetime().nullable(),
    collage: z.array(ItemId).describe('A few items whose posters show what is inside'),
    configured: z
      .object({
        id: z.string().describe('Of the block, as /api/config/libraries has it'),
        name: z.string().describe('As config.yml calls it'),
        enabled: z.boolean(),
      })
      .nullable()
      .describe('Its block in config.yml; null when Kometa does nothing with it'),
  })
  .meta({ id: 'Library' });
export type Library = z.infer<typeof Library>;

export const ItemSummary = z
  .object({
    id: ItemId,
    libraryId: LibraryId,
    kind: ItemKind,
    title: z.string(),
    sortTitle: z.string(),
    year: z.int().nullable(),
    index: z.int().nullable().describe('Season, episode or track number'),
    parent: z.object({ id: ItemId, title: z.string() }).nullable(),
    grandparent: z.object({ id: ItemId, title: z.string() }).nullable(),
    childCount: z.int().nonnegative().nullable(),
    contentRating: z.string().nullable(),
    audienceRating: z.number().nullable(),
    criticRating: z.number().nullable(),
    userRating: z.number().nullable(),
    durationMs: z.int().nonnegative().nullable(),
    addedAt: z.iso.datetime().nullable(),
    releasedAt: z.iso.date().nullable(),
    edition: z.string().nullable(),
    viewCount: z.int().nonnegative(),
    resolution: z.string().nullable().describe('4k, 1080, 720 …, of the best version'),
    /** Changes when the picture changes, so that a browser may keep the old one for ever. */
    posterVersion: z.string().nullable().describe('Version of the poster; null when there is none'),
    artVersion: z.string().nullable(),
  })
  .meta({ id: 'ItemSummary' });
export type ItemSummary = z.infer<typeof ItemSummary>;

export const MediaStream = z
  .object({
    kind: z.enum(['video', 'audio', 'subtitle', 'other']),
    codec: z.string().nullable(),
    language: z.string().nullable(),
    title: z.string().nullable().describe('As Plex shows it: "English (TrueHD 7.1)"'),
    channels: z.int().nullable(),
    bitDepth: z.int().nullable(),
    hdr: z.enum(['none', 'hdr10', 'hlg', 'dolby-vision']).nullable().describe('For video streams'),
    default: z.boolean(),
    forced: z.boolean(),
  })
  .meta({ id: 'MediaStream' });
export type MediaStream = z.infer<typeof MediaStream>;

export const MediaVersion = z
  .object({
    id: z.string(),
    resolution: z.string().nullable(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    aspectRatio: z.number().nullable(),
    container: z.string().nullable(),
    videoCodec: z.string().nullable(),
    audioCodec: z.string().nullable(),
    audioChannels: z.int().nullable(),
    bitrateKbps: z.int().nullable(),
    durationMs: z.int().nullable(),
    parts: z.array(z.object({ file: z.string(), sizeBytes: z.number().nullable() })),
    streams: z.array(MediaStream),
  })
  .meta({ id: 'MediaVersion' });
export type MediaVersion = z.infer<typeof MediaVersion>;

export const Item = ItemSummary.extend({
  summary: z.string().nullable(),
  tagline: z.string().nullable(),
  originalTitle: z.string().nullable(),
  studio: z.string().nullable(),
  genres: z.array(z.string()),
  directors: z.array(z.string()),
  actors: z.array(z.string()),
  countries: z.array(z.string()),
  collections: z.array(z.string()),
  labels: z.array(z.string()),
  guids: z.array(z.string()).describe('imdb://…, tmdb://…, tvdb://…'),
  media: z.array(MediaVersion),
  lastViewedAt: z.iso.datetime().nullable(),
}).meta({ id: 'Item' });
export type Item = z.infer<typeof Item>;

export const Poster = z
  .object({
    id: z.string().describe('Opaque; use it to select this poster'),
    selected: z.boolean(),
    source: z.enum(['uploaded', 'agent', 'local', 'other']),
    imageUrl: z.string().describe('Address of the picture below our own origin'),
  })
  .meta({ id: 'Poster' });
export type Poster = z.infer<typeof Poster>;

export const ItemSort = z
  .enum(['title', '-title', 'added', '-added', 'year', '-year', 'rating', '-rating', 'duration', '-duration'])
  .meta({ id: 'ItemSort', description: 'A field; with - in front, the other way round' });
export type ItemSort = z.infer<typeof ItemSort>;

export const ItemsQuery = PageQuery.extend({
  kind: ItemKind.optional().describe('Default: the main kind of the library'),
  sort: ItemSort.default('title'),
  search: z.string().max(200).optional().describe('Part of a title'),
  genre: z.string().max(100).optional(),
  label: z.string().max(100).optional(),
  resolution: z.string().max(20).optional(),
  unwatched: z.enum(['true', 'false']).optional(),
});

/** Offered widths, so that the cache holds few sizes of each picture. */
export const IMAGE_WIDTHS = [120, 240, 360, 480, 720, 1000, 1920] as const;
export const ImageKind = z.enum(['poster', 'art']).meta({ id: 'ImageKind' });
export const ImageQuery = z.object({
  width: z.coerce
    .number()
    .int()
    .refine((w) => (IMAGE_WIDTHS as readonly number[]).includes(w), {
      error: `must be one of ${IMAGE_WIDTHS.join(', ')}`,
    })
    .optional()
    .describe(`One of ${IMAGE_WIDTHS.join(', ')}; the original when absent`)
    .meta({ type: 'integer', enum: [...IMAGE_WIDTHS] }),
  v: z
    .string()
    .max(80)
    .optional()
    .describe('The posterVersion or artVersion: with it the answer may be kept for ever'),
});

export const JobState = z
  .enum(['queued', 'running', 'succeeded', 'failed', 'cancelled'])
  .meta({ id: 'JobState' });
export type JobState = z.infer<typeof JobState>;

export const PrepareJob = z
  .object({
    id: z.uuid(),
    libraryId: LibraryId,
    state: JobState,
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
    failed: z.int().nonnegative(),
    message: z.string(),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PrepareJob' });
export type PrepareJob = z.infer<typeof PrepareJob>;

/** One batch of posters to size ahead of time. Redoing a batch is harmless: results are content-addressed. */
export const preparePosters = jobQueue(
  'config.prepare-posters',
  z.object({
    jobId: z.uuid(),
    libraryId: LibraryId,
    batch: z.int().nonnegative(),
    itemIds: z.array(ItemId).max(100),
  }),
  { prefetch: 2, attempts: 5, maxLength: 5000 },
);
export const prepareProgressed = topic('library.prepare-progressed', PrepareJob);
/** Once a job, for whoever tells the person who asked for it; not among what people watch live. */
export const prepareEnded = topic(
  'library.prepare-ended',
  z.object({
    job: PrepareJob.extend({ state: z.enum(['succeeded', 'failed']) }),
    libraryTitle: z.string(),
    askedBy: z.string().nullable().describe('Id of a person; null for jobs from before this was noted'),
  }),
);
export const libraryChanged = topic(
  'library.changed',
  z.object({ serverId: ServerId, libraryId: LibraryId, itemId: ItemId.nullable() }),
);

const libraryParams = z.object({ libraryId: LibraryId });
const itemParams = z.object({ itemId: ItemId });
const plexErrors = ['plex.unreachable', 'plex.unauthorized', 'plex.bad-answer'] as const;

const libraryExample = {
  id: 'demo.1',
  serverId: 'demo',
  title: 'Films',
  kind: 'movie' as const,
  counts: [{ kind: 'movie' as const, count: 64 }],
  agent: 'tv.plex.agents.movie',
  language: 'en-US',
  updatedAt: '2026-11-20T05:00:00.000Z',
  collage: ['demo.1001', 'demo.1002'],
  configured: { id: 'd1c2d3e4f5g6h7i8j9k0lm', name: 'Films', enabled: true },
};
const summaryExample = {
  id: 'demo.1001',
  libraryId: 'demo.1',
  kind: 'movie' as const,
  title: 'The Lantern Keeper',
  sortTitle: 'Lantern Keeper',
  year: 2021,
  index: null,
  parent: null,
  grandparent: null,
  childCount: null,
  contentRating: 'PG-13',
  audienceRating: 8.1,
  criticRating: 7.4,
  userRating: null,
  durationMs: 6_840_000,
  addedAt: '2026-10-02T18:30:00.000Z',
  releasedAt: '2021-03-12',
  edition: null,
  viewCount: 1,
  resolution: '4k',
  posterVersion: '1700000001',
  artVersion: '1700000001',
};
const prepareExample = {
  id: '6b8f7a52-1f0e-4c7e-9f4b-2d9c3a1e5b60',
  libraryId: 'demo.1',
  state: 'queued' as const,
  done: 0,
  total: 64,
  failed: 0,
  message: 'Waiting to start',
  createdAt: '2026-11-21T05:00:00.000Z',
  endedAt: null,
};

export const libraryRoutes = {
  servers: route({
    method: 'get',
    path: '/servers',
    summary: 'The configured Plex servers',
    tag: 'Libraries',
    role: 'viewer',
    reply: z.array(PlexServerInfo),
    examples: {
      reply: [
        {
          id: 'demo',
          name: 'Demo library',
          demo: true,
          reachable: true,
          message: 'Connected',
          machineIdentifier: 'marquee-demo',
          version: '1.42.0',
        },
      ],
    },
  }),
  list: route({
    method: 'get',
    path: '/libraries',
    summary: 'The libraries you may see, of all servers',
    tag: 'Libraries',
    role: 'viewer',
    reply: z.array(Library),
    errors: plexErrors,
    examples: { reply: [libraryExample] },
  }),
  get: route({
    method: 'get',
    path: '/libraries/:libraryId',
    summary: 'One library',
    tag: 'Libraries',
    role: 'viewer',
    params: libraryParams,
    reply: Library,
    errors: ['library.not-found', ...plexErrors],
    hiddenBy: 'library',
    examples: { params: { libraryId: 'demo.1' }, reply: libraryExample },
  }),
  items: route({
    method: 'get',
    path: '/libraries/:libraryId/items',
    summary: 'Items of a library, a page at a time',
    tag: 'Libraries',
    role: 'viewer',
    params: libraryParams,
    query: ItemsQuery,
    reply: pageOf(ItemSummary),
    errors: ['library.not-found', 'request.bad-cursor', ...plexErrors],
    hiddenBy: 'library',
    examples: {
      params: { libraryId: 'demo.1' },
      query: { limit: 50, sort: '-added' },
      reply: { entries: [summaryExample], total: 64, nextCursor: 'bzE6MTAw' },
    },
  }),
  prepare: route({
    method: 'post',
    path: '/libraries/:libraryId/prepare-posters',
    summary: 'Size all posters of a library ahead of time',
    description:
      'Starts a job; its progress comes as `library.prepare-progressed` events. While one is running for the library, that one is answered.',
    tag: 'Libraries',
    role: 'editor',
    params: libraryParams,
    body: z.object({ width: z.literal(240).or(z.literal(360)).default(360) }).meta({ id: 'PreparePosters' }),
    reply: PrepareJob,
    status: 202,
    idempotent: true,
    errors: ['library.not-found', 'service.overloaded', ...plexErrors],
    hiddenBy: 'library',
    examples: { params: { libraryId: 'demo.1' }, body: { width: 360 }, reply: prepareExample },
  }),
  prepareJob: route({
    method: 'get',
    path: '/libraries/:libraryId/prepare-posters/:jobId',
    summary: 'How far a poster job is',
    tag: 'Libraries',
    role: 'viewer',
    params: libraryParams.extend({ jobId: z.uuid() }),
    reply: PrepareJob,
    errors: ['library.not-found', 'job.not-found'],
    hiddenBy: 'library',
    examples: { params: { libraryId: 'demo.1', jobId: prepareExample.id }, reply: prepareExample },
  }),
  item: route({
    method: 'get',
    path: '/items/:itemId',
    summary: 'One item with its media, labels and ids',
    tag: 'Items',
    role: 'viewer',
    params: itemParams,
    reply: Item,
    errors: ['item.not-found', ...plexErrors],
    hiddenBy: 'library',
    examples: {
      params: { itemId: 'demo.1001' },
      reply: {
        ...summaryExample,
        summary: 'A retired keeper returns to the light.',
        tagline: null,
        originalTitle: null,
        studio: 'Northlight',
        genres: ['Drama'],
        directors: ['Ada Merrow'],
        actors: ['Jonas Vale'],
        countries: ['Norway'],
        collections: [],
        labels: [],
        guids: ['imdb://tt9000001', 'tmdb://900001'],
        media: [],
        lastViewedAt: null,
      },
    },
  }),
  children: route({
    method: 'get',
    path: '/items/:itemId/children',
    summary: 'Seasons of a series, episodes of a season, albums, tracks, members of a collection',
    tag: 'Items',
    role: 'viewer',
    params: itemParams,
    query: PageQuery,
    reply: pageOf(ItemSummary),
    errors: ['item.not-found', 'request.bad-cursor', ...plexErrors],
    hiddenBy: 'library',
    examples: { params: { itemId: 'demo.3001' }, reply: { entries: [], total: 0, nextCursor: null } },
  }),
  image: route({
    method: 'get',
    path: '/items/:itemId/images/:kind',
    summary: 'The poster or background of an item, sized and cached',
    tag: 'Items',
    role: 'viewer',
    params: itemParams.extend({ kind: ImageKind }),
    query: ImageQuery,
    reply: z.instanceof(Uint8Array),
    replyKind: 'bytes',
    replyTypes: ['image/jpeg', 'image/png', 'image/webp'],
    etag: true,
    errors: ['item.not-found', 'image.not-found', 'image.unreadable', ...plexErrors],
    hiddenBy: 'library',
    timeoutMs: 30_000,
    examples: { params: { itemId: 'demo.1001', kind: 'poster' }, query: { width: 360 } },
  }),
  posters: route({
    method: 'get',
    path: '/items/:itemId/posters',
    summary: 'All posters Plex has for an item',
    tag: 'Items',
    role: 'viewer',
    params: itemParams,
    reply: z.array(Poster),
    errors: ['item.not-found', ...plexErrors],
    hiddenBy: 'library',
    examples: {
      params: { itemId: 'demo.1001' },
      reply: [
        {
          id: 'p_1',
          selected: true,
          source: 'agent',
          imageUrl: '/api/items/demo.1001/posters/p_1/image?width=240',
        },
      ],
    },
  }),
  posterImage: route({
    method: 'get',
    path: '/items/:itemId/posters/:posterId/image',
    summary: 'One of the posters of an item',
    tag: 'Items',
    role: 'viewer',
    params: itemParams.extend({ posterId: z.string().regex(/^[\w-]{1,64}$/) }),
    query: ImageQuery,
    reply: z.instanceof(Uint8Array),
    replyKind: 'bytes',
    replyTypes: ['image/jpeg', 'image/png', 'image/webp'],
    etag: true,
    errors: ['item.not-found', 'poster.not-found', 'image.unreadable', ...plexErrors],
    hiddenBy: 'library',
    timeoutMs: 30_000,
    examples: { params: { itemId: 'demo.1001', posterId: 'p_1' }, query: { width: 240 } },
  }),
  uploadPoster: route({
    method: 'post',
    path: '/items/:itemId/posters',
    summary: 'Add a poster and select it',
    tag: 'Items',
    role: 'editor',
    params: itemParams,
    upload: ['image/jpeg', 'image/png', 'image/webp'],
    reply: z.array(Poster),
    status: 201,
    maxBodyBytes: 20_000_000,
    errors: ['item.not-found', 'image.unreadable', ...plexErrors],
    hiddenBy: 'library',
    timeoutMs: 30_000,
    examples: { params: { itemId: 'demo.1001' } },
  }),
  selectPoster: route({
    method: 'put',
    path: '/items/:itemId/posters/:posterId/selected',
    summary: 'Make this poster the one Plex shows',
    tag: 'Items',
    role: 'editor',
    params: itemParams.extend({ posterId: z.string().regex(/^[\w-]{1,64}$/) }),
    reply: z.array(Poster),
    errors: ['item.not-found', 'poster.not-found', ...plexErrors],
    hiddenBy: 'library',
    examples: { params: { itemId: 'demo.1001', posterId: 'p_1' } },
  }),
};
