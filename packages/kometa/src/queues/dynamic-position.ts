import { filled, type Known, wholeNumber } from './queue-variables.ts';

/** How many places Kometa makes of a `dynamic_position`. */
const PLACES = 21;

/** The places that start at one point and go on by a spacing, to one side or to both in turn. */
export function dynamicPlaces(
  written: Readonly<Record<string, unknown>>,
  sources: readonly Known[],
): Record<string, unknown>[] {
  const value = (name: string) => filled(written[name], sources);
  const surround = ['true', 't', 'yes', 'y', '1'].includes(String(value('surround')).toLowerCase());
  const along = (axis: 'horizontal' | 'vertical', steps: number): unknown => {
    const start = value(`initial_${axis}_offset`);
    const spacing = wholeNumber(value(`${axis}_spacing`) ?? 0) ?? 0;
    const first = wholeNumber(start);
    // Percent cannot be counted on: such a place stays where it starts.
    return first === null ? (start ?? null) : first + spacing * steps;
  };
  return Array.from({ length: PLACES }, (_, index) => {
    const steps = surround ? Math.ceil(index / 2) * (index % 2 === 1 ? 1 : -1) : index;
    return {
      horizontal_align: value('initial_horizontal_align') ?? null,
      vertical_align: value('initial_vertical_align') ?? null,
      horizontal_offset: along('horizontal', steps),
      vertical_offset: along('vertical', steps),
    };
  });
}
