import type { OverlayLevel } from '@marquee/contracts';
import { canvasOf } from '@marquee/overlay';

/** Width by height of what overlays of a level are drawn on. */
export function aspectOf(level: OverlayLevel): number {
  const { width, height } = canvasOf(level);
  return width / height;
}
