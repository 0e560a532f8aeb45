/** Times that a benchmark can read; nobody else collects them, so they are not kept. */
export type MeasureName = 'marquee:moved-to-pixels' | 'marquee:heard-to-pixels' | 'marquee:whole-to-pixels';

/** `workMs`: what of it the engine itself took. */
export function measure(name: MeasureName, start: number, workMs: number): void {
  performance.measure(name, { start, end: performance.now(), detail: { workMs } });
  performance.clearMeasures(name);
}
