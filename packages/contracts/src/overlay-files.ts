import { z } from 'zod';
import { BulkAction, BulkOutcome, editErrors } from './collections.ts';
import { ConfigDraft, FileId, FilePath, KeptDraft } from './config-files.ts';
import { ask } from './events.ts';
import { ItemId, LibraryId } from './ids.ts';
import { OverlayEdit } from './overlay-edits.ts';
import { OverlayDefinition, OverlayItem, OverlayLevel, OverlayProblem, OverlayQueue } from './overlays.ts';
import { Principal } from './roles.ts';
import { route } from './route.ts';

export const MAX_OVERLAY_FILE_BYTES = 1_000_000;
const text = z.string().max(MAX_OVERLAY_FILE_BYTES);
const fileParams = z.object({ fileId: FileId });

/** One definition as the list shows it, whether or not it can be drawn. */
export const OverlayEntry = z
  .object({
    mapping: z.string(),
    level: OverlayLevel,
    /** `template`: made by a template call; shown with its variables, not opened for free drawing. */
    kind: z.enum(['image', 'text', 'backdrop', 'blur', 'template', 'refused']),
    name: z.string(),
    builders: z.array(z.string()).describe('Builder and filter keys, in Kometa’s words'),
    template: z
      .object({ names: z.array(z.string()), variables: z.record(z.string(), z.unknown()) })
      .nullable(),
    /** null when it is refused or made by a template. */
    definition: OverlayDefinition.nullable(),
    line: z.int().positive(),
    endLine: z.int().positive(),
  })
  .meta({ id: 'OverlayEntry' });
export type OverlayEntry = z.infer<typeof OverlayEntry>;

export const OverlayFile = z
  .object({
    id: FileId,
    path: FilePath,
    modifiedAt: z.iso.datetime(),
    entries: z.array(OverlayEntry),
    queues: z.array(OverlayQueue),
    problems: z.array(OverlayProblem),
  })
  .meta({ id: 'OverlayFile' });
export type OverlayFile = z.infer<typeof OverlayFile>;

export const OverlayFileText = OverlayFile.extend({ text, etag: z.string() }).meta({ id: 'OverlayFileText' });
export type OverlayFileText = z.infer<typeof OverlayFileText>;

export const OverlayVersion = z
  .object({
    id: z.string(),
    number: z.int().positive(),
    savedAt: z.iso.datetime(),
    by: z.string().describe('Who saved it; "outside" for a change made beside Marquee'),
    message: z.string(),
    sizeBytes: z.int().nonnegative(),
  })
  .meta({ id: 'OverlayVersion' });
export type OverlayVersion = z.infer<typeof OverlayVersion>;

export const OverlayTemplate = z
  .object({
    id: z.string().regex(/^[\w-]{1,64}$/),
    title: z.string().min(1).max(80),
    group: z.enum([
      'rating',
      'media',
      'status',
      'runtime',
      'episode',
      'edition',
      'streaming',
      'other',
      'own',
    ]),
    level: OverlayLevel,
    yaml: z.string().max(100_000).describe('The body of one definition'),
    shipped: z.boolean(),
  })
  .meta({ id: 'OverlayTemplate' });
export type OverlayTemplate = z.infer<typeof OverlayTemplate>;

