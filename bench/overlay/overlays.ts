import { overlaySetOf, readOverlayFile } from '@marquee/kometa';
import { stringify } from 'yaml';

/** Attributes of Kometa's overlay object, as the Pillow program beside this file reads them too. */
export type BenchOverlay = Readonly<Record<string, string | number>>;

export type Lettering = 'stroked' | 'plain';

/** As Kometa's default files look: boxes of 305×105 with round corners along the edges. */
export function benchOverlays(count: 3 | 8, lettering: Lettering): BenchOverlay[] {
  const box = {
    ...{ font: 'fonts/Inter-Medium.ttf', font_size: 55, font_color: '#FFFFFF' },
    ...(lettering === 'stroked' && { stroke_width: 3, stroke_color: '#101010' }),
    ...{ back_color: '#00000099', back_width: 305, back_height: 105, back_radius: 30 },
  };
  const star = { file: 'config/overlays/marquee-star.png', addon_offset: 15 };
  const at = (horizontal_align: string, vertical_align: string, vertical_offset: number) => ({
    ...{ horizontal_align, vertical_align, vertical_offset },
    horizontal_offset: horizontal_align === 'center' ? 0 : 15,
  });
  const all: BenchOverlay[] = [
    { ...box, name: 'text(4K HDR)', ...at('left', 'top', 15) },
    { ...box, name: 'text(8.3)', ...star, ...at('right', 'top', 15) },
    { ...box, name: 'text(Runtime: 2h 36m)', font_size: 40, ...at('right', 'bottom', 30) },
    { ...box, name: 'text(TrueHD Atmos)', font_size: 40, ...at('left', 'bottom', 30) },
    { ...box, name: 'text(87%)', ...star, ...at('right', 'top', 135) },
    { ...box, name: 'text(PG-13)', ...at('left', 'top', 135) },
    { ...box, name: 'text(Director’s Cut)', font_size: 40, ...at('center', 'bottom', 150) },
    { ...box, name: 'text(NEW)', ...at('center', 'top', 15) },
  ];
  return all.slice(0, count);
}

/** The same as an overlay file of Kometa, read. */
export function setOf(overlays: readonly BenchOverlay[]) {
  const entries = overlays.map((overlay, index) => [`overlay ${index + 1}`, { overlay, plex_all: true }]);
  const read = readOverlayFile(stringify({ overlays: Object.fromEntries(entries) }));
  if (read.problems.length > 0) throw new Error(read.problems.map(({ message }) => message).join('; '));
  return overlaySetOf([read]);
}
