import type { OverlayOffset } from '@marquee/contracts';

/** One axis of where an overlay lies. */
export interface AxisPlace {
  offset: OverlayOffset;
  /** null: left or top. */
  align: string | null;
  /** Width or height of the canvas. */
  canvas: number;
}

/** As Kometa counts: percent of the canvas, cut to whole pixels. */
function pixelsOf({ value, percent }: OverlayOffset, canvas: number): number {
  return percent ? Math.trunc(canvas * 0.01 * value) : value;
}

/** Offsets from the right and from the bottom shrink while the overlay moves right or down. */
function direction(align: string | null): 1 | -1 {
  return align === 'right' || align === 'bottom' ? -1 : 1;
}

/** What Kometa takes: nothing below zero, but either side of the middle when centred. */
function legalRange(align: string | null, percent: boolean): { least: number; most: number } {
  if (align === 'center')
    return percent
      ? { least: -50, most: 50 }
      : { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  return { least: 0, most: percent ? 100 : Number.POSITIVE_INFINITY };
}

/** How far it may be moved, in pixels either way. */
export function reach({ offset, align, canvas }: AxisPlace): { least: number; most: number } {
  const { least, most } = legalRange(align, offset.percent);
  const now = pixelsOf(offset, canvas);
  const toLeast = offset.percent ? pixelsOf({ value: least, percent: true }, canvas) - now : least - now;
  const toMost = offset.percent ? pixelsOf({ value: most, percent: true }, canvas) - now : most - now;
  return direction(align) === 1 ? { least: toLeast, most: toMost } : { least: 0 - toMost, most: 0 - toLeast };
}

/** The offset after moving by so many pixels, in its own unit: percent goes to the nearest whole one. */
export function movedOffset({ offset, align, canvas }: AxisPlace, by: number): OverlayOffset {
  const { least, most } = legalRange(align, offset.percent);
  const wanted = pixelsOf(offset, canvas) + direction(align) * by;
  if (!offset.percent) return { value: within(wanted, least, most), percent: false };
  const near = Math.round((wanted * 100) / canvas);
  const candidates = [near, near - 1, near + 1].map((value) => within(value, least, most));
  const distance = (value: number) => Math.abs(pixelsOf({ value, percent: true }, canvas) - wanted);
  return {
    value: candidates.reduce((best, next) => (distance(next) < distance(best) ? next : best)),
    percent: true,
  };
}

/** How far an offset really moves what it places. */
export function movedBy(place: AxisPlace, to: OverlayOffset): number {
  return (pixelsOf(to, place.canvas) - pixelsOf(place.offset, place.canvas)) * direction(place.align) + 0;
}

function within(value: number, least: number, most: number): number {
  // Never minus zero, which YAML would write.
  return Math.min(most, Math.max(least, value)) + 0;
}
