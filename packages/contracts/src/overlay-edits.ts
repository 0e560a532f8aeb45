import { z } from 'zod';

const yamlScalar = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);
const mapping = z.string().max(500);
const newName = z.string().min(1).max(500);
const queue = z.string().max(500).describe('Name of the queue in its file');

/** What one place of a queue says; what it does not say it takes from the place before. */
export const PlaceAttribute = z.enum([
  'horizontal_align',
  'vertical_align',
  'horizontal_offset',
  'vertical_offset',
]);
export type PlaceAttribute = z.infer<typeof PlaceAttribute>;

/** Below `settings` of a queue: the first two there, the others in its `dynamic_position`. */
export const QueueSetting = z.enum([
  'position',
  'overlay_limit',
  'initial_horizontal_align',
  'initial_vertical_align',
  'initial_horizontal_offset',
  'initial_vertical_offset',
  'horizontal_spacing',
  'vertical_spacing',
  'surround',
]);
export type QueueSetting = z.infer<typeof QueueSetting>;

const list = z
  .string()
  .max(500)
  .nullable()
  .describe('Of a queue that has several lists of places, the name of one; null: the queue is the list');
const place = z.int().nonnegative().max(100_000).describe('From 0');

const queueEdits = [
  z.object({
    kind: z.literal('set-place'),
    queue,
    list,
    place,
    attribute: PlaceAttribute,
    value: yamlScalar.describe('null takes the attribute away'),
  }),
  z.object({
    kind: z.literal('add-place'),
    queue,
    list,
    place: place.describe('Which one it becomes, from 0'),
    values: z.object({
      horizontal_align: yamlScalar.optional(),
      vertical_align: yamlScalar.optional(),
      horizontal_offset: yamlScalar.optional(),
      vertical_offset: yamlScalar.optional(),
    }),
  }),
  z.object({ kind: z.literal('remove-place'), queue, list, place }),
  z.object({
    kind: z.literal('set-queue'),
    queue,
    setting: QueueSetting,
    value: yamlScalar.describe('null takes the setting away'),
  }),
  z.object({
    kind: z.literal('add-queue'),
    queue: newName,
    yaml: z.string().max(100_000).describe('Its places: a list, or a map'),
  }),
] as const;

/** One change of an overlay file, carried out as a patch of its text: no other line changes. */
export const OverlayEdit = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('set'),
      mapping,
      attribute: z
        .string()
        .max(100)
        .describe('Of the overlay object; `suppress_overlays` and `builder_level` of the definition'),
      value: z.union([yamlScalar, z.array(yamlScalar).max(100)]).describe('null takes the attribute away'),
    }),
    z.object({
      kind: z.literal('add'),
      mapping: newName,
      yaml: z.string().max(100_000).describe('The body of the definition'),
      after: mapping.nullable().describe('null: at the end'),
    }),
    z.object({ kind: z.literal('remove'), mapping }),
    z.object({ kind: z.literal('rename'), mapping, to: newName }),
    z.object({
      kind: z.literal('move'),
      mapping,
      after: mapping.nullable().describe('null: to the front'),
    }),
    ...queueEdits,
  ])
  .meta({ id: 'OverlayEdit' });
export type OverlayEdit = z.infer<typeof OverlayEdit>;
