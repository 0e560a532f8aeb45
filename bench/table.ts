/** What every measurement returns; tools/tables.mjs prints it. */
export interface Table {
  title: string;
  columns: string[];
  rows: (string | number)[][];
  notes?: string[];
  pass?: boolean;
  /** Each is told for itself; all of them must be reached. */
  goals?: Goal[];
}

interface Goal {
  what: string;
  measured: string;
  reached: boolean;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