/** The sole writer of the config folder answers those who draw; it checks that the person may see the item. */
export const overlayItemsAsked = ask(
  'config.overlay-items',
  z.object({
    principal: Principal,
    itemIds: z.array(ItemId).min(1).max(100),
    files: z.array(text).max(150).describe('Overlay files whose builders are matched'),
    /** Also put the base poster among the blobs. */
    withBase: z.boolean(),
  }),
  z.object({
    items: z.array(
      z.union([
        OverlayItem.extend({ baseHash: z.string().nullable() }),
        z.object({ itemId: ItemId, code: z.string(), message: z.string() }),
      ]),
    ),
  }),
  20_000,
);
/** Pictures and fonts of the config folder, by listing; `put` lays the named ones among the blobs. */
export const overlayAssetsAsked = ask(
  'config.overlay-assets',
  z.object({ put: z.array(z.string().max(400)).max(200) }),
  z.object({
    images: z.array(z.object({ name: z.string(), sizeBytes: z.int(), version: z.string() })),
    fonts: z.array(z.object({ name: z.string(), sizeBytes: z.int(), version: z.string() })),
    put: z.record(z.string(), z.string()).describe('Blob hash by name: `overlays/x.png`, `fonts/x.ttf`'),
  }),
  15_000,
);
export const overlayTextsAsked = ask(
  'config.overlay-texts',
  z.object({ fileIds: z.array(FileId).max(50) }),
  z.object({ files: z.array(z.object({ id: FileId, path: FilePath, text })) }),
);
/** All films of a library, or all its shows; none of a library that the person may not see. */
export const libraryItemIdsAsked = ask(
  'config.library-item-ids',
  z.object({ principal: Principal, libraryId: LibraryId }),
  z.object({ itemIds: z.array(ItemId) }),
  30_000,
);

const definitionExample = {
  mapping: 'resolution-4k',
  level: 'movie' as const,
  kind: 'text' as const,
  name: 'text(4K)',
  builders: ['plex_search'],
  template: null,
  definition: null,
  line: 2,
  endLine: 9,
};
const fileExample = {
  id: 'Q0n7mX2b9c1d4e5f6g7h8i',
  path: 'overlays/ribbons.yml',
  modifiedAt: '2026-11-21T05:00:00.000Z',
  entries: [definitionExample],
  queues: [],
  problems: [],
};
const textExample = { ...fileExample, text: 'overlays:\n  resolution-4k:\n', etag: '"5f2b"' };
const versionExample = {
  id: 'v18',
  number: 18,
  savedAt: '2026-11-21T05:00:00.000Z',
  by: 'Ada',
  message: 'Move the ribbon',
  sizeBytes: 812,
};
const templateExample = {
  id: 'rating-pill',
  title: 'Rating pill',
  group: 'rating' as const,
  level: 'movie' as const,
  yaml: 'overlay:\n  name: text(<<audience_rating>>)\n',
  shipped: true,
};
const folderErrors = [
  'config.file-not-found',
  'config.not-text',
  'config.outside-folder',
  'config.folder-missing',
] as const;
const tag = 'Overlays';

