import { z } from 'zod';
import { FileId } from './config-files.ts';
import { jobQueue, topic } from './events.ts';
import { ItemId, LibraryId } from './ids.ts';
import { MAX_OVERLAY_FILE_BYTES } from './overlay-files.ts';
import { Box, ItemAccount, OverlayFacts, OverlaySet, TextLayout } from './overlays.ts';
import { route } from './route.ts';

export const RenderOutput = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('image'),
      format: z.enum(['webp_lossy', 'webp_lossless', 'jpg', 'png']).default('webp_lossy'),
      quality: z.int().min(1).max(100).default(90),
      /** null: what Kometa uploads, byte for byte. */
      width: z.int().min(40).max(2000).nullable().default(null),
    }),
    z.object({ kind: z.literal('explain') }),
  ])
  .meta({ id: 'RenderOutput' });
export type RenderOutput = z.infer<typeof RenderOutput>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Definitions to draw on one item, and which of them find it. */
const drawn = {
  set: OverlaySet,
  /** Keys that the item matches, in any order; those of `assumed` are among them. */
  matched: z.array(z.string()),
  assumed: z.array(z.string()),
};

/** Everything that a worker needs; bytes by their hash. Two equal jobs have one result. */
export const RenderJob = z.object({
  /** Hash of all below and of the engine's version: names the result. */
  key: hash,
  ...drawn,
  /** What it is compared with, pixel by pixel on the full canvas. */
  before: z.object(drawn).nullable(),
  facts: OverlayFacts,
  sampled: z.array(z.string()),
  base: z.object({ blob: hash }).nullable().describe('null: a flat grey canvas'),
  assets: z.object({
    fonts: z.record(z.string(), hash).describe('By the reference in the definition; "" is the default font'),
    images: z.record(z.string(), hash).describe('By from:value'),
  }),
  layout: TextLayout,
  output: RenderOutput,
});
export type RenderJob = z.infer<typeof RenderJob>;

/** What a person waits for. */
export const urgentRenders = jobQueue('renderer.urgent', RenderJob, {
  prefetch: 2,
  attempts: 5,
  maxLength: 2000,
});
/** What may take its time. */
export const batchRenders = jobQueue('renderer.batch', RenderJob, {
  prefetch: 2,
  attempts: 5,
  maxLength: 200_000,
});

