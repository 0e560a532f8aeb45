import sharp from 'sharp';

const GAP = 8;
const GROUND = '#111317';
const QUALITY = 82;
/** No side of a JPEG may be longer. */
const MOST_SIDE = 65_000;

interface Sheet {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** Pictures side by side, as near to a square as whole rows allow; each in a cell of the tallest one's size. */
export async function composeSheet(pictures: readonly Uint8Array[], width: number): Promise<Sheet> {
  const sizes = await Promise.all(pictures.map(async (picture) => sharp(picture).metadata()));
  const cell = {
    width: Math.max(1, ...sizes.map((size) => Math.min(size.width, width))),
    height: Math.max(
      1,
      ...sizes.map((size) => Math.round((size.height * Math.min(size.width, width)) / size.width)),
    ),
  };
  const columns = columnsFor(pictures.length, cell);
  const rows = Math.max(1, Math.ceil(pictures.length / columns));
  const sheet = {
    width: GAP + columns * (cell.width + GAP),
    height: Math.min(MOST_SIDE, GAP + rows * (cell.height + GAP)),
  };
  const placed = await Promise.all(
    pictures.map(async (picture, place) => ({
      input: await sharp(picture)
        .resize({ ...cell, fit: 'contain', background: GROUND, withoutEnlargement: false })
        .png({ compressionLevel: 0 })
        .toBuffer(),
      left: GAP + (place % columns) * (cell.width + GAP),
      top: GAP + Math.floor(place / columns) * (cell.height + GAP),
    })),
  );
  const bytes = await sharp({ create: { ...sheet, channels: 3, background: GROUND } })
    .composite(placed)
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return { bytes, ...sheet };
}

function columnsFor(count: number, cell: { width: number; height: number }): number {
  const square = Math.sqrt((count * cell.height) / cell.width);
  const most = Math.floor((MOST_SIDE - GAP) / (cell.width + GAP));
  return Math.max(1, Math.min(most, count, Math.ceil(square)));
}
