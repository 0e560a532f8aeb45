import { z } from 'zod';
import { FileId, FilePath } from './config-files.ts';
import { ConfigVersion, VersionId } from './config-versions.ts';
import { route } from './route.ts';

export const DefinitionId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({
    id: 'DefinitionId',
    description: 'Opaque id of a named block in a file; another name or file, another id',
    examples: ['b1c2d3e4f5g6h7i8j9k0lm'],
  });
export type DefinitionId = z.infer<typeof DefinitionId>;

/** What builders ask beside Plex. */
export const NeededService = z
  .enum([
    ...['anidb', 'anilist', 'boxofficemojo', 'icheckmovies', 'imdb', 'letterboxd', 'mal', 'mdblist'],
    ...['radarr', 'simkl', 'sonarr', 'stevenlu', 'tautulli', 'text-file', 'tmdb', 'trakt', 'tvdb'],
  ] as const)
  .meta({ id: 'NeededService' });
export type NeededService = z.infer<typeof NeededService>;

/** What a block of YAML says, as JSON; dates and numbers that JSON would bend are texts. */
export const DefinitionValues = z.record(z.string(), z.json()).meta({ id: 'DefinitionValues' });
export type DefinitionValues = z.infer<typeof DefinitionValues>;

/** Where a named block stands. */
export const DefinitionPlace = z.object({
  id: DefinitionId,
  fileId: FileId,
  file: FilePath,
  line: z.int().positive().describe('Where its key stands'),
  name: z.string(),
});

export const CollectionSection = z.enum(['collections', 'dynamic_collections']);
export type CollectionSection = z.infer<typeof CollectionSection>;

/** What there is to say of every definition, be it of a collection or a playlist. */
export const DefinitionFacts = z.object({
  title: z.string().describe('What Plex shows where no template makes it; else the name'),
  enabled: z.boolean().describe('false with run_definition: false'),
  libraries: z.array(z.string()).describe('Libraries of config.yml whose files it is in'),
  builders: z.array(z.string()),
  templates: z.array(z.string()),
  needs: z.array(NeededService).describe('Services that its builders ask, without Plex'),
  schedule: z.string().nullable(),
  order: z.string().nullable().describe('collection_order'),
  visible: z.object({
    library: z.boolean().nullable(),
    home: z.boolean().nullable(),
    shared: z.boolean().nullable(),
  }),
  problems: z
    .object({ errors: z.int().nonnegative(), warnings: z.int().nonnegative() })
    .describe('What is wrong inside its block'),
});

export const CollectionSummary = DefinitionPlace.extend({
  section: CollectionSection,
  ...DefinitionFacts.shape,
}).meta({ id: 'CollectionSummary' });
export type CollectionSummary = z.infer<typeof CollectionSummary>;

/** The block itself. */
export const DefinitionBlock = z.object({
  values: DefinitionValues.describe('With placeholders for secrets; what comes by << is in it'),
  text: z.string().describe('As it stands in the file, with the comments above it'),
  etag: z.string().describe('Of the text; send it as If-Match when changing it'),
});

export const Collection = CollectionSummary.extend(DefinitionBlock.shape).meta({ id: 'Collection' });
export type Collection = z.infer<typeof Collection>;

export const DefinitionFile = z
  .object({ fileId: FileId, path: FilePath, libraries: z.array(z.string()), editable: z.boolean() })
  .meta({ id: 'DefinitionFile' });
export type DefinitionFile = z.infer<typeof DefinitionFile>;

const path = z
  .array(z.union([z.string(), z.int().nonnegative()]))
  .min(1)
  .max(50);

/** What is done to definitions where they stand. */
export const InPlaceAction = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('enable') }),
    z.object({ kind: z.literal('disable') }),
    z.object({ kind: z.literal('delete') }),
    z.object({ kind: z.literal('set'), path: path.describe('From the definition on'), value: z.json() }),
    z.object({ kind: z.literal('unset'), path }),
    z.object({
      kind: z.literal('set-variables'),
      variables: DefinitionValues.describe('Of the templates that it calls; null takes one away'),
    }),
  ])
  .meta({ id: 'InPlaceAction' });
