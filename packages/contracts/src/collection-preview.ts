import { z } from 'zod';
import { FileId } from './config-files.ts';
import { LibraryId } from './ids.ts';
import { ItemSummary } from './libraries.ts';
import { OverlayLevel } from './overlays.ts';
import { route } from './route.ts';

const count = z.int().nonnegative();
const JsonMap = z.record(z.string().max(200), z.json());
/** What a collection is made of. */
export const CollectionLevel = z.enum([...OverlayLevel.options, 'track']).meta({ id: 'CollectionLevel' });
export type CollectionLevel = z.infer<typeof CollectionLevel>;

export const BuilderPreview = z
  .object({
    builder: z.string(),
    state: z
      .enum(['asked', 'needs', 'refused', 'unsure'])
      .describe('Plex was asked; another service would have to be; Kometa refuses it; we cannot tell'),
    service: z.string().optional().describe('Which one, where the state is `needs`'),
    count: count.nullable().describe('How many items it finds'),
    message: z.string(),
  })
  .meta({ id: 'BuilderPreview' });
export type BuilderPreview = z.infer<typeof BuilderPreview>;

export const CollectionPreviewAsked = z
  .object({
    libraryId: LibraryId,
    name: z.string().min(1).max(200).describe('The key of the definition'),
    definition: JsonMap.describe('What the definition says, as Kometa would read it'),
    fileId: FileId.optional().describe('Where it stands or would: templates are those of this file'),
    cursor: z.string().max(500).optional(),
    limit: z.int().min(1).max(100).default(60),
  })
  .meta({ id: 'CollectionPreviewAsked' });

export const CollectionPreview = z
  .object({
    builders: z.array(BuilderPreview),
    filters: z.object({
      state: z.enum(['none', 'applied', 'unsure']),
      left: count.nullable().describe('How many items pass'),
      message: z.string(),
    }),
    total: count.nullable().describe('How many items it finds; null when not everything could be asked'),
    items: z
      .array(ItemSummary)
      .describe(
        'A page of them, in the order in which Kometa finds them; where total is null, those that are known',
      ),
    nextCursor: z.string().nullable(),
    collection: z
      .object({ exists: z.boolean(), size: count, smart: z.boolean() })
      .nullable()
      .describe('The one of this title in Plex; null where it makes none'),
    added: z.array(ItemSummary).max(100),
    addedTotal: count,
    removed: z.array(ItemSummary).max(100).describe('None with `sync_mode: append`'),
    removedTotal: count,
    notes: z.array(z.string()).describe('What else a run would do, or what we left out'),
  })
  .meta({ id: 'CollectionPreview' });
export type CollectionPreview = z.infer<typeof CollectionPreview>;

export const DynamicPreviewAsked = CollectionPreviewAsked.omit({ cursor: true, limit: true }).meta({
  id: 'DynamicPreviewAsked',
});

const AskedState = BuilderPreview.shape.state;

export const DynamicCollectionPreview = z
  .object({
    title: z.string().describe('What Plex would show'),
    key: z.string().nullable().describe('What it is of; null for the one of all that is left'),
    with: z.array(z.string()).max(1_000).describe('What is counted with it, the first thousand'),
    state: AskedState,
    count: count.nullable().describe('How many items it would hold; null where that is not known'),
    message: z.string(),
    made: z.boolean().describe('false where Kometa would make none, as too few items are found'),
    present: z
      .object({ size: count, smart: z.boolean() })
      .nullable()
      .describe('The collection of this title that Plex has'),
  })
  .meta({ id: 'DynamicCollectionPreview' });
export type DynamicCollectionPreview = z.infer<typeof DynamicCollectionPreview>;

export const DynamicPreview = z
  .object({
    state: AskedState,
    service: z.string().optional().describe('Which one, where the state is `needs`'),
    message: z.string(),
    total: count.describe('How many collections come out'),
    collections: z
      .array(DynamicCollectionPreview)
      .max(2_000)
      .describe('The first two thousand, in the order in which they are made'),
    notes: z.array(z.string()).describe('What else a run would do, or what we left out'),
  })
  .meta({ id: 'DynamicPreview' });
export type DynamicPreview = z.infer<typeof DynamicPreview>;

