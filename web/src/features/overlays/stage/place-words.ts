import type { TFunction } from 'i18next';
import type { AxisPlace } from './geometry/offsets.ts';
import type { Piece } from './geometry/piece.ts';

/** "20 px from the left, 30 px from the top". */
export function placeWords(
  { horizontal, vertical }: Pick<Piece, 'horizontal' | 'vertical'>,
  t: TFunction,
): string {
  const across = offsetWords(horizontal, t);
  const down = offsetWords(vertical, t);
  return `${t(`overlays.stage.from.${side(horizontal, 'across')}`, across)}, ${t(`overlays.stage.from.${side(vertical, 'down')}`, down)}`;
}

function offsetWords({ offset, align }: AxisPlace, t: TFunction) {
  const value = align === 'center' ? Math.abs(offset.value) : offset.value;
  return { offset: t(offset.percent ? 'overlays.stage.percent' : 'overlays.stage.pixels', { value }) };
}

function side<Axis extends 'across' | 'down'>({ align, offset }: AxisPlace, axis: Axis) {
  if (align === 'center') {
    if (offset.value === 0) return axis;
    return offset.value > 0 ? (`${axis}By` as const) : (`${axis}Minus` as const);
  }
  if (axis === 'across') return align === 'right' ? 'right' : 'left';
  return align === 'bottom' ? 'bottom' : 'top';
}

/** What a screen reader says of an overlay on the stage. */
export function layerWords(piece: Piece, t: TFunction): string {
  return t('overlays.stage.layer', {
    name: piece.definition.mapping,
    kind: t(`overlays.stage.kind.${piece.definition.kind}`),
    place: placeWords(piece, t),
    state: t(`overlays.stage.state.${piece.fixed ?? 'drawn'}`),
  });
}
