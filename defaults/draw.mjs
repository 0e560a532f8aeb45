import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import opentype from 'opentype.js';
import sharp from 'sharp';
import { shippedFonts } from './fonts.mjs';

// Draws overlays/art/*.svg as overlays/images/*.png. Words become outlines of a font that we ship, so that the pictures
// do not depend on the fonts of the machine they are drawn on.
const folder = (name) => fileURLToPath(new URL(`overlays/${name}`, import.meta.url));
const files = new Map(shippedFonts().map(({ name, file }) => [basename(name, '.ttf'), file]));

const attributesOf = (text) =>
  Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

function outlined(attributes, words) {
  const {
    'font-family': family,
    'font-size': size,
    'letter-spacing': spacing = 0,
  } = attributesOf(attributes);
  const { x = 0, y = 0, fill, 'text-anchor': anchor } = attributesOf(attributes);
  const { buffer, byteOffset, byteLength } = readFileSync(files.get(family));
  const font = opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength));
  const options = { letterSpacing: Number(spacing) / Number(size) };
  // The space after the last letter is not seen, so it does not count.
  const width = font.getAdvanceWidth(words, Number(size), options) - Number(spacing);
  const start = anchor === 'middle' ? Number(x) - width / 2 : Number(x);
  const outline = font.getPath(words, start, Number(y), Number(size), options).toPathData(2);
  return `<path fill="${fill}" d="${outline}"/>`;
}

for (const name of readdirSync(folder('art'))) {
  const svg = readFileSync(join(folder('art'), name), 'utf8');
  const drawn = svg.replaceAll(/<text ([^>]*)>([^<]*)<\/text>/g, (_, attributes, words) =>
    outlined(attributes, words),
  );
  await sharp(Buffer.from(drawn))
    .png({ compressionLevel: 9 })
    .toFile(join(folder('images'), name.replace(/svg$/, 'png')));
}
