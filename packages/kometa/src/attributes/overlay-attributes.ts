import type { AttributeRule, OverlayAttribute, OverlayKind } from './attribute.ts';

const all: readonly OverlayKind[] = ['image', 'text', 'backdrop', 'blur'];
const drawn: readonly OverlayKind[] = ['image', 'text', 'backdrop'];
const text: readonly OverlayKind[] = ['text'];
const pictured: readonly OverlayKind[] = ['image', 'text'];

const FAR = 100_000;
const words: AttributeRule = { is: 'words' };
const colour: AttributeRule = { is: 'colour' };
const integer = (
  least: number,
  more: { most?: number; otherwise?: number; zeroIsUnset?: boolean } = {},
): AttributeRule => ({
  is: 'integer',
  least,
  most: more.most ?? FAR,
  otherwise: more.otherwise ?? 'refused',
  zeroIsUnset: more.zeroIsUnset ?? false,
});

type Words = Pick<OverlayAttribute, 'name' | 'usedBy' | 'group' | 'control' | 'rule' | 'help'> &
  Partial<Pick<OverlayAttribute, 'of' | 'default' | 'defaultMeans' | 'needs'>>;

const attribute = (known: Words): OverlayAttribute => ({
  of: 'overlay',
  default: null,
  defaultMeans: 'none',
  needs: null,
  ...known,
});

const picture = (name: string, help: string) =>
  attribute({ name, usedBy: pictured, group: 'content', control: 'picture', rule: words, help });

