import { z } from 'zod';
import { BranchName, FileId, FilePath, MAX_FILE_BYTES } from './config-files.ts';
import { MergeConflict } from './config-problems.ts';
import { ConfigFileChange, ConfigVersion, MissingSecret, VersionId } from './config-versions.ts';
import { topic } from './events.ts';
import { route } from './route.ts';

export const ConfigBranch = z
  .object({
    name: BranchName,
    versionId: VersionId.describe('The newest version of the branch'),
    baseId: VersionId.describe('The newest version that the folder and the branch have in common'),
    by: z.string().describe('Who changed it last, by name; who made it while nobody has'),
    changedAt: z.iso.datetime(),
    files: z.array(ConfigFileChange).describe('What it has changed since they were the same'),
    behind: z.int().nonnegative().describe('Versions of the folder that the branch does not have'),
  })
  .meta({ id: 'ConfigBranch' });
export type ConfigBranch = z.infer<typeof ConfigBranch>;

/** What becomes of a file that the branch has changed. */
export const BranchMergeFile = ConfigFileChange.extend({
  state: z
    .enum(['clean', 'same', 'conflict'])
    .describe('same: the folder says it already; conflict: it must be decided what it shall say'),
  conflicts: z.int().nonnegative().describe('How many places both changed'),
  why: z.string().nullable().describe('Why it must be decided, where it is not by lines'),
}).meta({ id: 'BranchMergeFile' });
export type BranchMergeFile = z.infer<typeof BranchMergeFile>;

/** A version of a branch that somebody has made, or its end. */
export const branchChanged = topic(
  'config.branch-changed',
  z.object({ branch: BranchName, versionId: VersionId.nullable(), by: z.string() }),
);

const tag = 'Config branches';
const params = z.object({ branch: BranchName });
const text = z.string().max(MAX_FILE_BYTES);
const fileId = 'Q0n7mX2b9c1d4e5f6g7h8i';
const versionId = '3f786850e387550fdab836ed7e6dc881de23001b';
const change = { fileId, path: 'collections/films.yml', change: 'changed' as const };
const branchExample = {
  ...{ name: 'christmas', versionId, baseId: '89e6c98d92887913cadf06b2adb97f26cde4849b', by: 'Ada' },
  ...{ changedAt: '2026-11-21T05:00:00.000Z', files: [change], behind: 2 },
};
const versionExample = {
  id: versionId,
  savedAt: '2026-11-21T05:00:00.000Z',
  by: 'Ada',
  origin: 'save' as const,
  message: 'Merge christmas',
  files: [change],
};
const gone = ['config.branch-not-found', 'config.folder-missing'] as const;
const heads = {
  versionId: VersionId.describe('Of the folder, as the plan told; 412 when it has moved since'),
  branchVersionId: VersionId.describe('Of the branch, as the plan told; 412 when it has moved since'),
};

