import { z } from 'zod';
import { ConfigFileContent, FileId, FilePath } from './config-files.ts';
import { topic } from './events.ts';
import { PageQuery, pageOf } from './paging.ts';
import { route } from './route.ts';

export const VersionId = z
  .string()
  .regex(/^[0-9a-f]{40}$/)
  .meta({
    id: 'VersionId',
    description: 'A commit of the history',
    examples: ['3f786850e387550fdab836ed7e6dc881de23001b'],
  });

export const ConfigFileChange = z
  .object({ fileId: FileId, path: FilePath, change: z.enum(['added', 'changed', 'removed']) })
  .meta({ id: 'ConfigFileChange' });
export type ConfigFileChange = z.infer<typeof ConfigFileChange>;

export const ConfigVersion = z
  .object({
    id: VersionId,
    savedAt: z.iso.datetime(),
    by: z.string().describe('Who made it, by name; "outside" for a change made beside Marquee'),
    origin: z.enum(['save', 'outside', 'restore']),
    message: z.string(),
    files: z.array(ConfigFileChange),
  })
  .meta({ id: 'ConfigVersion' });
export type ConfigVersion = z.infer<typeof ConfigVersion>;

/** A secret whose value nobody has any more: its placeholder is left in the file. */
export const MissingSecret = z
  .object({ path: FilePath, name: z.string(), line: z.int().positive(), column: z.int().positive() })
  .meta({ id: 'MissingSecret' });
export type MissingSecret = z.infer<typeof MissingSecret>;

/** A new version of the folder, whoever made it. */
export const configChanged = topic(
  'config.changed',
  z.object({
    versionId: VersionId,
    by: z.string().describe('Id of a person, or "outside"'),
    origin: ConfigVersion.shape.origin,
    files: z.array(ConfigFileChange),
    more: z.int().nonnegative().describe('How many changed files are not named'),
  }),
);

const tag = 'Config history';
const versionExample = {
  id: '3f786850e387550fdab836ed7e6dc881de23001b',
  savedAt: '2026-11-21T05:00:00.000Z',
  by: 'Ada',
  origin: 'save' as const,
  message: 'Four-K ribbons for films alone',
  files: [{ fileId: 'Q0n7mX2b9c1d4e5f6g7h8i', path: 'config.yml', change: 'changed' as const }],
};
const fileExample = {
  id: 'Q0n7mX2b9c1d4e5f6g7h8i',
  path: 'config.yml',
  kind: 'yaml' as const,
  editable: true,
  sizeBytes: 26,
  modifiedAt: '2026-11-21T05:00:00.000Z',
  content: 'libraries:\n  Films:\n',
  etag: '"5f2b"',
};
const message = z.string().max(200).default('').describe('What the version says of itself');
const wish = z.object({ versionId: VersionId, message });

