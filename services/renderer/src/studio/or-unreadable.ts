import { FontProblem } from '@marquee/overlay';
import { StudioProblem } from './studio.ts';

/** What a font that cannot be used means for whoever asked for it. */
export function orUnreadable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FontProblem)
      throw new StudioProblem('font.unreadable', error.message, { cause: error });
    throw error;
  }
}
