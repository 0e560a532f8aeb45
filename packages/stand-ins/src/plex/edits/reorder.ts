/** Moves one row behind another, or to the front when no other is named; false when either is unknown. */
export const moveRow = <T>(
  rows: T[],
  isMoved: (row: T) => boolean,
  isAfter?: (row: T) => boolean,
): boolean => {
  const from = rows.findIndex(isMoved);
  const moved = rows[from];
  if (moved === undefined) return false;
  if (isAfter && !rows.some(isAfter)) return false;
  rows.splice(from, 1);
  const at = isAfter ? rows.findIndex(isAfter) + 1 : 0;
  rows.splice(at === 0 && isAfter ? from : at, 0, moved);
  return true;
};
