import type { OverlayLevel, TextLayout } from '@marquee/contracts';

type Attributes = Record<string, string | number>;

/** Something to draw, with fonts and pictures that come along with Marquee. */
export interface OverlayCase {
  name: string;
  level: OverlayLevel;
  layout: TextLayout;
  overlays: readonly Attributes[];
  queues?: Record<string, Attributes[]>;
}

const text = (words: string, more: Attributes = {}): Attributes => ({
  name: `text(${words})`,
  font: 'fonts/Inter-SemiBold.ttf',
  font_size: 70,
  horizontal_offset: 40,
  vertical_offset: 60,
  ...more,
});
const queued = (words: string, weight: number): Attributes => ({
  ...{ name: `text(${words})`, font: 'fonts/Inter-SemiBold.ttf', back_color: '#123' },
  ...{ queue: 'corner', weight },
});
const film = (name: string, ...overlays: Attributes[]): OverlayCase => ({
  ...{ name, level: 'movie', layout: 'basic', overlays },
});

/** One of each thing that the engine does. */
export const ourCases: OverlayCase[] = [
  film('plain text', text('Hamburg 8.3')),
  film(
    'a stroke in another colour',
    text('8.3', { stroke_width: 5, stroke_color: '#102030C0', font_color: '#FFD166' }),
  ),
  film(
    'a round box with a line and padding, from the right',
    text('4K', {
      ...{ horizontal_align: 'right', back_color: '#0D1015B0', back_radius: 24, back_padding: 18 },
      ...{ back_line_color: '#FFF', back_line_width: 4 },
    }),
  ),
  film(
    'a box of its own size with its text at the bottom',
    text('HDR', { back_color: '#204060', back_width: 320, back_height: 160, back_align: 'bottom' }),
  ),
  film(
    'percent offsets, centred',
    text('93 min', {
      ...{ horizontal_align: 'center', horizontal_offset: '-12%' },
      ...{ vertical_align: 'bottom', vertical_offset: '7%' },
    }),
  ),
  film(
    'a picture beside a text',
    text('7.7', {
      ...{ file: 'config/overlays/marquee-star.png', addon_position: 'right', addon_offset: 12 },
      ...{ scale_width: 90, back_color: '#000000AA', back_padding: 10 },
    }),
  ),
  film('a picture made smaller', {
    ...{ name: 'marquee-star', scale_width: '61%', horizontal_offset: 511, vertical_offset: 733 },
  }),
  film('a picture over the whole poster', { name: 'marquee-star' }),
  film(
    'a blur below a backdrop and a text',
    { name: 'blur(23)' },
    {
      ...{ name: 'backdrop', back_color: '#00000080', back_height: 210 },
      ...{ vertical_align: 'bottom', vertical_offset: 0, horizontal_offset: 0 },
    },
    text('SOON', { horizontal_align: 'center', horizontal_offset: 0, vertical_align: 'bottom' }),
  ),
  {
    ...film('a queue', queued('one', 1), queued('two', 2), queued('three', 3)),
    queues: {
      corner: [
        {
          ...{ horizontal_align: 'right', vertical_align: 'top' },
          ...{ horizontal_offset: 20, vertical_offset: 20 },
        },
        { vertical_offset: 90 },
      ],
    },
  },
  film(
    'a text that runs off the canvas',
    text('A very long line that does not end', { font_size: 130, horizontal_offset: 300 }),
  ),
  { ...film('shaped text with accents', text('Ástvaldur fi VA')), layout: 'raqm' },
  {
    ...film(
      'an episode',
      text('S01E02', { horizontal_align: 'right', vertical_align: 'bottom', back_color: '#000' }),
    ),
    level: 'episode',
  },
];