const image = z.object({
  blob: hash,
  contentType: z.string(),
  width: z.int(),
  height: z.int(),
  sizeBytes: z.int(),
});
export const RenderResult = z.object({
  key: hash,
  account: ItemAccount,
  image: image.nullable(),
  compared: z
    .object({ differingPixels: z.int().nonnegative(), before: image, difference: image.nullable() })
    .nullable(),
  drawnMs: z.number(),
});
export type RenderResult = z.infer<typeof RenderResult>;
export const renderEnded = topic(
  'renderer.ended',
  z.object({
    key: hash,
    result: RenderResult.nullable(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  }),
);

/** Of a poster or picture that is to be decoded. */
const pictureErrors = ['image.format', 'image.unreadable', 'image.too-large'] as const;

const yamlFiles = z.array(z.string().max(MAX_OVERLAY_FILE_BYTES)).max(50);
/** What to draw: overlay files as they lie in the config folder, or their text as it stands in an editor. */
const drawing = {
  fileIds: z.array(FileId).max(50).default([]).describe('Overlay files of the config folder'),
  files: yamlFiles.default([]).describe('YAML of overlay files, instead of or after those'),
  only: z
    .array(z.string().max(500))
    .max(500)
    .nullable()
    .default(null)
    .describe('Names of definitions to draw, whether or not they find the item; null: all that find it'),
  /** auto: what the configured Kometa has, else basic. */
  layout: TextLayout.or(z.literal('auto')).default('auto'),
};

export const RenderedItem = z
  .object({
    itemId: ItemId,
    title: z.string(),
    account: ItemAccount,
    imageUrl: z
      .string()
      .nullable()
      .describe('Below our own origin; null when only explained or nothing is drawn'),
    cached: z.boolean(),
  })
  .meta({ id: 'RenderedItem' });
export type RenderedItem = z.infer<typeof RenderedItem>;

export const Collision = z
  .object({
    itemId: ItemId,
    title: z.string(),
    kind: z.enum(['overlap', 'outside']),
    first: z.string(),
    second: z.string().nullable(),
    box: Box,
  })
  .meta({ id: 'Collision' });
export type Collision = z.infer<typeof Collision>;

export const ComparedItem = z
  .object({
    itemId: ItemId,
    title: z.string(),
    changed: z.boolean(),
    differingPixels: z.int().nonnegative(),
    beforeUrl: z.string().nullable(),
    afterUrl: z.string().nullable(),
    differenceUrl: z.string().nullable(),
  })
  .meta({ id: 'ComparedItem' });
export type ComparedItem = z.infer<typeof ComparedItem>;

export const RenderBatch = z
  .object({
    id: z.uuid(),
    state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
    kind: z.enum(['draw', 'collisions', 'compare']),
    libraryId: LibraryId.nullable(),
    done: z.int().nonnegative(),
    failed: z.int().nonnegative(),
    total: z.int().nonnegative(),
    message: z.string(),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'RenderBatch' });
export type RenderBatch = z.infer<typeof RenderBatch>;
export const renderBatchProgressed = topic('renderer.batch-progressed', RenderBatch);

export const RenderBatchResult = RenderBatch.extend({
  items: z.array(RenderedItem),
  collisions: z.array(Collision),
  compared: z.array(ComparedItem),
  failures: z.array(z.object({ itemId: ItemId, code: z.string(), message: z.string() })),
  sheetUrl: z.string().nullable().describe('A contact sheet of what was drawn'),
}).meta({ id: 'RenderBatchResult' });
export type RenderBatchResult = z.infer<typeof RenderBatchResult>;

export const FontFace = z
  .object({
    id: z.string().regex(/^[\w-]{22}$/),
    /** What to write as `font`. */
    reference: z.string(),
    family: z.string(),
    style: z.string(),
    source: z.enum(['kometa', 'config', 'shipped']),
    variations: z.array(z.string()).describe('What font_style may be; empty for a font that does not vary'),
    version: z.string(),
  })
  .meta({ id: 'FontFace' });
export type FontFace = z.infer<typeof FontFace>;

export const OverlayImage = z
  .object({
    id: z.string().regex(/^[\w-]{22}$/),
    /** How a definition names it. */
    reference: z.object({ from: z.enum(['name', 'default', 'file']), value: z.string() }),
    title: z.string(),
    source: z.enum(['kometa', 'config', 'shipped']),
    version: z.string(),
  })
  .meta({ id: 'OverlayImage' });
export type OverlayImage = z.infer<typeof OverlayImage>;

const tag = 'Rendering';
const bytes = z.instanceof(Uint8Array);
const faceId = z.object({ fontId: FontFace.shape.id });
const imageId = z.object({ imageId: OverlayImage.shape.id });
const account = {
  canvas: { width: 1000, height: 1500 },
  outcome: 'drawn' as const,
  failure: null,
  applied: ['resolution-4k'],
  overlays: [],
  approximate: false,
};
const renderedExample = {
  itemId: 'demo.1001',
  title: 'The Lantern Keeper',
  account,
  imageUrl: '/api/overlays/rendered/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  cached: false,
};
const batchExample = {
  id: '6b8f7a52-1f0e-4c7e-9f4b-2d9c3a1e5b60',
  state: 'queued' as const,
  kind: 'draw' as const,
  libraryId: 'demo.1',
  done: 0,
  failed: 0,
  total: 68,
  message: 'Waiting to start',
  createdAt: '2026-11-21T05:00:00.000Z',
  endedAt: null,
};
const plexErrors = ['plex.unreachable', 'plex.unauthorized', 'plex.bad-answer'] as const;

export const DrawingEngine = z
  .object({
    version: z.string().describe('Changes when the same overlays would be drawn otherwise'),
    layout: TextLayout.describe('What `auto` stands for here'),
  })
  .meta({ id: 'DrawingEngine' });

export const renderRoutes = {
  engine: route({
    method: 'get',
    path: '/overlays/engine',
    summary: 'How this Marquee draws',
    tag,
    role: 'viewer',
    reply: DrawingEngine,
    examples: { reply: { version: 'kometa-2.4.4/1', layout: 'basic' } },
  }),
  render: route({
    method: 'post',
    path: '/overlays/render',
    summary: 'Draw overlays on one item, exactly as Kometa would',
    tag,
    role: 'viewer',
    body: z
      .object({
        itemId: ItemId,
        ...drawing,
        output: RenderOutput.default({ kind: 'image', format: 'webp_lossy', quality: 90, width: null }),
      })
      .meta({ id: 'RenderOverlays' }),
    reply: RenderedItem,
    maxBodyBytes: MAX_OVERLAY_FILE_BYTES * 3,
    timeoutMs: 15_000,
    errors: [
      'item.not-found',
      'overlay.invalid',
      'config.file-not-found',
      ...pictureErrors,
      'render.timed-out',
      'render.failed',
      'service.overloaded',
      ...plexErrors,
    ],
    examples: { body: { itemId: 'demo.1001', files: ['overlays:\n'] }, reply: renderedExample },
  }),
  rendered: route({
    method: 'get',
    path: '/overlays/rendered/:hash',
    summary: 'A picture that was drawn',
    tag,
    role: 'viewer',
    params: z.object({ hash }),
    reply: bytes,
    replyKind: 'bytes',
    replyTypes: ['image/webp', 'image/jpeg', 'image/png'],
    etag: true,
    errors: ['image.not-found'],
    examples: { params: { hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' } },
  }),
  startBatch: route({
    method: 'post',
    path: '/overlays/render-batch',
    summary: 'Draw, check or compare overlays on many items',
    description:
      '`compare` draws `before` and the drawing on each item; progress comes as `renderer.batch-progressed` events.',
    tag,
    role: 'editor',
    body: z
      .object({
        kind: z.enum(['draw', 'collisions', 'compare']).default('draw'),
        itemIds: z.array(ItemId).max(2000).default([]),
        libraryId: LibraryId.nullable().default(null).describe('All items of a library, instead of a list'),
        ...drawing,
        before: yamlFiles.default([]).describe('For compare: the files as they were'),
        width: z.int().min(40).max(1000).default(240),
      })
      .meta({ id: 'StartRenderBatch' }),
    reply: RenderBatch,
    status: 202,
    idempotent: true,
    maxBodyBytes: MAX_OVERLAY_FILE_BYTES * 6,
    errors: [
      'library.not-found',
      'overlay.invalid',
      'config.file-not-found',
      'service.overloaded',
      ...plexErrors,
    ],
    examples: { body: { libraryId: 'demo.1', files: ['overlays:\n'] }, reply: batchExample },
  }),
  batch: route({
    method: 'get',
    path: '/overlays/render-batch/:batchId',
    summary: 'How far a batch is, and what it has drawn',
    tag,
    role: 'editor',
    params: z.object({ batchId: z.uuid() }),
    reply: RenderBatchResult,
    errors: ['job.not-found'],
    examples: {
      params: { batchId: batchExample.id },
      reply: { ...batchExample, items: [], collisions: [], compared: [], failures: [], sheetUrl: null },
    },
  }),
  cancelBatch: route({
    method: 'delete',
    path: '/overlays/render-batch/:batchId',
    summary: 'Stop a batch',
    tag,
    role: 'editor',
    params: z.object({ batchId: z.uuid() }),
    reply: RenderBatch,
    errors: ['job.not-found'],
    examples: { params: { batchId: batchExample.id }, reply: { ...batchExample, state: 'cancelled' } },
  }),
  base: route({
    method: 'get',
    path: '/overlays/base/:itemId',
    summary: 'The poster that overlays are drawn on, stretched to the canvas, as packed RGB rows',
    description:
      'Raw, because a browser’s canvas changes pixels. 1000×1500, 1920×1080 or 1000×1000 by the kind of item.',
    tag,
    role: 'viewer',
    params: z.object({ itemId: ItemId }),
    reply: bytes,
    replyKind: 'bytes',
    replyTypes: ['application/octet-stream'],
    etag: true,
    timeoutMs: 15_000,
    errors: ['item.not-found', 'image.not-found', ...pictureErrors, ...plexErrors],
    examples: { params: { itemId: 'demo.1001' } },
  }),
  fonts: route({
    method: 'get',
    path: '/fonts',
    summary: 'Fonts that overlays may name',
    tag,
    role: 'viewer',
    reply: z.array(FontFace),
    examples: { reply: [] },
  }),
  fontFile: route({
    method: 'get',
    path: '/fonts/:fontId/file',
    summary: 'A font, for the engine in the browser',
    tag,
    role: 'editor',
    params: faceId,
    reply: bytes,
    replyKind: 'bytes',
    replyTypes: ['application/octet-stream'],
    etag: true,
    errors: ['font.not-found'],
    examples: { params: { fontId: 'Q0n7mX2b9c1d4e5f6g7h8i' } },
  }),
  fontSpecimen: route({
    method: 'get',
    path: '/fonts/:fontId/specimen',
    summary: 'A word set in a font',
    tag,
    role: 'viewer',
    params: faceId,
    query: z.object({ text: z.string().min(1).max(40).default('Hamburg 8.3') }),
    reply: bytes,
    replyKind: 'bytes',
    replyTypes: ['image/png'],
    etag: true,
    errors: ['font.not-found', 'font.unreadable'],
    examples: { params: { fontId: 'Q0n7mX2b9c1d4e5f6g7h8i' } },
  }),
  overlayImages: route({
    method: 'get',
    path: '/overlay-images',
    summary: 'Pictures that overlays may name',
    tag,
    role: 'viewer',
    reply: z.array(OverlayImage),
    examples: { reply: [] },
  }),
  overlayImageFile: route({
    method: 'get',
    path: '/overlay-images/:imageId/file',
    summary: 'A picture as PNG',
    tag,
    role: 'viewer',
    params: imageId,
    reply: bytes,
    replyKind: 'bytes',
    replyTypes: ['image/png'],
    etag: true,
    errors: ['image.not-found', ...pictureErrors],
    examples: { params: { imageId: 'Q0n7mX2b9c1d4e5f6g7h8i' } },
  }),
};