export const configBranchRoutes = {
  list: route({
    method: 'get',
    path: '/config/branches',
    summary: 'The branches of the history: changes that are tried beside the folder',
    description:
      'Kometa reads the folder and nothing else: what is saved in a branch (`branch` on the routes of /config/files) changes nothing until it is merged. Branches are branches of the git repository too.',
    tag,
    role: 'editor',
    reply: z.array(ConfigBranch),
    errors: ['config.folder-missing'],
    examples: { reply: [branchExample] },
  }),
  read: route({
    method: 'get',
    path: '/config/branches/:branch',
    summary: 'A branch and the versions that it alone has, newest first',
    tag,
    role: 'editor',
    params,
    reply: ConfigBranch.extend({ versions: z.array(ConfigVersion) }).meta({ id: 'ConfigBranchWhole' }),
    errors: gone,
    examples: { params: { branch: 'christmas' }, reply: { ...branchExample, versions: [versionExample] } },
  }),
  make: route({
    method: 'post',
    path: '/config/branches',
    summary: 'Begin a branch',
    tag,
    role: 'editor',
    body: z
      .object({
        name: BranchName,
        from: VersionId.optional().describe(
          'A version of the folder or of a branch, of a removed one too; the folder as it is now when left out',
        ),
      })
      .meta({ id: 'NewConfigBranch' }),
    reply: ConfigBranch,
    status: 201,
    idempotent: true,
    errors: [
      'config.branch-exists',
      'config.version-not-found',
      'config.folder-missing',
      'service.disk-full',
    ],
    examples: { body: { name: 'christmas' }, reply: branchExample },
  }),
  remove: route({
    method: 'delete',
    path: '/config/branches/:branch',
    summary: 'Remove a branch; a new one can begin at what was its newest version',
    tag,
    role: 'editor',
    params,
    reply: z.object({ versionId: VersionId }).meta({ id: 'RemovedConfigBranch' }),
    errors: [...gone, 'request.precondition-failed', 'service.disk-full'],
    examples: { params: { branch: 'christmas' }, reply: { versionId } },
  }),
  plan: route({
    method: 'get',
    path: '/config/branches/:branch/merge',
    summary: 'What merging the branch into the folder would do; nothing is written',
    tag,
    role: 'editor',
    params,
    reply: z
      .object({ versionId: VersionId, branchVersionId: VersionId, files: z.array(BranchMergeFile) })
      .meta({ id: 'BranchMergePlan' }),
    timeoutMs: 120_000,
    errors: [...gone, 'config.check-timed-out'],
    examples: {
      params: { branch: 'christmas' },
      reply: {
        ...{ versionId, branchVersionId: versionId },
        files: [{ ...change, state: 'clean', conflicts: 0, why: null }],
      },
    },
  }),
  planFile: route({
    method: 'get',
    path: '/config/branches/:branch/merge/:fileId',
    summary: 'One file of the plan three ways: as it was, in the folder, in the branch, and both together',
    tag,
    role: 'editor',
    params: params.extend({ fileId: FileId }),
    reply: z
      .object({
        path: FilePath,
        base: z.string().nullable().describe('null where there is no such file'),
        folder: z.string().nullable(),
        branch: z.string().nullable(),
        merged: z
          .string()
          .nullable()
          .describe('The lines of the branch stand where both have changed the same; null: it is removed'),
        conflicts: z.array(MergeConflict).describe('`mine` is of the branch, `theirs` of the folder'),
      })
      .meta({ id: 'BranchMergeText' }),
    timeoutMs: 60_000,
    errors: [...gone, 'config.file-not-found', 'config.check-timed-out'],
    examples: {
      params: { branch: 'christmas', fileId },
      reply: {
        ...{ path: change.path, base: 'a: 1\n', folder: 'a: 1\n', branch: 'a: 2\n', merged: 'a: 2\n' },
        conflicts: [],
      },
    },
  }),
  merge: route({
    method: 'post',
    path: '/config/branches/:branch/merge',
    summary: 'Merge the branch into the folder as one version, which can be undone',
    description:
      'All or nothing. Secrets keep the values that the folder has. Where both changed the same, `resolved` says what the file shall be.',
    tag,
    role: 'editor',
    params,
    body: z
      .object({
        ...heads,
        message: z
          .string()
          .max(200)
          .default('')
          .describe('What the version says; it names the branch when empty'),
        resolved: z
          .array(
            z.object({
              fileId: FileId,
              content: text.nullable().describe('null: there shall be no such file'),
            }),
          )
          .max(500)
          .default([]),
        keep: z
          .boolean()
          .default(false)
          .describe('The branch stays, to go on with from the merged version; otherwise it is removed'),
      })
      .meta({ id: 'MergeConfigBranch' }),
    reply: z
      .object({
        version: ConfigVersion.nullable().describe('null when the folder says it all already'),
        missingSecrets: z.array(MissingSecret),
      })
      .meta({ id: 'MergedConfigBranch' }),
    maxBodyBytes: MAX_FILE_BYTES * 4,
    timeoutMs: 120_000,
    errors: [
      ...gone,
      'config.branch-conflict',
      'config.file-exists',
      'config.file-mounted',
      'config.file-not-found',
      'config.secret-exposed',
      'config.outside-folder',
      'config.not-text',
      'config.check-timed-out',
      'request.precondition-failed',
      'request.too-large',
      'service.disk-full',
    ],
    examples: {
      params: { branch: 'christmas' },
      body: { versionId, branchVersionId: versionId },
      reply: { version: versionExample, missingSecrets: [] },
    },
  }),
};
