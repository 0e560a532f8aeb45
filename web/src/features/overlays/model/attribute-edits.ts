import type { OverlayEdit } from '@marquee/contracts';

/** Attributes of one definition as edits of the text; null takes one away. */
export function attributeEdits(
  mapping: string,
  values: Readonly<Record<string, string | number | null | string[]>>,
): OverlayEdit[] {
  return Object.entries(values).map(([attribute, value]) => ({ kind: 'set', mapping, attribute, value }));
}
