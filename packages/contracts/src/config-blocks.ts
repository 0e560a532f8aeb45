import { z } from 'zod';
import {
  BulkOutcome,
  DefinitionBlock,
  DefinitionId,
  DefinitionName,
  DefinitionPlace,
  DefinitionValues,
  editErrors,
  InPlaceAction,
  Removed,
  readErrors,
} from './collections.ts';
import { ConfigProblem } from './config-problems.ts';
import { route } from './route.ts';

/** A library block of config.yml. */
export const ConfigLibrary = DefinitionPlace.extend({
  title: z.string().describe('The library’s name in Plex'),
  enabled: z.boolean().describe('false with schedule: never'),
  schedule: z.string().nullable(),
  files: z
    .object({
      collections: z.int().nonnegative(),
      metadata: z.int().nonnegative(),
      overlays: z.int().nonnegative(),
      images: z.int().nonnegative(),
    })
    .describe('How many entries its lists of files have'),
  operations: z.boolean().describe('Whether it has any'),
  problems: z.object({ errors: z.int().nonnegative(), warnings: z.int().nonnegative() }),
}).meta({ id: 'ConfigLibrary' });
export type ConfigLibrary = z.infer<typeof ConfigLibrary>;

export const WholeConfigLibrary = ConfigLibrary.extend(DefinitionBlock.shape).meta({
  id: 'WholeConfigLibrary',
});

/** One map, or several blocks that each have a schedule of their own. */
const OperationValues = z.union([DefinitionValues, z.array(z.json()).max(100)]);

export const LibraryOperations = DefinitionPlace.omit({ name: true })
  .extend({
    library: z.string().describe('As config.yml calls it'),
    values: OperationValues,
    text: DefinitionBlock.shape.text,
    etag: DefinitionBlock.shape.etag,
    problems: z.object({ errors: z.int().nonnegative(), warnings: z.int().nonnegative() }),
  })
  .meta({ id: 'LibraryOperations' });
export type LibraryOperations = z.infer<typeof LibraryOperations>;

export const ConfigSettings = z
  .object({
    values: DefinitionValues,
    text: z.string().describe('As it stands in config.yml; empty where it has none'),
    etag: DefinitionBlock.shape.etag,
    problems: z.array(ConfigProblem).describe('What Kometa would make of it; told, and not refused'),
  })
  .meta({ id: 'ConfigSettings' });
export type ConfigSettings = z.infer<typeof ConfigSettings>;

const tag = 'Config libraries';
const params = z.object({ definitionId: DefinitionId });
const versionId = '3f786850e387550fdab836ed7e6dc881de23001b';
const place = { fileId: 'Q0n7mX2b9c1d4e5f6g7h8i', file: 'config.yml', line: 2 };
const noProblems = { errors: 0, warnings: 0 };
const libraryExample = {
  ...{ id: 'd1c2d3e4f5g6h7i8j9k0lm', ...place, name: 'Films', title: 'Films', enabled: true },
  ...{ schedule: null, files: { collections: 1, metadata: 0, overlays: 0, images: 0 } },
  ...{ operations: false, problems: noProblems },
};
const libraryValues = { collection_files: [{ default: 'basic' }] };
const wholeLibrary = {
  ...libraryExample,
  values: libraryValues,
  text: '  Films:\n    collection_files:\n      - default: basic\n',
  etag: '"5f2b"',
};
const operationsExample = {
  ...{ id: 'e1c2d3e4f5g6h7i8j9k0lm', ...place, line: 4, library: 'Films' },
  values: { mass_genre_update: 'tmdb' },
  text: '    operations:\n      mass_genre_update: tmdb\n',
  etag: '"5f2b"',
  problems: noProblems,
};
const settingsExample = {
  values: { sync_mode: 'sync' },
  text: 'settings:\n  sync_mode: sync\n',
  etag: '"5f2b"',
  problems: [],
};
const readOne = [
  ...readErrors,
  'config.definition-not-found',
  'config.outside-folder',
  'request.too-large',
] as const;
const writeOne = [...editErrors, 'config.definition-not-found', 'config.definition-exists'] as const;

