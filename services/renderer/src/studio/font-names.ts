import { type FontNames, FontProblem } from '@marquee/overlay';

const MOST_TABLES = 200;
const MOST_RECORDS = 2_000;
const FAMILY = 1;
const STYLE = 2;
const WINDOWS = 3;
const MACINTOSH = 1;

/** What a TrueType or OpenType file calls itself, without FreeType to ask. */
export function readFontNames(bytes: Uint8Array): FontNames {
  try {
    return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof FontProblem) throw error;
    throw unreadable();
  }
}

const unreadable = (): FontProblem =>
  new FontProblem('font.unreadable', 'It is not a TrueType or OpenType font');

function read(view: DataView): FontNames {
  const kind = view.getUint32(0);
  const known = [0x00010000, 0x4f54544f, 0x74727565];
  const start = kind === 0x74746366 ? view.getUint32(12) : 0;
  if (start === 0 && !known.includes(kind)) throw unreadable();
  const tables = Math.min(MOST_TABLES, view.getUint16(start + 4));
  for (let place = 0; place < tables; place += 1) {
    const at = start + 12 + place * 16;
    if (view.getUint32(at) !== 0x6e616d65) continue;
    return namesIn(view, view.getUint32(at + 8));
  }
  throw unreadable();
}

function namesIn(view: DataView, table: number): FontNames {
  const count = Math.min(MOST_RECORDS, view.getUint16(table + 2));
  const texts = table + view.getUint16(table + 4);
  const found = new Map<number, string>();
  for (let place = 0; place < count; place += 1) {
    const at = table + 6 + place * 12;
    const [platform, name] = [view.getUint16(at), view.getUint16(at + 6)];
    if ((name !== FAMILY && name !== STYLE) || found.has(name)) continue;
    if (platform !== WINDOWS && platform !== MACINTOSH) continue;
    const [length, offset] = [view.getUint16(at + 8), view.getUint16(at + 10)];
    const bytes = new Uint8Array(view.buffer, view.byteOffset + texts + offset, length);
    found.set(name, platform === WINDOWS ? utf16(bytes) : Buffer.from(bytes).toString('latin1'));
  }
  const family = found.get(FAMILY);
  if (family === undefined) throw unreadable();
  return { family, style: found.get(STYLE) ?? 'Regular', variations: [] };
}

const utf16 = (bytes: Uint8Array): string => Buffer.from(bytes).swap16().toString('utf16le');
