import type {
  ItemAccount,
  OverlayDefinition,
  OverlayEntry,
  OverlayItem,
  OverlayProblem,
} from '@marquee/contracts';

export type Scalar = string | number | null;

/** Writes attributes of the selected definition as one step; null takes one away. `merges`: a row of them is one step. */
export type SetAttributes = (
  values: Readonly<Record<string, Scalar | string[]>>,
  options?: { merges?: boolean },
) => void;

/** What every part of the inspector is given. */
export interface SectionProps {
  entry: OverlayEntry;
  definition: OverlayDefinition;
  item: OverlayItem | null;
  account: ItemAccount | null;
  /** As it stands in the text; what is not there has Kometa's default. */
  written: Readonly<Record<string, unknown>>;
  value(name: string): Scalar;
  problems(name: string): readonly OverlayProblem[];
  set: SetAttributes;
}

/** Plain data of the text as a field shows it. */
export function scalar(value: unknown): Scalar {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value === undefined || value === null ? null : String(value);
}
