import { z } from 'zod';
import { ItemId, LibraryId } from './ids.ts';

/**
 * An overlay as Kometa 2.4.4 draws it, typed. `packages/kometa` makes it from YAML and refuses what Kometa refuses;
 * `packages/overlay` draws it. Nothing here names a file on a disk.
 */

export const OverlayLevel = z
  .enum(['movie', 'show', 'season', 'episode', 'artist', 'album'])
  .meta({ id: 'OverlayLevel', description: 'What kind of item an overlay is drawn on' });
export type OverlayLevel = z.infer<typeof OverlayLevel>;

const channel = z.int().min(0).max(255);
export const Colour = z
  .tuple([channel, channel, channel, channel])
  .meta({ id: 'Colour', description: 'Red, green, blue, alpha; straight' });
export type Colour = z.infer<typeof Colour>;

export const OverlayOffset = z
  .object({ value: z.int(), percent: z.boolean() })
  .meta({ id: 'OverlayOffset', description: 'Pixels, or whole percent of the canvas' });
export type OverlayOffset = z.infer<typeof OverlayOffset>;

export const HorizontalAlign = z.enum(['left', 'center', 'right']);
export type HorizontalAlign = z.infer<typeof HorizontalAlign>;
export const VerticalAlign = z.enum(['top', 'center', 'bottom']);
export type VerticalAlign = z.infer<typeof VerticalAlign>;
export const BackAlign = z.enum(['left', 'right', 'center', 'top', 'bottom']);
export type BackAlign = z.infer<typeof BackAlign>;
export const AddonPosition = z.enum(['left', 'right', 'top', 'bottom']);
export type AddonPosition = z.infer<typeof AddonPosition>;

/** Where Kometa would look for a picture. `name`: `overlays/NAME.png` of the config folder. */
export const OverlayImageRef = z
  .object({ from: z.enum(['name', 'default', 'file', 'git', 'repo', 'url']), value: z.string().max(2000) })
  .meta({ id: 'OverlayImageRef' });
export type OverlayImageRef = z.infer<typeof OverlayImageRef>;

const placement = z.object({
  horizontalAlign: HorizontalAlign.nullable(),
  verticalAlign: VerticalAlign.nullable(),
  horizontalOffset: OverlayOffset.nullable(),
  verticalOffset: OverlayOffset.nullable(),
});

export const OverlayDefinition = placement
  .extend({
    /** Unique in the set: the mapping name, with the file in front when there are several files. */
    key: z.string().max(500),
    /** Which overlay file it stands in, from 0. Suppression looks at the same file only. */
    file: z.int().nonnegative(),
    mapping: z.string().max(500).describe('Name of the definition in its file'),
    level: OverlayLevel,
    kind: z.enum(['image', 'text', 'backdrop', 'blur']),
    /** As Kometa normalises it: `text(…)`, `blur(50)`, `backdrop`, or the picture’s name. */
    name: z.string().max(20_000),
    image: OverlayImageRef.nullable().describe('The picture; of a text its addon'),
    group: z.string().nullable(),
    queue: z.string().nullable().describe('Key of a queue in the set'),
    weight: z.int().nonnegative().nullable(),
    suppress: z.array(z.string()).describe('Mapping names in the same file'),
    scaleWidth: OverlayOffset.nullable(),
    scaleHeight: OverlayOffset.nullable(),
    font: z.string().nullable().describe('As written; null: fonts/Roboto-Medium.ttf'),
    fontSize: z.int().positive(),
    fontStyle: z.string().nullable(),
    fontColor: Colour.nullable(),
    strokeWidth: z.int().nonnegative(),
    strokeColor: Colour.nullable(),
    backColor: Colour.nullable(),
    backWidth: z.int().nonnegative().nullable(),
    backHeight: z.int().nonnegative().nullable(),
    backAlign: BackAlign,
    backPadding: z.int().nonnegative(),
    backRadius: z.int().positive().nullable(),
    backLineColor: Colour.nullable(),
    backLineWidth: z.int().positive().nullable(),
    addonPosition: AddonPosition,
    addonOffset: z.int().nonnegative(),
  })
  .meta({ id: 'OverlayDefinition' });
export type OverlayDefinition = z.infer<typeof OverlayDefinition>;

/** Where a queue puts its first, second, … overlay. Percent is kept as written: Kometa fails the item on it. */
export const OverlaySlot = z
  .object({
    horizontalAlign: HorizontalAlign,
    verticalAlign: VerticalAlign,
    horizontalOffset: OverlayOffset,
    verticalOffset: OverlayOffset,
  })
  .meta({ id: 'OverlaySlot' });
export type OverlaySlot = z.infer<typeof OverlaySlot>;

export const OverlayQueue = z
  .object({
    /** Unique in the set. */
    key: z.string().max(500),
    file: z.int().nonnegative(),
    name: z.string().max(500),
    slots: z.array(OverlaySlot).max(100),
  })
  .meta({ id: 'OverlayQueue' });
export type OverlayQueue = z.infer<typeof OverlayQueue>;

/** All overlay files of a library, in order: definitions and queues as they are declared. */
export const OverlaySet = z
  .object({ definitions: z.array(OverlayDefinition).max(2000), queues: z.array(OverlayQueue).max(500) })
  .meta({ id: 'OverlaySet' });
export type OverlaySet = z.infer<typeof OverlaySet>;

