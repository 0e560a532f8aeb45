interface Ground {
  total: number;
  columns: number;
  /** Rows that fit on the screen. */
  rowsPerScreen: number;
}

/** Where a key leads from an entry; undefined when the key is none of the grid's. */
export function moveBy(
  key: { key: string; ctrlKey: boolean; metaKey: boolean },
  from: number,
  { total, columns, rowsPerScreen }: Ground,
): number | undefined {
  const last = total - 1;
  const rowStart = from - (from % columns);
  const far = key.ctrlKey || key.metaKey;
  const steps: Record<string, number> = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    // From the last full row down into a shorter one: to its end, rather than nowhere.
    ArrowDown: rowStart + columns > last ? from : from + columns,
    ArrowUp: from < columns ? from : from - columns,
    Home: far ? 0 : rowStart,
    End: far ? last : rowStart + columns - 1,
    PageDown: from + columns * rowsPerScreen,
    PageUp: from - columns * Math.min(rowsPerScreen, Math.floor(from / columns)),
    j: from + 1,
    k: from - 1,
  };
  const to = steps[key.key];
  return to === undefined || total === 0 ? undefined : Math.max(0, Math.min(last, to));
}
