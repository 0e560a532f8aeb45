import type { OverlayLevel } from '@marquee/contracts';

export interface Canvas {
  width: number;
  height: number;
}

const PORTRAIT: Canvas = { width: 1000, height: 1500 };
const LANDSCAPE: Canvas = { width: 1920, height: 1080 };
const SQUARE: Canvas = { width: 1000, height: 1000 };

/** What Kometa stretches a poster to before it draws. */
export function canvasOf(level: OverlayLevel): Canvas {
  if (level === 'episode') return LANDSCAPE;
  return level === 'album' ? SQUARE : PORTRAIT;
}