export const configVersionRoutes = {
  versions: route({
    method: 'get',
    path: '/config/versions',
    summary: 'The history of the config folder, newest first',
    description:
      'One version for each save, and one for what changed beside Marquee since it was last looked at. It is a git repository in the data folder, config/history.git, which can be cloned. Placeholders stand for secrets; pictures and fonts are not in it.',
    tag,
    role: 'editor',
    query: PageQuery.extend({
      fileId: FileId.optional().describe('Only versions that touch this file'),
      origin: ConfigVersion.shape.origin.optional(),
      by: z.string().max(200).optional().describe('Who made it, by name'),
      search: z.string().max(100).optional().describe('Words in its message or in the path of a file'),
    }),
    reply: pageOf(ConfigVersion)
      .extend({ authors: z.array(z.string()).describe('Everybody who made a version, by name') })
      .meta({ id: 'ConfigVersionPage' }),
    errors: ['config.folder-missing', 'request.bad-cursor'],
    examples: { reply: { entries: [versionExample], total: 1, nextCursor: null, authors: ['Ada'] } },
  }),
  version: route({
    method: 'get',
    path: '/config/versions/:versionId',
    summary: 'One version: who made it, when, and which files it touches',
    tag,
    role: 'editor',
    params: z.object({ versionId: VersionId }),
    reply: ConfigVersion,
    errors: ['config.version-not-found', 'config.folder-missing'],
    examples: { params: { versionId: versionExample.id }, reply: versionExample },
  }),
  text: route({
    method: 'get',
    path: '/config/versions/:versionId/files/:fileId',
    summary: 'A file as it was in a version, and before it',
    tag,
    role: 'editor',
    params: z.object({ versionId: VersionId, fileId: FileId }),
    reply: z
      .object({
        version: ConfigVersion,
        path: FilePath,
        text: z.string().nullable().describe('null when the version has no such file'),
        before: z.string().nullable().describe('In the version before; null when there was no such file'),
      })
      .meta({ id: 'ConfigVersionText' }),
    errors: ['config.version-not-found', 'config.file-not-found', 'config.folder-missing'],
    examples: {
      params: { versionId: versionExample.id, fileId: fileExample.id },
      reply: {
        version: versionExample,
        path: 'config.yml',
        text: 'libraries:\n  Films:\n',
        before: 'libraries:\n',
      },
    },
  }),
  restoreFile: route({
    method: 'post',
    path: '/config/files/:fileId/restore',
    summary: 'Make a file what it was in a version, as a new version',
    description:
      'Secrets keep the values that the file has now. A file that was removed since is made again: send If-Match: * for it.',
    tag,
    role: 'editor',
    params: z.object({ fileId: FileId }),
    body: wish.meta({ id: 'RestoreConfigFile' }),
    reply: z
      .object({ file: ConfigFileContent, missingSecrets: z.array(MissingSecret) })
      .meta({ id: 'RestoredConfigFile' }),
    ifMatch: true,
    errors: [
      'config.version-not-found',
      'config.file-not-found',
      'config.not-text',
      'config.file-exists',
      'config.outside-folder',
      'config.folder-missing',
      'service.disk-full',
    ],
    examples: {
      params: { fileId: fileExample.id },
      body: { versionId: versionExample.id },
      reply: { file: fileExample, missingSecrets: [] },
    },
  }),
  restoreAll: route({
    method: 'post',
    path: '/config/restore',
    summary: 'Make all text files what they were in a version, as one new version',
    description:
      'Text files that the version does not have are removed; they stay in the history. What cannot be written is told, and the others are restored.',
    tag,
    role: 'editor',
    body: wish.meta({ id: 'RestoreConfigFolder' }),
    reply: z
      .object({
        version: ConfigVersion.nullable().describe('null when everything is as it was then'),
        missingSecrets: z.array(MissingSecret),
        notRestored: z.array(z.object({ path: FilePath, message: z.string() })),
      })
      .meta({ id: 'RestoredConfigFolder' }),
    timeoutMs: 120_000,
    errors: ['config.version-not-found', 'config.folder-missing', 'service.disk-full'],
    examples: {
      body: { versionId: versionExample.id },
      reply: {
        version: { ...versionExample, origin: 'restore' },
        missingSecrets: [],
        notRestored: [],
      },
    },
  }),
  undo: route({
    method: 'post',
    path: '/config/versions/:versionId/undo',
    summary: 'Take back what a version changed, and nothing else, as one new version',
    description:
      'Files that changed since are merged by lines. Where the same lines changed again nothing is written, and the answer names them. The new version can be undone too.',
    tag,
    role: 'editor',
    params: z.object({ versionId: VersionId }),
    reply: z
      .object({
        version: ConfigVersion.nullable().describe('null when it was taken back already'),
        conflicts: z.array(z.object({ path: FilePath, message: z.string() })),
        missingSecrets: z.array(MissingSecret),
      })
      .meta({ id: 'UndoneConfigVersion' }),
    timeoutMs: 120_000,
    errors: [
      'config.version-not-found',
      'config.undo-conflict',
      'config.file-mounted',
      'config.secret-exposed',
      'config.outside-folder',
      'config.not-text',
      'config.folder-missing',
      'config.check-timed-out',
      'request.too-large',
      'service.disk-full',
    ],
    examples: {
      params: { versionId: versionExample.id },
      reply: { version: { ...versionExample, origin: 'restore' }, conflicts: [], missingSecrets: [] },
    },
  }),
};