export const overlayFileRoutes = {
  list: route({
    method: 'get',
    path: '/overlays',
    summary: 'All overlay files with their definitions and problems',
    tag,
    role: 'viewer',
    reply: z.array(OverlayFile),
    errors: ['config.folder-missing'],
    examples: { reply: [fileExample] },
  }),
  read: route({
    method: 'get',
    path: '/overlays/files/:fileId',
    summary: 'One overlay file: its text and what Kometa would make of it',
    tag,
    role: 'editor',
    params: fileParams,
    reply: OverlayFileText,
    etag: true,
    errors: [...folderErrors, 'request.too-large'],
    examples: { params: { fileId: fileExample.id }, reply: textExample },
  }),
  create: route({
    method: 'post',
    path: '/overlays/files',
    summary: 'Make a new overlay file',
    tag,
    role: 'editor',
    body: z.object({ path: FilePath, text }).meta({ id: 'NewOverlayFile' }),
    reply: OverlayFileText,
    status: 201,
    idempotent: true,
    maxBodyBytes: MAX_OVERLAY_FILE_BYTES * 2,
    errors: [
      'overlay.invalid',
      'config.name-refused',
      'config.file-exists',
      'config.secret-unknown',
      'config.secret-exposed',
      'config.outside-folder',
      'config.folder-missing',
      'service.disk-full',
    ],
    examples: { body: { path: 'overlays/ribbons.yml', text: 'overlays:\n' }, reply: textExample },
  }),
  write: route({
    method: 'put',
    path: '/overlays/files/:fileId',
    summary: 'Save an overlay file as a new version',
    tag,
    role: 'editor',
    params: fileParams,
    body: z.object({ text, message: z.string().max(200).default('') }).meta({ id: 'SaveOverlayFile' }),
    reply: OverlayFileText,
    ifMatch: true,
    maxBodyBytes: MAX_OVERLAY_FILE_BYTES * 2,
    errors: [...folderErrors, 'config.secret-unknown', 'config.secret-exposed', 'service.disk-full'],
    examples: {
      params: { fileId: fileExample.id },
      body: { text: 'overlays:\n', message: 'Move the ribbon' },
      reply: textExample,
    },
  }),
  patch: route({
    method: 'patch',
    path: '/overlays/files/:fileId',
    summary: 'Change definitions of an overlay file; no other line changes',
    tag,
    role: 'editor',
    params: fileParams,
    body: z
      .object({ edits: z.array(OverlayEdit).min(1).max(200), message: z.string().max(200).default('') })
      .meta({ id: 'PatchOverlayFile' }),
    reply: OverlayFileText,
    ifMatch: true,
    errors: [
      ...folderErrors,
      'overlay.edit-impossible',
      'config.secret-unknown',
      'config.secret-exposed',
      'service.disk-full',
    ],
    examples: {
      params: { fileId: fileExample.id },
      body: { edits: [{ kind: 'set', mapping: 'resolution-4k', attribute: 'font_size', value: 60 }] },
      reply: textExample,
    },
  }),
  versions: route({
    method: 'get',
    path: '/overlays/files/:fileId/versions',
    summary: 'The versions of an overlay file, newest first',
    description:
      'One for each save, and one for each change made beside Marquee; the newest 200. Older ones are in the history of the config folder.',
    tag,
    role: 'editor',
    params: fileParams,
    reply: z.array(OverlayVersion),
    errors: folderErrors,
    examples: { params: { fileId: fileExample.id }, reply: [versionExample] },
  }),
  version: route({
    method: 'get',
    path: '/overlays/files/:fileId/versions/:versionId',
    summary: 'The text of one version',
    tag,
    role: 'editor',
    params: fileParams.extend({ versionId: z.string().regex(/^v\d{1,9}$/) }),
    reply: OverlayVersion.extend({ text: z.string() }).meta({ id: 'OverlayVersionText' }),
    errors: [...folderErrors, 'overlay.version-not-found'],
    examples: {
      params: { fileId: fileExample.id, versionId: 'v18' },
      reply: { ...versionExample, text: 'overlays:\n' },
    },
  }),
  draft: route({
    method: 'get',
    path: '/overlays/files/:fileId/draft',
    summary: 'Your draft of an overlay file',
    tag,
    role: 'editor',
    params: fileParams,
    reply: ConfigDraft.nullable(),
    errors: folderErrors,
    examples: { params: { fileId: fileExample.id }, reply: null },
  }),
  saveDraft: route({
    method: 'put',
    path: '/overlays/files/:fileId/draft',
    summary: 'Keep a draft; nothing is written to the config folder',
    tag,
    role: 'editor',
    params: fileParams,
    body: z.object({ text, baseEtag: z.string().max(200) }).meta({ id: 'SaveOverlayDraft' }),
    reply: KeptDraft,
    maxBodyBytes: MAX_OVERLAY_FILE_BYTES * 2,
    errors: folderErrors,
    examples: {
      params: { fileId: fileExample.id },
      body: { text: 'overlays:\n', baseEtag: '"5f2b"' },
      reply: { fileId: fileExample.id, baseEtag: '"5f2b"', savedAt: '2026-11-21T05:00:00.000Z' },
    },
  }),
  dropDraft: route({
    method: 'delete',
    path: '/overlays/files/:fileId/draft',
    summary: 'Throw your draft away',
    tag,
    role: 'editor',
    params: fileParams,
    reply: z.null(),
    errors: folderErrors,
    examples: { params: { fileId: fileExample.id }, reply: null },
  }),
  items: route({
    method: 'post',
    path: '/overlays/items',
    summary: 'What drawing on these items needs: facts, matches, base poster',
    description: 'Reads only. Items that cannot be read are left out.',
    tag,
    role: 'viewer',
    body: z
      .object({ itemIds: z.array(ItemId).min(1).max(100), files: z.array(text).max(50).default([]) })
      .meta({ id: 'AskOverlayItems' }),
    reply: z.array(OverlayItem),
    maxBodyBytes: MAX_OVERLAY_FILE_BYTES * 3,
    errors: ['overlay.invalid', 'plex.unreachable', 'plex.unauthorized', 'plex.bad-answer'],
    examples: { body: { itemIds: ['demo.1001'] }, reply: [] },
  }),
  templates: route({
    method: 'get',
    path: '/overlays/templates',
    summary: 'Overlays to begin with: shipped ones and your own',
    tag,
    role: 'viewer',
    reply: z.array(OverlayTemplate),
    examples: { reply: [templateExample] },
  }),
  saveTemplate: route({
    method: 'post',
    path: '/overlays/templates',
    summary: 'Keep an overlay as a template',
    tag,
    role: 'editor',
    body: OverlayTemplate.pick({ title: true, level: true, yaml: true }).meta({ id: 'NewOverlayTemplate' }),
    reply: OverlayTemplate,
    status: 201,
    idempotent: true,
    errors: ['overlay.invalid'],
    examples: {
      body: { title: 'Rating pill', level: 'movie', yaml: templateExample.yaml },
      reply: { ...templateExample, id: 'own-1', group: 'own', shipped: false },
    },
  }),
  dropTemplate: route({
    method: 'delete',
    path: '/overlays/templates/:templateId',
    summary: 'Remove a template of your own',
    tag,
    role: 'editor',
    params: z.object({ templateId: OverlayTemplate.shape.id }),
    reply: z.null(),
    errors: ['overlay.template-not-found'],
    examples: { params: { templateId: 'own-1' }, reply: null },
  }),
  bulk: route({
    method: 'post',
    path: '/overlays/bulk',
    summary: 'Change definitions of overlays in many files as one version',
    description:
      'What cannot be changed is told, and the others are changed. Undo the version to take all back.',
    tag,
    role: 'editor',
    body: z
      .object({
        definitions: z
          .array(z.object({ fileId: FileId, name: z.string().max(300) }))
          .min(1)
          .max(5_000),
        action: BulkAction,
      })
      .meta({ id: 'ChangeOverlays' }),
    reply: BulkOutcome,
    timeoutMs: 120_000,
    errors: editErrors,
    examples: {
      body: {
        definitions: [{ fileId: fileExample.id, name: 'resolution-4k' }],
        action: { kind: 'disable' },
      },
      reply: { version: null, changed: 0, refused: [] },
    },
  }),
  goldenSet: route({
    method: 'get',
    path: '/overlays/golden-set',
    summary: 'The pinned items that every save is compared on',
    tag,
    role: 'viewer',
    reply: z.array(ItemId),
    examples: { reply: ['demo.1001'] },
  }),
  saveGoldenSet: route({
    method: 'put',
    path: '/overlays/golden-set',
    summary: 'Choose the pinned items',
    tag,
    role: 'editor',
    body: z.object({ itemIds: z.array(ItemId).max(24) }).meta({ id: 'GoldenSet' }),
    reply: z.array(ItemId),
    examples: { body: { itemIds: ['demo.1001'] }, reply: ['demo.1001'] },
  }),
  uploadImage: route({
    method: 'post',
    path: '/overlays/images/:name',
    summary: 'Add a PNG to the config folder’s overlays',
    tag,
    role: 'editor',
    params: z.object({ name: z.string().regex(/^[\w][\w .-]{0,78}[\w]$|^\w$/) }),
    upload: ['image/png'],
    reply: z
      .object({ name: z.string(), width: z.int(), height: z.int(), sizeBytes: z.int() })
      .meta({ id: 'UploadedOverlayImage' }),
    status: 201,
    maxBodyBytes: 10_000_000,
    errors: [
      'image.unreadable',
      'image.too-large',
      'config.file-exists',
      'config.name-refused',
      'config.outside-folder',
      'config.folder-missing',
      'service.disk-full',
    ],
    examples: {
      params: { name: 'ribbon' },
      reply: { name: 'ribbon', width: 305, height: 105, sizeBytes: 2048 },
    },
  }),
};