export const configBlockRoutes = {
  libraries: route({
    method: 'get',
    path: '/config/libraries',
    summary: 'The library blocks of config.yml, in their order',
    tag,
    role: 'editor',
    reply: z.array(ConfigLibrary),
    timeoutMs: 60_000,
    errors: readErrors,
    examples: { reply: [libraryExample] },
  }),
  createLibrary: route({
    method: 'post',
    path: '/config/libraries',
    summary: 'Write a new library block, behind the others',
    tag,
    role: 'editor',
    body: z.object({ name: DefinitionName, values: DefinitionValues }).meta({ id: 'NewConfigLibrary' }),
    reply: WholeConfigLibrary,
    status: 201,
    idempotent: true,
    errors: [...editErrors, 'config.definition-exists'],
    examples: { body: { name: 'Films', values: libraryValues }, reply: wholeLibrary },
  }),
  library: route({
    method: 'get',
    path: '/config/libraries/:definitionId',
    summary: 'One library block with what it says',
    tag,
    role: 'editor',
    params,
    reply: WholeConfigLibrary,
    etag: true,
    errors: readOne,
    examples: { params: { definitionId: libraryExample.id }, reply: wholeLibrary },
  }),
  writeLibrary: route({
    method: 'put',
    path: '/config/libraries/:definitionId',
    summary: 'Make a library block say this, by the smallest edits',
    description:
      'Another name makes another id. `after` moves it behind another library; null is to the front.',
    tag,
    role: 'editor',
    params,
    body: z
      .object({
        values: DefinitionValues,
        name: DefinitionName.optional(),
        after: z.string().max(300).nullable().optional(),
      })
      .meta({ id: 'SaveConfigLibrary' }),
    reply: WholeConfigLibrary,
    ifMatch: true,
    errors: writeOne,
    examples: {
      params: { definitionId: libraryExample.id },
      body: { values: libraryValues },
      reply: wholeLibrary,
    },
  }),
  removeLibrary: route({
    method: 'delete',
    path: '/config/libraries/:definitionId',
    summary: 'Take a library block out of config.yml; the files that it lists stay',
    tag,
    role: 'editor',
    params,
    reply: Removed,
    ifMatch: true,
    errors: [...editErrors, 'config.definition-not-found'],
    examples: { params: { definitionId: libraryExample.id }, reply: { versionId } },
  }),
  changeLibraries: route({
    method: 'post',
    path: '/config/libraries/bulk',
    summary: 'Change several library blocks as one version',
    description: 'A library is switched off by schedule: never; a schedule that it has is kept inside.',
    tag,
    role: 'editor',
    body: z
      .object({ ids: z.array(DefinitionId).min(1).max(500), action: InPlaceAction })
      .meta({ id: 'ChangeConfigLibraries' }),
    reply: BulkOutcome,
    timeoutMs: 60_000,
    errors: editErrors,
    examples: {
      body: { ids: [libraryExample.id], action: { kind: 'disable' } },
      reply: { version: null, changed: 0, refused: [] },
    },
  }),
  operations: route({
    method: 'get',
    path: '/operations-config',
    summary: 'The operations of each library of config.yml that has any',
    tag,
    role: 'editor',
    reply: z.array(LibraryOperations),
    timeoutMs: 60_000,
    errors: readErrors,
    examples: { reply: [operationsExample] },
  }),
  createOperations: route({
    method: 'post',
    path: '/operations-config',
    summary: 'Give a library operations that has none',
    tag,
    role: 'editor',
    body: z
      .object({ library: z.string().max(300), values: OperationValues })
      .meta({ id: 'NewLibraryOperations' }),
    reply: LibraryOperations,
    status: 201,
    idempotent: true,
    errors: writeOne,
    examples: { body: { library: 'Films', values: operationsExample.values }, reply: operationsExample },
  }),
  writeOperations: route({
    method: 'put',
    path: '/operations-config/:definitionId',
    summary: 'Make a library’s operations say this, by the smallest edits',
    tag,
    role: 'editor',
    params,
    body: z.object({ values: OperationValues }).meta({ id: 'SaveLibraryOperations' }),
    reply: LibraryOperations,
    ifMatch: true,
    errors: writeOne,
    examples: {
      params: { definitionId: operationsExample.id },
      body: { values: operationsExample.values },
      reply: operationsExample,
    },
  }),
  removeOperations: route({
    method: 'delete',
    path: '/operations-config/:definitionId',
    summary: 'Take all operations of a library away',
    tag,
    role: 'editor',
    params,
    reply: Removed,
    ifMatch: true,
    errors: [...editErrors, 'config.definition-not-found'],
    examples: { params: { definitionId: operationsExample.id }, reply: { versionId } },
  }),
  settings: route({
    method: 'get',
    path: '/config/settings',
    summary: 'The settings of config.yml',
    tag,
    role: 'editor',
    reply: ConfigSettings,
    etag: true,
    timeoutMs: 60_000,
    errors: [...readErrors, 'config.file-not-found', 'config.outside-folder', 'request.too-large'],
    examples: { reply: settingsExample },
  }),
  writeSettings: route({
    method: 'put',
    path: '/config/settings',
    summary: 'Make the settings of config.yml say this, by the smallest edits',
    description: 'What Kometa would not take is told in problems, and saved all the same.',
    tag,
    role: 'editor',
    body: z.object({ values: DefinitionValues }).meta({ id: 'SaveConfigSettings' }),
    reply: ConfigSettings,
    ifMatch: true,
    timeoutMs: 60_000,
    errors: editErrors,
    examples: { body: { values: { sync_mode: 'sync' } }, reply: settingsExample },
  }),
};
