import { errorTable, Problem } from '@marquee/contracts';

/** What a person can mend or wait for is told by its own code; all else is a drawing that failed. */
const TOLD_AS_THEY_ARE = ['image.format', 'image.unreadable', 'image.too-large', 'render.timed-out'] as const;

/** A drawing that ended without a picture. */
export class DrawingFailed extends Error {
  override name = 'DrawingFailed';
  readonly code: string;

  constructor({ code, message }: { code: string; message: string }) {
    super(message);
    this.code = code;
  }

  /** Its fonts, pictures or poster were pushed out of the cache before they were needed. */
  get lacksMaterial(): boolean {
    return this.code === 'render.material-gone';
  }

  toProblem(): Problem {
    const code = TOLD_AS_THEY_ARE.find((known) => known === this.code) ?? 'render.failed';
    const detail = { message: this.message, fix: errorTable[code].mend };
    return new Problem(code, { details: [detail], cause: this });
  }
}
