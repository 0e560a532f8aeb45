import { errorCodes, Problem } from '@marquee/contracts';

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
    const told = errorCodes.find((known) => known === this.code && known === 'render.timed-out');
    return new Problem(told ?? 'render.failed', { details: [{ message: this.message }], cause: this });
  }
}
