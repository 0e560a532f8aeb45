/** What is compared, as the last line counts it. */
export const SUBJECTS = ['layers', 'uploads', 'pixels', 'measurements', 'refusals'] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface Check {
  subject: Subject;
  what: string;
  ok: boolean;
  /** What was expected and what came, when they differ. */
  detail: string;
  pictures?: Difference;
}

/** For the report: what was expected and what came. */
export interface Difference {
  width: number;
  height: number;
  channels: 3 | 4;
  expected: Uint8Array;
  actual: Uint8Array;
}
