import { z } from 'zod';
import { FileId, FilePath } from './config-files.ts';
import { route } from './route.ts';

/** A collection, a playlist, or a library with its files and operations. */
export const BlockKind = z.enum(['collection', 'playlist', 'library']);
export type BlockKind = z.infer<typeof BlockKind>;

const TemplateValue = z.union([
  z.string().max(2_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)).max(100),
]);
export type TemplateValue = z.infer<typeof TemplateValue>;

const VariableName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

export const TemplateVariable = z
  .object({
    name: VariableName.describe('Written `<<name>>` in the template'),
    label: z.string().min(1).max(80),
    kind: z.enum(['text', 'number', 'yes-no', 'choice', 'list']),
    default: TemplateValue.optional(),
    choices: z.array(z.string().min(1).max(200)).max(100).optional().describe('What a choice may be'),
    optional: z.boolean().optional().describe('Left blank, the key that it stands at is left out'),
  })
  .meta({ id: 'TemplateVariable' });
export type TemplateVariable = z.infer<typeof TemplateVariable>;

export const BlockTemplate = z
  .object({
    id: z.string().regex(/^[\w-]{1,64}$/),
    title: z.string().trim().min(1).max(80),
    what: z.string().max(300).describe('What it makes, in a sentence or two'),
    kind: BlockKind,
    library: z.enum(['movie', 'show', 'artist']).nullable().describe('The kind of library it is for'),
    name: z.string().trim().min(1).max(200).describe('What the block is called; may hold variables'),
    variables: z.array(TemplateVariable).max(40),
    yaml: z.string().min(1).max(100_000).describe('The body of the block'),
    shipped: z.boolean(),
  })
  .meta({ id: 'BlockTemplate' });
export type BlockTemplate = z.infer<typeof BlockTemplate>;

const NewBlockTemplate = BlockTemplate.omit({ id: true, shipped: true }).meta({ id: 'NewBlockTemplate' });
export type NewBlockTemplate = z.infer<typeof NewBlockTemplate>;

const TemplateTarget = z
  .union([
    z.strictObject({ fileId: FileId }),
    z.strictObject({
      newFile: FilePath,
      library: z
        .string()
        .max(200)
        .nullable()
        .default(null)
        .describe('Library of config.yml that shall list it; null for none. Playlists are listed for all.'),
    }),
  ])
  .meta({ id: 'TemplateTarget' });
export type TemplateTarget = z.infer<typeof TemplateTarget>;

const UseTemplate = z
  .object({
    values: z.record(VariableName, TemplateValue.nullable()).describe('Defaults stand for what is not named'),
    name: z.string().trim().min(1).max(200).optional().describe('In place of the template’s own'),
    target: TemplateTarget,
  })
  .meta({ id: 'UseBlockTemplate' });

const TextFile = z.object({ fileId: FileId, path: FilePath });
const UsedTemplate = z
  .object({
    name: z.string(),
    file: TextFile,
    line: z.int().positive().describe('Of the block in its file'),
    listedIn: z.string().nullable().describe('The library, or playlist_files, that lists the new file now'),
  })
  .meta({ id: 'UsedBlockTemplate' });

const tag = 'Templates';
const idParams = z.object({ templateId: BlockTemplate.shape.id });
const useErrors = [
  'config.template-not-found',
  'config.template-invalid',
  'config.template-refused',
  'config.file-not-found',
  'config.file-exists',
  'config.name-refused',
  'config.not-text',
  'config.outside-folder',
  'config.folder-missing',
] as const;

const wish = {
  ...{ title: 'Best of a decade', what: 'The best rated films of ten years.', kind: 'collection' as const },
  ...{ library: 'movie' as const, name: 'Best of the <<decade>>s' },
  variables: [{ name: 'decade', label: 'First year', kind: 'number' as const, default: 1990 }],
  yaml: 'plex_search:\n  all:\n    decade: <<decade>>\n',
};
const example = { id: 'best-of-a-decade', ...wish, shipped: true };
const file = { fileId: 'Q0n7mX2b9c1d4e5f6g7h8i', path: 'collections/films.yml' };
const use = { values: { decade: 1980 }, target: { fileId: file.fileId } };
const used = { name: 'Best of the 1980s', file, line: 4, listedIn: null };

export const blockTemplateRoutes = {
  list: route({
    method: 'get',
    path: '/config/templates',
    summary: 'Collections, playlists and libraries to begin with: shipped ones and your own',
    tag,
    role: 'viewer',
    reply: z.array(BlockTemplate),
    examples: { reply: [example] },
  }),
  targets: route({
    method: 'get',
    path: '/config/template-targets',
    summary: 'Where templates can be put: files by what they hold, and the libraries of config.yml',
    tag,
    role: 'editor',
    reply: z
      .object({
        files: z.array(TextFile.extend({ kind: BlockKind })),
        libraries: z.array(z.string()),
      })
      .meta({ id: 'TemplateTargets' }),
    errors: ['config.folder-missing'],
    examples: { reply: { files: [{ ...file, kind: 'collection' }], libraries: ['Films'] } },
  }),
  read: route({
    method: 'get',
    path: '/config/templates/:templateId',
    summary: 'One template',
    tag,
    role: 'viewer',
    params: idParams,
    reply: BlockTemplate,
    errors: ['config.template-not-found'],
    examples: { params: { templateId: example.id }, reply: example },
  }),
  save: route({
    method: 'post',
    path: '/config/templates',
    summary: 'Keep a block as a template',
    description:
      'Keys, tokens and passwords cannot be part of it, since everybody who signs in sees templates.',
    tag,
    role: 'editor',
    body: NewBlockTemplate,
    reply: BlockTemplate,
    status: 201,
    idempotent: true,
    errors: ['config.template-invalid'],
    examples: { body: wish, reply: { ...example, id: 'own-1', shipped: false } },
  }),
  drop: route({
    method: 'delete',
    path: '/config/templates/:templateId',
    summary: 'Remove a template of your own; what was made with it stays',
    tag,
    role: 'editor',
    params: idParams,
    reply: z.null(),
    errors: ['config.template-not-found'],
    examples: { params: { templateId: 'own-1' }, reply: null },
  }),
  preview: route({
    method: 'post',
    path: '/config/templates/:templateId/preview',
    summary: 'What a template would write, and where; nothing is written',
    tag,
    role: 'editor',
    params: idParams,
    body: UseTemplate,
    reply: UsedTemplate.extend({
      changes: z.array(z.object({ path: FilePath, before: z.string().nullable(), after: z.string() })),
    }).meta({ id: 'BlockTemplatePreview' }),
    errors: useErrors,
    examples: {
      params: { templateId: example.id },
      body: use,
      reply: {
        ...used,
        changes: [
          { path: file.path, before: 'collections:\n', after: 'collections:\n  Best of the 1980s:\n' },
        ],
      },
    },
  }),
  use: route({
    method: 'post',
    path: '/config/templates/:templateId/use',
    summary: 'Write a block by a template, behind the others; nothing else of the file changes',
    tag,
    role: 'editor',
    params: idParams,
    body: UseTemplate,
    reply: UsedTemplate,
    idempotent: true,
    errors: [
      ...useErrors,
      'config.secret-unknown',
      'config.secret-exposed',
      'request.precondition-failed',
      'service.disk-full',
    ],
    examples: { params: { templateId: example.id }, body: use, reply: used },
  }),
};
