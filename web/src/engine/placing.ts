import type {
  HorizontalAlign,
  OverlayDefinition,
  OverlayOffset,
  OverlaySet,
  VerticalAlign,
} from '@marquee/contracts';

/** What a hand changes of one overlay, in Kometa's own words; percent as text: `10%`. */
export interface PlaceChange {
  key: string;
  horizontal_offset?: number | string;
  vertical_offset?: number | string;
  horizontal_align?: string;
  vertical_align?: string;
  back_width?: number;
  back_height?: number;
  scale_width?: number | string;
  scale_height?: number | string;
  font_size?: number;
}

/** The set as it would be with these changes; definitions that no change speaks of stay the same objects. */
export function withChanges(set: OverlaySet, changes: readonly PlaceChange[]): OverlaySet {
  if (changes.length === 0) return set;
  const byKey = new Map(changes.map((change) => [change.key, change]));
  return {
    ...set,
    definitions: set.definitions.map((definition) => {
      const change = byKey.get(definition.key);
      return change === undefined ? definition : withChange(definition, change);
    }),
  };
}

export function withChange(definition: OverlayDefinition, change: PlaceChange): OverlayDefinition {
  return {
    ...definition,
    ...offset('horizontalOffset', change.horizontal_offset),
    ...offset('verticalOffset', change.vertical_offset),
    ...offset('scaleWidth', change.scale_width),
    ...offset('scaleHeight', change.scale_height),
    ...given('horizontalAlign', change.horizontal_align as HorizontalAlign | undefined),
    ...given('verticalAlign', change.vertical_align as VerticalAlign | undefined),
    ...given('backWidth', change.back_width),
    ...given('backHeight', change.back_height),
    ...given('fontSize', change.font_size),
  };
}

/** As Kometa's file has it. */
export function writtenOffset({ value, percent }: OverlayOffset): number | string {
  return percent ? `${value}%` : value;
}

function offset<Name extends string>(name: Name, written: number | string | undefined) {
  if (written === undefined) return {};
  const percent = typeof written === 'string' && written.endsWith('%');
  return given<Name, OverlayOffset>(name, { value: Number.parseInt(String(written), 10), percent });
}

function given<Name extends string, Value>(name: Name, value: Value | undefined) {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}
