import type { TextEngine, TextSpec } from '../../text/text-engine.ts';

/** Letters that are solid blocks: for tests that are not about letters. */
export function blockText(): TextEngine {
  const fonts = new Set(['font']);
  const size = ({ text, size: height }: TextSpec) => ({ width: text.length * (height >> 1), height });
  return {
    exact: true,
    addFont(font) {
      fonts.add(font);
      return { family: font, style: 'Regular', variations: [] };
    },
    hasFont: (font) => fonts.has(font),
    measure(spec) {
      const { width, height } = size(spec);
      return { left: 0, top: 0, right: width, bottom: height };
    },
    mask(spec, stroke) {
      const { width, height } = size(spec);
      const grown = { width: width + 2 * stroke, height: height + 2 * stroke };
      return {
        left: -stroke,
        top: -stroke,
        ...grown,
        data: new Uint8Array(grown.width * grown.height).map((_, at) => 255 - (at % 7) * 20),
      };
    },
  };
}
