import type { Font } from 'opentype.js';
import type { Box } from './svg.ts';

export interface Outline {
  d: string;
  /** What the ink covers, relative to a start at x = 0 on the baseline y = 0. */
  box: Box;
  advance: number;
}

interface Letter {
  font: Font;
  glyph: ReturnType<Font['charToGlyph']>;
}

const invisible = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Mn}|\p{Me}|\p{Zl}|\p{Zp}/gu;

/** Composed, one space between words, and nothing that has no shape of its own. */
export const printable = (text: string): string =>
  text.normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').trim();

const letterOf = (character: string, fonts: readonly Font[]): Letter | undefined => {
  const font = fonts.find((candidate) => candidate.hasChar(character));
  return font === undefined ? undefined : { font, glyph: font.charToGlyph(character) };
};

const lozengeAdvance = 0.56;

// A letter no typeface has becomes a lozenge: seen to be there, and at home on a poster.
const lozenge = (x: number, size: number): { d: string; right: number; top: number } => {
  const half = size * 0.2;
  const middle = -size * 0.34;
  const centre = x + size * 0.28;
  const at = (value: number): string => value.toFixed(1);
  return {
    d: `M${at(centre)} ${at(middle - half)}L${at(centre + half)} ${at(middle)}L${at(centre)} ${at(middle + half)}L${at(centre - half)} ${at(middle)}Z`,
    right: centre + half,
    top: middle - half,
  };
};

/** Text as shapes, so that a picture needs no font when it is drawn. `tracking` is in ems. */
export function outline(text: string, fonts: readonly Font[], size: number, tracking = 0): Outline {
  let x = 0;
  let d = '';
  let before: Letter | undefined;
  const edge = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const cover = (left: number, top: number, right: number, bottom: number): void => {
    edge.left = Math.min(edge.left, left);
    edge.top = Math.min(edge.top, top);
    edge.right = Math.max(edge.right, right);
    edge.bottom = Math.max(edge.bottom, bottom);
  };
  for (const character of printable(text)) {
    const letter = letterOf(character, fonts);
    if (letter === undefined) {
      const mark = lozenge(x, size);
      d += mark.d;
      cover(x, mark.top, mark.right, 0);
      x += size * (lozengeAdvance + tracking);
    } else {
      const scale = size / letter.font.unitsPerEm;
      if (before?.font === letter.font) x += letter.font.getKerningValue(before.glyph, letter.glyph) * scale;
      const shape = letter.glyph.getPath(x, 0, size);
      if (shape.commands.length > 0) {
        const box = shape.getBoundingBox();
        d += shape.toPathData(1);
        cover(box.x1, box.y1, box.x2, box.y2);
      }
      x += (letter.glyph.advanceWidth ?? letter.font.unitsPerEm / 2) * scale + size * tracking;
    }
    before = letter;
  }
  if (d === '') return { d: '', box: { x: 0, y: 0, width: 0, height: 0 }, advance: 0 };
  return {
    d,
    box: { x: edge.left, y: edge.top, width: edge.right - edge.left, height: edge.bottom - edge.top },
    advance: x - size * tracking,
  };
}

/** How far the pen travels for `text` at size 1: much cheaper than drawing it. */
export function measure(text: string, fonts: readonly Font[], tracking = 0): number {
  let x = 0;
  let before: Letter | undefined;
  for (const character of printable(text)) {
    const letter = letterOf(character, fonts);
    const units = letter?.font.unitsPerEm ?? 1;
    if (letter !== undefined && before?.font === letter.font) {
      x += letter.font.getKerningValue(before.glyph, letter.glyph) / units;
    }
    x +=
      (letter === undefined ? lozengeAdvance : (letter.glyph.advanceWidth ?? units / 2) / units) + tracking;
    before = letter;
  }
  return Math.max(0, x - tracking);
}