/** Every attribute Kometa 2.4.4 knows of an overlay, in the order an inspector shows them. */
export const OVERLAY_ATTRIBUTES: readonly OverlayAttribute[] = [
  attribute({
    name: 'name',
    usedBy: all,
    group: 'content',
    control: 'name',
    rule: words,
    defaultMeans: 'the definition’s own name',
    help: 'What is drawn: the name of a picture, text(…), backdrop, or blur(…).',
  }),
  picture('default', 'One of the pictures that come with Kometa. On a text: the picture beside it.'),
  picture('file', 'A PNG file on the machine that Kometa runs on. On a text: the picture beside it.'),
  picture('git', 'A picture of Kometa’s community, by its path there.'),
  picture('repo', 'A picture of your own repository, by its path there.'),
  picture('url', 'The address of a PNG; it must be answered as image/png.'),
  attribute({
    name: 'horizontal_align',
    usedBy: drawn,
    group: 'position',
    control: 'choice',
    rule: { is: 'choice', options: ['left', 'center', 'right'], otherwise: 'refused' },
    defaultMeans: 'left',
    help: 'From which side the horizontal offset counts.',
  }),
  attribute({
    name: 'horizontal_offset',
    usedBy: drawn,
    group: 'position',
    control: 'offset',
    rule: { is: 'offset', axis: 'horizontal' },
    defaultMeans: 'stretched over the whole poster; 0 for a backdrop',
    needs: 'vertical_offset',
    help: 'How far from that side, in whole pixels or whole percent. Below zero only from the centre.',
  }),
  attribute({
    name: 'vertical_align',
    usedBy: drawn,
    group: 'position',
    control: 'choice',
    rule: { is: 'choice', options: ['top', 'center', 'bottom'], otherwise: 'refused' },
    defaultMeans: 'top',
    help: 'From which edge the vertical offset counts.',
  }),
  attribute({
    name: 'vertical_offset',
    usedBy: drawn,
    group: 'position',
    control: 'offset',
    rule: { is: 'offset', axis: 'vertical' },
    defaultMeans: 'stretched over the whole poster; 0 for a backdrop',
    needs: 'horizontal_offset',
    help: 'How far from that edge, in whole pixels or whole percent. Below zero only from the centre.',
  }),
  attribute({
    name: 'scale_width',
    usedBy: pictured,
    group: 'size',
    control: 'scale',
    rule: { is: 'scale', most: 10_000 },
    defaultMeans: 'as the picture is, or in proportion to its height',
    help: 'Width of the picture in pixels, or in percent of its own.',
  }),
  attribute({
    name: 'scale_height',
    usedBy: pictured,
    group: 'size',
    control: 'scale',
    rule: { is: 'scale', most: 10_000 },
    defaultMeans: 'as the picture is, or in proportion to its width',
    help: 'Height of the picture in pixels, or in percent of its own.',
  }),
  attribute({
    name: 'font',
    usedBy: text,
    group: 'text',
    control: 'font',
    rule: words,
    default: 'fonts/Roboto-Medium.ttf',
    defaultMeans: 'Roboto Medium',
    help: 'A font file in Kometa’s fonts folder, a path, or the file name of a font of the system.',
  }),
  attribute({
    name: 'font_style',
    usedBy: text,
    group: 'text',
    control: 'font-style',
    rule: words,
    needs: 'font',
    help: 'A named style of a font that has several in one file.',
  }),
  attribute({
    name: 'font_size',
    usedBy: text,
    group: 'text',
    control: 'integer',
    rule: integer(1, { most: 2_000, otherwise: 36 }),
    default: 36,
    defaultMeans: '36',
    help: 'Size of the letters in pixels.',
  }),
  attribute({
    name: 'font_color',
    usedBy: text,
    group: 'text',
    control: 'colour',
    rule: colour,
    default: '#FFFFFF',
    defaultMeans: 'white',
    help: 'Colour of the letters.',
  }),
  attribute({
    name: 'stroke_width',
    usedBy: text,
    group: 'text',
    control: 'integer',
    rule: integer(1, { most: 500, otherwise: 0 }),
    default: 0,
    defaultMeans: 'none',
    help: 'Width of the line around the letters in pixels.',
  }),
  attribute({
    name: 'stroke_color',
    usedBy: text,
    group: 'text',
    control: 'colour',
    rule: colour,
    defaultMeans: 'the colour of the letters',
    needs: 'stroke_width',
    help: 'Colour of the line around the letters.',
  }),
  attribute({
    name: 'addon_position',
    usedBy: text,
    group: 'addon',
    control: 'choice',
    rule: { is: 'choice', options: ['left', 'right', 'top', 'bottom'], otherwise: 'refused' },
    default: 'left',
    defaultMeans: 'left',
    help: 'On which side of the text its picture stands.',
  }),
  attribute({
    name: 'addon_offset',
    usedBy: text,
    group: 'addon',
    control: 'integer',
    rule: integer(1, { most: 10_000 }),
    default: 0,
    defaultMeans: '0; for none leave it out, since Kometa refuses a written 0',
    help: 'Pixels between the text and its picture.',
  }),
  attribute({
    name: 'back_color',
    usedBy: drawn,
    group: 'back',
    control: 'colour',
    rule: colour,
    help: 'Colour of the box behind; with alpha it lets the poster through.',
  }),
  attribute({
    name: 'back_width',
    usedBy: drawn,
    group: 'back',
    control: 'integer',
    rule: integer(0, { most: 20_000 }),
    defaultMeans: 'as wide as what it holds; a backdrop: the whole poster',
    help: 'Width of the box in pixels.',
  }),
  attribute({
    name: 'back_height',
    usedBy: drawn,
    group: 'back',
    control: 'integer',
    rule: integer(0, { most: 20_000 }),
    defaultMeans: 'as high as what it holds; a backdrop: the whole poster',
    help: 'Height of the box in pixels.',
  }),
  attribute({
    name: 'back_align',
    usedBy: pictured,
    group: 'back',
    control: 'choice',
    rule: {
      is: 'choice',
      options: ['left', 'right', 'center', 'top', 'bottom'],
      otherwise: 'center',
    },
    default: 'center',
    defaultMeans: 'center',
    needs: 'back_width',
    help: 'Where in the box the content stands.',
  }),
  attribute({
    name: 'back_padding',
    usedBy: drawn,
    group: 'back',
    control: 'integer',
    rule: integer(0, { most: 10_000, otherwise: 0 }),
    default: 0,
    defaultMeans: '0',
    help: 'Pixels that the box is wider on every side; the content stays where it is.',
  }),
  attribute({
    name: 'back_radius',
    usedBy: drawn,
    group: 'back',
    control: 'integer',
    rule: integer(1, { most: 10_000, zeroIsUnset: true }),
    defaultMeans: 'square corners',
    help: 'Radius of the box’s corners in pixels.',
  }),
  attribute({
    name: 'back_line_color',
    usedBy: drawn,
    group: 'back',
    control: 'colour',
    rule: colour,
    help: 'Colour of the line around the box.',
  }),
  attribute({
    name: 'back_line_width',
    usedBy: drawn,
    group: 'back',
    control: 'integer',
    rule: integer(1, { most: 10_000, zeroIsUnset: true }),
    defaultMeans: '1 where the line has a colour',
    needs: 'back_line_color',
    help: 'Width of the line around the box in pixels, inwards.',
  }),
  attribute({
    name: 'group',
    usedBy: all,
    group: 'order',
    control: 'group',
    rule: words,
    needs: 'weight',
    help: 'Of all overlays of a group only the one with the highest weight is drawn on an item.',
  }),
  attribute({
    name: 'queue',
    usedBy: all,
    group: 'order',
    control: 'queue',
    rule: words,
    needs: 'weight',
    help: 'Overlays of a queue take its places in the order of their weights.',
  }),
  attribute({
    name: 'weight',
    usedBy: all,
    group: 'order',
    control: 'integer',
    rule: integer(0, { most: Number.MAX_SAFE_INTEGER }),
    help: 'Rank within the group or the queue; the highest comes first.',
  }),
  attribute({
    name: 'suppress_overlays',
    of: 'definition',
    usedBy: all,
    group: 'order',
    control: 'names',
    rule: { is: 'names' },
    help: 'Overlays of this file that are not drawn where this one is.',
  }),
  attribute({
    name: 'builder_level',
    of: 'definition',
    usedBy: all,
    group: 'content',
    control: 'level',
    rule: {
      is: 'choice',
      options: ['show', 'season', 'episode', 'artist', 'album'],
      otherwise: 'refused',
    },
    defaultMeans: 'the library’s own kind',
    help: 'What it is drawn on in a library of shows or music. A library of films has no levels.',
  }),
];

const byName = new Map(OVERLAY_ATTRIBUTES.map((entry) => [entry.name, entry]));

export function describeAttributes(): readonly OverlayAttribute[] {
  return OVERLAY_ATTRIBUTES;
}

export function attributeNamed(name: string): OverlayAttribute | undefined {
  return byName.get(name);
}
