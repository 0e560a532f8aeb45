/** A run of pixels in half-pixel steps around the ellipse's centre. */
export interface EllipseRun {
  y: number;
  left: number;
  right: number;
}

/**
 * Walks a quarter of an ellipse from its widest row to its top, in half-pixel steps of two, always to the neighbour
 * that lies nearest to the curve. Says for each row the first and the last column.
 */
function quarter(width: number, height: number): { y: number; outer: number; inner: number }[] {
  if (width < 0 || height < 0) return [];
  const rows: { y: number; outer: number; inner: number }[] = [];
  const squareWidth = width * width;
  const squareHeight = height * height;
  const both = squareWidth * squareHeight;
  const away = (x: number, y: number) => Math.abs(squareWidth * y * y + squareHeight * x * x - both);
  const endX = width % 2;
  let x = width;
  let y = height % 2;
  let row = { y, outer: x, inner: x };
  rows.push(row);
  while (x !== endX || y !== height) {
    let nextX = x;
    let nextY = y + 2;
    if (x > 1) {
      let nearest = away(x, y + 2);
      const slanting = away(x - 2, y + 2);
      if (nearest > slanting) {
        nextX = x - 2;
        nearest = slanting;
      }
      if (nearest > away(x - 2, y)) {
        nextX = x - 2;
        nextY = y;
      }
    }
    x = nextX;
    if (nextY === y) row.inner = x;
    else {
      y = nextY;
      row = { y, outer: x, inner: x };
      rows.push(row);
    }
  }
  return rows;
}

/**
 * The runs of an ellipse of that width and height (last minus first pixel) whose line is `line` pixels wide; a line
 * as wide as the ellipse fills it. All four quarters.
 */
export function ellipseRuns(width: number, height: number, line: number): EllipseRun[] {
  if (line < 1) return [];
  const hole = new Map(
    quarter(width - 2 * (line - 1), height - 2 * (line - 1)).map(({ y, inner }) => [y, inner]),
  );
  const middle = width % 2;
  const runs: EllipseRun[] = [];
  for (const { y, outer } of quarter(width, height)) {
    const near = hole.get(y) ?? middle;
    for (const side of y > 0 ? [y, -y] : [y]) {
      runs.push({ y: side, left: -outer, right: -near });
      // The middle column belongs to the left run.
      if (near > 0 || near < outer) runs.push({ y: side, left: near === 0 ? 2 : near, right: outer });
    }
  }
  return runs;
}
