import { z } from 'zod';
import { topic } from './events.ts';
import { route } from './route.ts';

export const FileId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({
    id: 'FileId',
    description: 'Opaque id of a file in the config folder',
    examples: ['Q0n7mX2b9c1d4e5f6g7h8i'],
  });

/** Names between slashes; the one path function in services/config holds the full rule. */
export const FilePath = z
  .string()
  .min(1)
  .max(400)
  .meta({
    id: 'FilePath',
    description: 'Below the config folder, with forward slashes',
    examples: ['overlays/ribbons.yml'],
  });

export const ConfigFile = z
  .object({
    id: FileId,
    path: FilePath,
    kind: z.enum(['yaml', 'text', 'env', 'image', 'font', 'other']),
    editable: z.boolean().describe('Text that can be opened and saved here'),
    sizeBytes: z.int().nonnegative(),
    modifiedAt: z.iso.datetime(),
  })
  .meta({ id: 'ConfigFile' });
export type ConfigFile = z.infer<typeof ConfigFile>;

export const ConfigFileContent = ConfigFile.extend({
  content: z.string(),
  etag: z.string().describe('Send it as If-Match when saving'),
}).meta({ id: 'ConfigFileContent' });
export type ConfigFileContent = z.infer<typeof ConfigFileContent>;

const SavedConfigFile = ConfigFileContent.extend({
  content: z.string().nullable().describe('Null where a short answer was asked for and it is what was sent'),
}).meta({ id: 'SavedConfigFile' });

export const ConfigOverview = z
  .object({
    path: z.string().describe('The config folder, as the server sees it'),
    writable: z.boolean(),
    files: z.int().nonnegative(),
    hasConfig: z.boolean().describe('Whether config.yml is there'),
    truncated: z.boolean().describe('True when there are more files than are listed'),
  })
  .meta({ id: 'ConfigOverview' });
export type ConfigOverview = z.infer<typeof ConfigOverview>;

export const MAX_FILE_BYTES = 10_000_000;

/** A name that git takes for a branch, and every file system for a file. */
export const BranchName = z
  .string()
  .min(1)
  .max(60)
  .refine((name) => /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]|\.(?=[\p{L}\p{N}]))*$/u.test(name), {
    error: 'Use letters, digits, dots, dashes and underscores; begin with a letter or a digit.',
  })
  .refine((name) => !/^(main|head)$|\.lock$|^(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)/i.test(name), {
    error: 'Choose another name: this one has a meaning of its own.',
  })
  .refine((name) => name.normalize('NFC') === name, {
    error: 'Write letters with accents as one sign each (Unicode normal form C).',
  })
  .meta({ id: 'BranchName', description: 'Name of a branch of the history', examples: ['christmas'] });

export const fileSaved = topic(
  'config.file-saved',
  z.object({ fileId: FileId, path: FilePath, etag: z.string(), by: z.string() }),
);

export const ConfigDraft = z
  .object({
    fileId: FileId,
    text: z.string().max(MAX_FILE_BYTES),
    baseEtag: z.string().max(200).describe('Of the reading that the draft began with'),
    savedAt: z.iso.datetime(),
  })
  .meta({ id: 'ConfigDraft' });
export type ConfigDraft = z.infer<typeof ConfigDraft>;
/** Whoever keeps a draft knows what it says. */
export const KeptDraft = ConfigDraft.omit({ text: true }).meta({ id: 'KeptDraft' });
export type KeptDraft = z.infer<typeof KeptDraft>;

const content = z.string().max(MAX_FILE_BYTES).describe('The whole file, UTF-8');
const fileParams = z.object({ fileId: FileId });
const OnBranch = z.object({ branch: BranchName.optional().describe('Leave out for the folder itself') });
const fileExample = {
  id: 'Q0n7mX2b9c1d4e5f6g7h8i',
  path: 'config.yml',
  kind: 'yaml' as const,
  editable: true,
  sizeBytes: 26,
  modifiedAt: '2026-11-21T05:00:00.000Z',
};
const message = z
  .string()
  .max(200)
  .default('')
  .describe('What its version says in the history; it names the file when empty');
const contentExample = { ...fileExample, content: 'libraries:\n  Films:\n', etag: '"5f2b"' };

const fileErrors = [
  'config.branch-not-found',
  'config.branch-secret',
  'config.file-not-found',
  'config.not-text',
  'config.outside-folder',
  'config.folder-missing',
] as const;