export type InPlaceAction = z.infer<typeof InPlaceAction>;

/** What is done to many definitions at once. */
export const BulkAction = z
  .discriminatedUnion('kind', [
    ...InPlaceAction.options,
    z.object({ kind: z.literal('move'), fileId: FileId }),
    z.object({ kind: z.literal('copy'), fileId: FileId }),
  ])
  .meta({ id: 'BulkAction' });
export type BulkAction = z.infer<typeof BulkAction>;

export const BulkOutcome = z
  .object({
    version: ConfigVersion.nullable().describe('One for all that has changed; null when nothing has'),
    changed: z.int().nonnegative(),
    refused: z.array(z.object({ id: z.string(), name: z.string(), message: z.string() })),
  })
  .meta({ id: 'BulkOutcome' });
export type BulkOutcome = z.infer<typeof BulkOutcome>;

export const Removed = z
  .object({ versionId: VersionId.describe('Undo it to have it back') })
  .meta({ id: 'RemovedDefinition' });

export const DefinitionName = z
  .string()
  .trim()
  .min(1)
  .max(300)
  // As a check of ours: not every reader of the printed pattern knows these classes.
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'It holds a control character or half a character');

const tag = 'Collections';
const params = z.object({ definitionId: DefinitionId });
const versionId = '3f786850e387550fdab836ed7e6dc881de23001b';
const summaryExample = {
  ...{ id: 'b1c2d3e4f5g6h7i8j9k0lm', fileId: 'Q0n7mX2b9c1d4e5f6g7h8i', file: 'collections.yml', line: 2 },
  ...{ section: 'collections' as const, name: 'Best of 1999', title: 'Best of 1999', enabled: true },
  ...{ libraries: ['Films'], builders: ['imdb_list'], templates: [], needs: ['imdb' as const] },
  ...{ schedule: 'weekly(sunday)', order: 'custom', visible: { library: null, home: true, shared: null } },
  problems: { errors: 0, warnings: 0 },
};
const collectionExample = {
  ...summaryExample,
  values: { imdb_list: 'ls1', schedule: 'weekly(sunday)' },
  text: '  Best of 1999:\n    imdb_list: ls1\n    schedule: weekly(sunday)\n',
  etag: '"5f2b"',
};
const versionExample = {
  id: versionId,
  savedAt: '2026-11-21T05:00:00.000Z',
  by: 'Ada',
  origin: 'save' as const,
  message: 'Switch off 1 collection',
  files: [{ fileId: summaryExample.fileId, path: 'collections.yml', change: 'changed' as const }],
};

/** What may be answered where a file is read. */
export const readErrors = ['config.folder-missing', 'config.check-timed-out'] as const;
/** And where one is written. */
export const editErrors = [
  ...readErrors,
  'config.file-not-found',
  'config.not-text',
  'config.edit-refused',
  'config.secret-unknown',
  'config.secret-exposed',
  'config.outside-folder',
  'request.too-large',
  'service.disk-full',
] as const;

