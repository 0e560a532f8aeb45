import { z } from 'zod';
import { BranchName, FileId, FilePath, MAX_FILE_BYTES } from './config-files.ts';
import { route } from './route.ts';

const span = {
  line: z.int().positive().describe('Lines and columns begin with 1'),
  column: z.int().positive(),
  endLine: z.int().positive(),
  endColumn: z.int().positive(),
};

export const ConfigProblem = z
  .object({
    fileId: FileId,
    file: FilePath,
    ...span,
    path: z.array(z.union([z.string(), z.int()])).describe('Keys and places in lists, from the root on'),
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    message: z.string(),
    fix: z
      .object({ title: z.string(), edits: z.array(z.object({ ...span, text: z.string() })) })
      .optional()
      .describe('What mends it when applied to the text as it is shown, placeholders and all'),
  })
  .meta({ id: 'ConfigProblem' });
export type ConfigProblem = z.infer<typeof ConfigProblem>;

export const ConfigProblems = z
  .object({
    checkedAt: z.iso.datetime(),
    files: z.int().nonnegative().describe('How many files were checked'),
    problems: z.array(ConfigProblem),
    more: z.int().nonnegative().describe('How many problems are not listed'),
  })
  .meta({ id: 'ConfigProblems' });
export type ConfigProblems = z.infer<typeof ConfigProblems>;

export const MergeConflict = z
  .object({
    line: z.int().positive().describe('Where the conflict begins in the merged text'),
    lines: z.int().nonnegative().describe('How many lines of the merged text it takes, which are yours'),
    mine: z.string(),
    base: z.string(),
    theirs: z.string(),
  })
  .meta({ id: 'MergeConflict' });
export type MergeConflict = z.infer<typeof MergeConflict>;

const text = z.string().max(MAX_FILE_BYTES);
const tag = 'Config files';
const problemExample = {
  ...{ fileId: 'Q0n7mX2b9c1d4e5f6g7h8i', file: 'config.yml' },
  ...{ line: 3, column: 3, endLine: 3, endColumn: 9, path: ['settings', 'asset'] },
  ...{ severity: 'warning' as const, code: 'config.unknown-key', message: 'Kometa has no setting asset' },
};

export const configProblemRoutes = {
  problems: route({
    method: 'get',
    path: '/config/problems',
    summary: 'What is wrong in the config folder, with fixes',
    description:
      'Files are checked together, since they speak of one another; the answer is kept until one of them changes. The places and edits are those of the text as it is shown, with placeholders.',
    tag,
    role: 'editor',
    query: z.object({ fileId: FileId.optional().describe('Only what is wrong in this file') }),
    reply: ConfigProblems,
    timeoutMs: 60_000,
    errors: ['config.file-not-found', 'config.folder-missing', 'config.check-timed-out'],
    examples: {
      reply: { checkedAt: '2026-11-21T05:00:00.000Z', files: 3, problems: [problemExample], more: 0 },
    },
  }),
  merge: route({
    method: 'post',
    path: '/config/files/:fileId/merge',
    summary: 'Bring your text together with what the file says now; nothing is written',
    description:
      'Say what you began with: its text, or the ETag that it was read with. Save the merged text with the ETag of this answer.',
    tag,
    role: 'editor',
    params: z.object({ fileId: FileId }),
    query: z.object({ branch: BranchName.optional().describe('Leave out for the folder itself') }),
    body: z
      .union([
        z.strictObject({ mine: text, base: text }),
        z.strictObject({ mine: text, baseEtag: z.string().max(200) }),
      ])
      .meta({ id: 'MergeConfigFile' }),
    reply: z
      .object({
        text: z.string().describe('Your lines stand where both have changed the same'),
        conflicts: z.array(MergeConflict),
        theirs: z.string().describe('The file as it is now'),
        etag: z.string().describe('Of the file as it is now'),
      })
      .meta({ id: 'MergedConfigFile' }),
    maxBodyBytes: MAX_FILE_BYTES * 3,
    timeoutMs: 60_000,
    errors: [
      'config.branch-not-found',
      'config.file-not-found',
      'config.version-not-found',
      'config.not-text',
      'config.outside-folder',
      'config.folder-missing',
      'config.check-timed-out',
      'request.too-large',
    ],
    examples: {
      params: { fileId: problemExample.fileId },
      body: { mine: 'a: 1\nb: 2\n', base: 'a: 1\n' },
      reply: { text: 'a: 1\nb: 2\n', conflicts: [], theirs: 'a: 1\n', etag: '"5f2b"' },
    },
  }),
};
