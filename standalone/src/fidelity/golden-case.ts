import { z } from 'zod';

const Size = z.tuple([z.number(), z.number()]);
const Corners = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Overlay = z.record(z.string(), z.unknown());

const Stream = z.object({ bitrate: z.number().optional() }).loose();
const Media = z
  .object({
    bitrate: z.number().optional(),
    duration: z.number().optional(),
    parts: z.array(Stream).optional(),
  })
  .loose();

export const GoldenItem = z
  .object({
    type: z.string(),
    title: z.string(),
    attrs: z.record(z.string(), z.unknown()).default({}),
    ratings: z.array(z.object({ image: z.string(), type: z.string(), value: z.number() })).default([]),
    media: z.array(Media).default([]),
  })
  .loose();
export type GoldenItem = z.infer<typeof GoldenItem>;

const shared = {
  id: z.string(),
  files: z.array(z.string()).default([]),
  layout: z.enum(['basic', 'raqm']).default('basic'),
};
const ProbeCase = z.object({
  ...shared,
  kind: z.enum([
    ...(['text', 'text-stroke', 'text-align', 'text-backbox', 'text-addon', 'backdrop'] as const),
    ...(['image-align', 'fresh-layer'] as const),
  ]),
  canvas: Size,
  overlay: Overlay,
  text_bbox: Corners.nullish(),
  start_xy: Size.nullish(),
  main_xy: Size.nullish(),
  image_size: Size.nullish(),
});
export type ProbeCase = z.infer<typeof ProbeCase>;
const primitive = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ ...shared, kind: z.literal(kind), ...shape });

const level = z.enum(['movie', 'show', 'season', 'episode', 'artist', 'album']);

/** One `case.yml`, of every kind that a golden folder holds. */
export const GoldenCase = z.union([
  primitive('prim-lanczos', { size: Size }),
  primitive('prim-gaussianblur', { radius: z.number() }),
  primitive('prim-paste', { xy: Size }),
  primitive('prim-encode', {
    save: z.object({ ext: z.string(), quality: z.number().optional(), lossless: z.boolean().optional() }),
  }),
  primitive('image-scale', { overlay: Overlay, image_size: Size }),
  primitive('fresh-composite', {
    level,
    poster: z.string(),
    overlays: z.array(Overlay),
    rgb_sha256: z.string().optional(),
  }),
  ProbeCase,
  z.object({
    ...shared,
    source: z.literal('kometa-run'),
    kind: z.undefined().optional(),
    level,
    poster: z.string(),
    overlays: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    overlay_files: z
      .array(
        z.object({ default: z.string(), template_variables: z.record(z.string(), z.unknown()).default({}) }),
      )
      .default([]),
    effective_overlays: z.record(z.string(), Overlay).optional(),
    queues: z.unknown().optional(),
    item: GoldenItem,
    parents: z.record(z.string(), GoldenItem).default({}),
    log: z.array(z.string()).default([]),
    uploaded: z.boolean(),
    rgb_sha256: z.string().optional(),
  }),
]);
export type GoldenCase = z.infer<typeof GoldenCase>;
export type RunCase = Extract<GoldenCase, { source: 'kometa-run' }>;