export const configRoutes = {
  overview: route({
    method: 'get',
    path: '/config',
    summary: 'The config folder at a glance',
    tag: 'Config files',
    role: 'viewer',
    reply: ConfigOverview,
    errors: ['config.folder-missing'],
    examples: { reply: { path: '/config', writable: true, files: 3, hasConfig: true, truncated: false } },
  }),
  list: route({
    method: 'get',
    path: '/config/files',
    summary: 'All files of the config folder',
    tag: 'Config files',
    role: 'viewer',
    query: OnBranch,
    reply: z.array(ConfigFile),
    errors: ['config.branch-not-found', 'config.folder-missing'],
    examples: { reply: [fileExample] },
  }),
  read: route({
    method: 'get',
    path: '/config/files/:fileId',
    summary: 'One file with its content',
    description:
      'Keys, tokens and passwords are not shown: <<hidden:NAME>> stands for each. Saved with the placeholder in place the value stays; another text takes its place.',
    tag: 'Config files',
    role: 'editor',
    params: fileParams,
    query: OnBranch,
    reply: ConfigFileContent,
    etag: true,
    errors: [
      'config.branch-not-found',
      'config.file-not-found',
      'config.not-text',
      'config.outside-folder',
      'config.folder-missing',
      'request.too-large',
    ],
    examples: { params: { fileId: fileExample.id }, reply: contentExample },
  }),
  create: route({
    method: 'post',
    path: '/config/files',
    summary: 'Make a new file',
    tag: 'Config files',
    role: 'editor',
    query: OnBranch,
    body: z.object({ path: FilePath, content, message }).meta({ id: 'NewConfigFile' }),
    reply: ConfigFileContent,
    status: 201,
    idempotent: true,
    maxBodyBytes: MAX_FILE_BYTES * 2,
    errors: [
      'config.branch-not-found',
      'config.branch-secret',
      'config.name-refused',
      'config.file-exists',
      'config.secret-unknown',
      'config.secret-exposed',
      'config.outside-folder',
      'config.folder-missing',
      'request.precondition-failed',
      'service.disk-full',
    ],
    examples: { body: { path: 'overlays/ribbons.yml', content: 'overlays:\n' }, reply: contentExample },
  }),
  write: route({
    method: 'put',
    path: '/config/files/:fileId',
    summary: 'Replace a file, all or nothing',
    tag: 'Config files',
    role: 'editor',
    params: fileParams,
    query: OnBranch.extend({
      answer: z
        .enum(['whole', 'short'])
        .optional()
        .describe('Short: without a text that is just what was sent'),
    }),
    body: z.object({ content, message }).meta({ id: 'SaveConfigFile' }),
    reply: SavedConfigFile,
    ifMatch: true,
    maxBodyBytes: MAX_FILE_BYTES * 2,
    errors: [
      'config.branch-not-found',
      'config.branch-secret',
      'config.file-not-found',
      'config.not-text',
      'config.secret-unknown',
      'config.secret-exposed',
      'config.outside-folder',
      'config.folder-missing',
      'service.disk-full',
    ],
    examples: {
      params: { fileId: fileExample.id },
      body: { content: 'libraries:\n' },
      reply: contentExample,
    },
  }),
  move: route({
    method: 'post',
    path: '/config/files/:fileId/move',
    summary: 'Move or rename a text file',
    description: 'Its id changes with its path. What names the file is not changed.',
    tag: 'Config files',
    role: 'editor',
    params: fileParams,
    query: OnBranch,
    body: z.object({ path: FilePath, message }).meta({ id: 'MoveConfigFile' }),
    reply: ConfigFileContent,
    ifMatch: true,
    errors: [
      ...fileErrors,
      'config.name-refused',
      'config.file-exists',
      'config.file-mounted',
      'service.disk-full',
    ],
    examples: {
      params: { fileId: fileExample.id },
      body: { path: 'config/config.yml' },
      reply: { ...contentExample, path: 'config/config.yml' },
    },
  }),
  remove: route({
    method: 'delete',
    path: '/config/files/:fileId',
    summary: 'Remove a text file; its versions stay in the history',
    tag: 'Config files',
    role: 'editor',
    params: fileParams,
    query: OnBranch,
    reply: z.null(),
    ifMatch: true,
    errors: [...fileErrors, 'config.file-mounted', 'service.disk-full'],
    examples: { params: { fileId: fileExample.id }, reply: null },
  }),
  draft: route({
    method: 'get',
    path: '/config/files/:fileId/draft',
    summary: 'Your draft of a text file',
    tag: 'Config files',
    role: 'editor',
    params: fileParams,
    query: OnBranch,
    reply: ConfigDraft.nullable(),
    errors: fileErrors,
    examples: { params: { fileId: fileExample.id }, reply: null },
  }),
  saveDraft: route({
    method: 'put',
    path: '/config/files/:fileId/draft',
    summary: 'Keep a draft; nothing is written to the config folder',
    tag: 'Config files',
    role: 'editor',
    params: fileParams,
    query: OnBranch,
    body: ConfigDraft.pick({ text: true, baseEtag: true }).meta({ id: 'SaveConfigDraft' }),
    reply: KeptDraft,
    maxBodyBytes: MAX_FILE_BYTES * 2,
    errors: fileErrors,
    examples: {
      params: { fileId: fileExample.id },
      body: { text: 'libraries:\n', baseEtag: '"5f2b"' },
      reply: { fileId: fileExample.id, baseEtag: '"5f2b"', savedAt: fileExample.modifiedAt },
    },
  }),
  dropDraft: route({
    method: 'delete',
    path: '/config/files/:fileId/draft',
    summary: 'Forget your draft of a text file',
    tag: 'Config files',
    role: 'editor',
    params: fileParams,
    query: OnBranch,
    reply: z.null(),
    errors: fileErrors,
    examples: { params: { fileId: fileExample.id }, reply: null },
  }),
};