export const collectionRoutes = {
  list: route({
    method: 'get',
    path: '/collections',
    summary: 'Collections and dynamic collections of all files',
    tag,
    role: 'viewer',
    reply: z
      .object({
        collections: z.array(CollectionSummary),
        files: z.array(DefinitionFile).describe('Files that hold collections, or are listed to'),
        more: z.int().nonnegative().describe('How many are not listed'),
      })
      .meta({ id: 'Collections' }),
    timeoutMs: 60_000,
    errors: readErrors,
    examples: {
      reply: {
        collections: [summaryExample],
        files: [
          { fileId: summaryExample.fileId, path: 'collections.yml', libraries: ['Films'], editable: true },
        ],
        more: 0,
      },
    },
  }),
  create: route({
    method: 'post',
    path: '/collections',
    summary: 'Write a new collection, behind the others of its file',
    description:
      'Into a file that is there, or a new one. With `library` the file is listed under that library’s collection_files in config.yml, where it is not yet.',
    tag,
    role: 'editor',
    body: z
      .object({
        fileId: FileId.optional(),
        newFile: FilePath.optional().describe('Instead of fileId'),
        section: CollectionSection.default('collections'),
        name: DefinitionName,
        values: DefinitionValues,
        library: z.string().max(300).optional(),
      })
      .refine((body) => (body.fileId === undefined) !== (body.newFile === undefined), {
        message: 'Say either fileId or newFile',
        path: ['fileId'],
      })
      .meta({ id: 'NewCollection' }),
    reply: Collection,
    status: 201,
    idempotent: true,
    errors: [...editErrors, 'config.definition-exists', 'config.file-exists', 'config.name-refused'],
    examples: {
      body: {
        fileId: summaryExample.fileId,
        name: 'Best of 1999',
        values: { imdb_list: 'ls1', schedule: 'weekly(sunday)' },
      },
      reply: collectionExample,
    },
  }),
  read: route({
    method: 'get',
    path: '/collections/:definitionId',
    summary: 'One collection with what it says',
    tag,
    role: 'editor',
    params,
    reply: Collection,
    etag: true,
    errors: [...readErrors, 'config.definition-not-found', 'config.outside-folder', 'request.too-large'],
    examples: { params: { definitionId: summaryExample.id }, reply: collectionExample },
  }),
  write: route({
    method: 'put',
    path: '/collections/:definitionId',
    summary: 'Make a collection say this, by the smallest edits of its file',
    description:
      'Comments, quotes and the order of keys stay, and no other line changes. Another name makes another id. What comes from an alias or a << of elsewhere is refused: edit the file itself then.',
    tag,
    role: 'editor',
    params,
    body: z
      .object({ values: DefinitionValues, name: DefinitionName.optional() })
      .meta({ id: 'SaveCollection' }),
    reply: Collection,
    ifMatch: true,
    errors: [...editErrors, 'config.definition-not-found', 'config.definition-exists'],
    examples: {
      params: { definitionId: summaryExample.id },
      body: { values: collectionExample.values },
      reply: collectionExample,
    },
  }),
  writeText: route({
    method: 'put',
    path: '/collections/:definitionId/text',
    summary: 'Put other lines in the place of a collection’s',
    description:
      'Its name, what it says, and its comments, as they shall stand in the file; no other line changes, and every other one says what it said. Another name makes another id. What Kometa would make of it is told with the problems, and not refused.',
    tag,
    role: 'editor',
    params,
    body: z.object({ text: z.string().min(1).max(500_000) }).meta({ id: 'SaveCollectionText' }),
    reply: Collection,
    ifMatch: true,
    errors: [
      ...editErrors,
      'config.lines-refused',
      'config.definition-not-found',
      'config.definition-exists',
    ],
    examples: {
      params: { definitionId: summaryExample.id },
      body: { text: collectionExample.text },
      reply: collectionExample,
    },
  }),
  remove: route({
    method: 'delete',
    path: '/collections/:definitionId',
    summary: 'Take a collection out of its file, with the comments above it',
    tag,
    role: 'editor',
    params,
    reply: Removed,
    ifMatch: true,
    errors: [...editErrors, 'config.definition-not-found'],
    examples: { params: { definitionId: summaryExample.id }, reply: { versionId } },
  }),
  bulk: route({
    method: 'post',
    path: '/collections/bulk',
    summary: 'Change many collections as one version',
    description:
      'Enable, disable, delete, move or copy to another file, set or take away a key, give template variables values. What cannot be changed is told, and the others are changed. Undo the version to take all back.',
    tag,
    role: 'editor',
    body: z
      .object({ ids: z.array(DefinitionId).min(1).max(5_000), action: BulkAction })
      .meta({ id: 'ChangeCollections' }),
    reply: BulkOutcome,
    timeoutMs: 120_000,
    errors: editErrors,
    examples: {
      body: { ids: [summaryExample.id], action: { kind: 'disable' } },
      reply: { version: versionExample, changed: 1, refused: [] },
    },
  }),
};
