import { z } from 'zod';
import {
  BulkAction,
  BulkOutcome,
  DefinitionBlock,
  DefinitionFacts,
  DefinitionFile,
  DefinitionId,
  DefinitionName,
  DefinitionPlace,
  DefinitionValues,
  editErrors,
  Removed,
  readErrors,
} from './collections.ts';
import { FileId, FilePath } from './config-files.ts';
import { route } from './route.ts';

export const PlaylistSummary = DefinitionPlace.extend({
  ...DefinitionFacts.omit({ visible: true, libraries: true, order: true }).shape,
  libraries: z.array(z.string()).describe('From which libraries it takes its items'),
}).meta({ id: 'PlaylistSummary' });
export type PlaylistSummary = z.infer<typeof PlaylistSummary>;

export const Playlist = PlaylistSummary.extend(DefinitionBlock.shape).meta({ id: 'Playlist' });
export type Playlist = z.infer<typeof Playlist>;

const tag = 'Playlists';
const params = z.object({ definitionId: DefinitionId });
const values = { libraries: 'Films', imdb_list: 'ls1' };
const summaryExample = {
  ...{ id: 'c1c2d3e4f5g6h7i8j9k0lm', fileId: 'R0n7mX2b9c1d4e5f6g7h8i', file: 'playlists.yml', line: 2 },
  ...{ name: 'Long night', title: 'Long night', enabled: true, libraries: ['Films'] },
  ...{ builders: ['imdb_list'], templates: [], needs: ['imdb' as const], schedule: null },
  problems: { errors: 0, warnings: 0 },
};
const playlistExample = {
  ...summaryExample,
  values,
  text: '  Long night:\n    libraries: Films\n    imdb_list: ls1\n',
  etag: '"5f2b"',
};

export const playlistConfigRoutes = {
  list: route({
    method: 'get',
    path: '/playlists-config',
    summary: 'Playlists of all files, as Kometa is to make them',
    tag,
    role: 'viewer',
    reply: z
      .object({
        playlists: z.array(PlaylistSummary),
        files: z.array(DefinitionFile).describe('Files that hold playlists, or are listed to'),
        more: z.int().nonnegative().describe('How many are not listed'),
      })
      .meta({ id: 'PlaylistsConfig' }),
    timeoutMs: 60_000,
    errors: readErrors,
    examples: { reply: { playlists: [summaryExample], files: [], more: 0 } },
  }),
  create: route({
    method: 'post',
    path: '/playlists-config',
    summary: 'Write a new playlist, behind the others of its file',
    description:
      'Into a file that is there, or a new one, which config.yml lists under playlist_files from then on.',
    tag,
    role: 'editor',
    body: z
      .object({
        fileId: FileId.optional(),
        newFile: FilePath.optional().describe('Instead of fileId'),
        name: DefinitionName,
        values: DefinitionValues,
      })
      .refine((body) => (body.fileId === undefined) !== (body.newFile === undefined), {
        message: 'Say either fileId or newFile',
        path: ['fileId'],
      })
      .meta({ id: 'NewPlaylist' }),
    reply: Playlist,
    status: 201,
    idempotent: true,
    errors: [...editErrors, 'config.definition-exists', 'config.file-exists', 'config.name-refused'],
    examples: {
      body: { fileId: summaryExample.fileId, name: 'Long night', values },
      reply: playlistExample,
    },
  }),
  read: route({
    method: 'get',
    path: '/playlists-config/:definitionId',
    summary: 'One playlist with what it says',
    tag,
    role: 'editor',
    params,
    reply: Playlist,
    etag: true,
    errors: [...readErrors, 'config.definition-not-found', 'config.outside-folder', 'request.too-large'],
    examples: { params: { definitionId: summaryExample.id }, reply: playlistExample },
  }),
  write: route({
    method: 'put',
    path: '/playlists-config/:definitionId',
    summary: 'Make a playlist say this, by the smallest edits of its file',
    tag,
    role: 'editor',
    params,
    body: z
      .object({ values: DefinitionValues, name: DefinitionName.optional() })
      .meta({ id: 'SavePlaylist' }),
    reply: Playlist,
    ifMatch: true,
    errors: [...editErrors, 'config.definition-not-found', 'config.definition-exists'],
    examples: {
      params: { definitionId: summaryExample.id },
      body: { values },
      reply: playlistExample,
    },
  }),
  remove: route({
    method: 'delete',
    path: '/playlists-config/:definitionId',
    summary: 'Take a playlist out of its file, with the comments above it',
    tag,
    role: 'editor',
    params,
    reply: Removed,
    ifMatch: true,
    errors: [...editErrors, 'config.definition-not-found'],
    examples: {
      params: { definitionId: summaryExample.id },
      reply: { versionId: '3f786850e387550fdab836ed7e6dc881de23001b' },
    },
  }),
  bulk: route({
    method: 'post',
    path: '/playlists-config/bulk',
    summary: 'Change many playlists as one version',
    tag,
    role: 'editor',
    body: z
      .object({ ids: z.array(DefinitionId).min(1).max(5_000), action: BulkAction })
      .meta({ id: 'ChangePlaylists' }),
    reply: BulkOutcome,
    timeoutMs: 120_000,
    errors: editErrors,
    examples: {
      body: { ids: [summaryExample.id], action: { kind: 'disable' } },
      reply: { version: null, changed: 0, refused: [] },
    },
  }),
};