export const SearchCountAsked = z
  .object({
    libraryId: LibraryId,
    level: CollectionLevel.optional().describe(
      'What is searched for; by default the main kind of the library',
    ),
    search: JsonMap.describe('A block of `plex_search`'),
  })
  .meta({ id: 'SearchCountAsked' });

export const SearchValues = z
  .object({
    values: z.array(
      z.object({
        value: z.string().describe('What to write in a search or filter'),
        title: z.string().describe('What Plex shows'),
      }),
    ),
    complete: z
      .boolean()
      .describe('Whether these are all that fit; false also where any text may be written'),
  })
  .meta({ id: 'SearchValues' });
export type SearchValues = z.infer<typeof SearchValues>;

const tag = 'Collections';
const plexErrors = ['library.not-found', 'plex.unreachable', 'plex.unauthorized', 'plex.bad-answer'] as const;

export const collectionPreviewRoutes = {
  preview: route({
    method: 'post',
    path: '/collections/preview',
    summary: 'What a collection would hold, and what would change in Plex; nothing is written',
    description:
      'Builders that need Plex alone are asked. For the others it says which service they need, and what is known without it.',
    tag,
    role: 'editor',
    body: CollectionPreviewAsked,
    reply: CollectionPreview,
    timeoutMs: 60_000,
    errors: ['request.bad-cursor', 'config.file-not-found', ...plexErrors],
    hiddenBy: 'library',
    examples: {
      body: {
        libraryId: 'demo.1',
        name: 'Nineties drama',
        definition: { plex_search: { all: { genre: 'Drama', decade: 1990 } }, sync_mode: 'sync' },
      },
      reply: {
        builders: [{ builder: 'plex_search', state: 'asked', count: 0, message: 'Plex finds nothing' }],
        filters: { state: 'none', left: null, message: 'There are no filters' },
        total: 0,
        items: [],
        nextCursor: null,
        collection: { exists: false, size: 0, smart: false },
        added: [],
        addedTotal: 0,
        removed: [],
        removedTotal: 0,
        notes: [],
      },
    },
  }),
  dynamic: route({
    method: 'post',
    path: '/collections/dynamic-preview',
    summary: 'Which collections a block of dynamic collections would make; nothing is written',
    description:
      'What there is one for each of is asked of Plex, and so is how many items each would hold. Where another service says it, that one is named.',
    tag,
    role: 'editor',
    body: DynamicPreviewAsked,
    reply: DynamicPreview,
    timeoutMs: 60_000,
    errors: ['config.file-not-found', ...plexErrors],
    hiddenBy: 'library',
    examples: {
      body: { libraryId: 'demo.1', name: 'Genres', definition: { type: 'genre', include: ['Drama'] } },
      reply: {
        state: 'asked',
        message: 'Plex lists them',
        total: 1,
        collections: [
          {
            ...{ title: 'Top Drama movies', key: 'Drama', with: [], state: 'asked', count: 12 },
            ...{ message: 'Plex finds them', made: true, present: null },
          },
        ],
        notes: [],
      },
    },
  }),
  count: route({
    method: 'post',
    path: '/collections/count',
    summary: 'How many items a search finds in Plex now',
    tag,
    role: 'editor',
    body: SearchCountAsked,
    reply: z.object({ count }).meta({ id: 'SearchCount' }),
    timeoutMs: 30_000,
    errors: plexErrors,
    hiddenBy: 'library',
    examples: {
      body: { libraryId: 'demo.1', search: { all: { genre: 'Drama' } } },
      reply: { count: 12 },
    },
  }),
  values: route({
    method: 'get',
    path: '/libraries/:libraryId/search-values',
    summary: 'What an attribute of a search can be in a library',
    tag: 'Libraries',
    role: 'viewer',
    params: z.object({ libraryId: LibraryId }),
    query: z.object({
      attribute: z
        .string()
        .regex(/^[a-z_]{1,40}$/)
        .describe('A name from `plex_search`, without modifier'),
      level: CollectionLevel.optional(),
      query: z.string().max(100).optional().describe('Part of the title'),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    reply: SearchValues,
    errors: plexErrors,
    hiddenBy: 'library',
    examples: {
      params: { libraryId: 'demo.1' },
      query: { attribute: 'genre', query: 'dra' },
      reply: { values: [{ value: 'Drama', title: 'Drama' }], complete: true },
    },
  }),
};
