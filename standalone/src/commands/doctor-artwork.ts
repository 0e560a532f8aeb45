import { drawPoster } from '@marquee/stand-ins';
import { type Finding, messageOf } from './doctor-checks.ts';

/** Draws a small poster: proves the shipped fonts and the picture library at once. */
export async function checkArtwork(): Promise<Finding> {
  const part = 'Fonts and pictures';
  try {
    const { bytes } = await drawPoster({
      seed: 'doctor',
      title: 'Marquee',
      kind: 'poster',
      width: 100,
      height: 150,
    });
    return {
      part,
      verdict: 'ok',
      message: `drew a poster of ${bytes.length} bytes with the fonts that Marquee ships`,
    };
  } catch (error) {
    return {
      part,
      verdict: 'error',
      message: messageOf(error),
      mend: 'Install again: rm -rf node_modules && npm start',
    };
  }
}
