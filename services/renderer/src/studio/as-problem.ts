import { problem } from '@marquee/contracts';
import { StudioProblem } from './studio.ts';

/** What a person is told when the studio could not do it while they waited. */
export function asProblem(error: unknown): never {
  if (!(error instanceof StudioProblem)) throw error;
  const { code, message } = error;
  const details = [{ message }];
  switch (code) {
    case 'image.format':
    case 'image.unreadable':
    case 'image.too-large':
    case 'font.unreadable':
    case 'render.timed-out':
      throw problem(code, { details, cause: error });
    case 'render.crashed':
    case 'render.failed':
    case 'render.material-gone':
      throw problem('render.failed', { details, cause: error });
  }
}