/** What text variables are filled from. A null is a value that Plex does not have. */
export const OverlayFacts = z
  .object({
    level: OverlayLevel,
    title: z.string(),
    originalTitle: z.string().nullable(),
    showTitle: z.string().nullable().describe('Of a season or an episode'),
    seasonTitle: z.string().nullable().describe('Of an episode'),
    seasonNumber: z.int().nullable(),
    episodeNumber: z.int().nullable(),
    episodeCount: z.int().nullable().describe('Of a show or a season'),
    edition: z.string().nullable(),
    contentRating: z.string().nullable(),
    originallyAvailable: z.iso.date().nullable(),
    criticRating: z.number().nullable(),
    audienceRating: z.number().nullable(),
    userRating: z.number().nullable(),
    durationMs: z.number().nullable().describe('The item’s own'),
    partDurationsMs: z.array(z.number()).describe('Of the episodes or tracks of what has parts'),
    bitratesKbps: z.array(z.number()).describe('One for each version'),
    versions: z.int().nonnegative(),
    /** From outside services, by the name of the variable: `imdb_rating` … */
    ratings: z.record(z.string(), z.number()),
  })
  .meta({ id: 'OverlayFacts' });
export type OverlayFacts = z.infer<typeof OverlayFacts>;

export const Box = z
  .object({ x: z.int(), y: z.int(), width: z.int().nonnegative(), height: z.int().nonnegative() })
  .meta({ id: 'Box', description: 'Pixels of the canvas; may lie outside of it' });
export type Box = z.infer<typeof Box>;

export const OverlayFate = z
  .discriminatedUnion('fate', [
    z.object({ fate: z.literal('drawn'), slot: z.int().nonnegative().nullable() }),
    z.object({ fate: z.literal('skipped'), variable: z.string() }),
    z.object({ fate: z.literal('refused'), code: z.string() }),
    z.object({ fate: z.literal('lost-group'), group: z.string(), to: z.string() }),
    z.object({ fate: z.literal('suppressed'), by: z.string() }),
    z.object({ fate: z.literal('beyond-slots'), queue: z.string(), slots: z.int() }),
    z.object({ fate: z.literal('not-matched') }),
    z.object({ fate: z.literal('smaller-blur'), to: z.string() }),
  ])
  .meta({ id: 'OverlayFate', description: 'What became of one overlay on one item' });
export type OverlayFate = z.infer<typeof OverlayFate>;

export const OverlayAccount = z
  .object({
    key: z.string(),
    outcome: OverlayFate,
    reason: z.string().describe('One sentence for a person'),
    text: z.string().nullable().describe('The text with its variables filled'),
    box: Box.nullable().describe('All that it may touch, before the canvas clips it'),
    content: Box.nullable().describe('The text or the picture'),
    back: Box.nullable().describe('The back box, padding included'),
    addon: Box.nullable(),
    assumed: z.boolean().describe('Its builder cannot be answered by Plex: taken as matching'),
    sampled: z.array(z.string()).describe('Variables that show a sample value'),
  })
  .meta({ id: 'OverlayAccount' });
export type OverlayAccount = z.infer<typeof OverlayAccount>;

export const ItemAccount = z
  .object({
    canvas: z.object({ width: z.int(), height: z.int() }),
    /** Kometa uploads nothing when an item fails, or when no overlay is left. */
    outcome: z.enum(['drawn', 'nothing', 'failed']),
    failure: z
      .object({ code: z.string(), key: z.string().nullable(), message: z.string(), mend: z.string() })
      .nullable(),
    applied: z.array(z.string()).describe('What Kometa’s log would list, in its order'),
    overlays: z.array(OverlayAccount),
    approximate: z.boolean().describe('Text was not drawn by the exact engine'),
  })
  .meta({ id: 'ItemAccount' });
export type ItemAccount = z.infer<typeof ItemAccount>;

export const TextLayout = z
  .enum(['basic', 'raqm'])
  .meta({ id: 'TextLayout', description: 'raqm where Kometa’s Pillow finds libfribidi, else basic' });
export type TextLayout = z.infer<typeof TextLayout>;

/** Something about an overlay file that a person should know, with its place. */
export const OverlayProblem = z
  .object({
    severity: z.enum(['error', 'warning']),
    code: z.string().describe('overlay.…'),
    message: z.string().describe('What is wrong'),
    mend: z.string().describe('How to mend it'),
    /** What Kometa does: drops the overlay, fails every item it is drawn on, or goes on. */
    effect: z.enum(['file', 'overlay', 'item', 'none']),
    mapping: z.string().nullable(),
    attribute: z.string().nullable(),
    line: z.int().positive(),
    column: z.int().positive(),
    endLine: z.int().positive(),
    endColumn: z.int().positive(),
  })
  .meta({ id: 'OverlayProblem' });
export type OverlayProblem = z.infer<typeof OverlayProblem>;

/** Whether an item is among those that a definition’s builders and filters find. */
export const OverlayMatch = z
  .object({
    mapping: z.string(),
    verdict: z.enum(['matches', 'assumed', 'not']),
    reason: z.string(),
  })
  .meta({ id: 'OverlayMatch' });
export type OverlayMatch = z.infer<typeof OverlayMatch>;

/** One item with all that is needed to draw on it. */
export const OverlayItem = z
  .object({
    itemId: ItemId,
    libraryId: LibraryId,
    title: z.string().describe('With its show and number where it has them'),
    facts: OverlayFacts,
    sampled: z.array(z.string()).describe('Names in facts.ratings that are samples'),
    /** For each file that was asked about, in order. */
    matches: z.array(z.array(OverlayMatch)),
    base: z.object({
      source: z.enum(['plex', 'original', 'asset']),
      version: z.string().describe('Changes when the picture does'),
    }),
  })
  .meta({ id: 'OverlayItem' });
export type OverlayItem = z.infer<typeof OverlayItem>;
