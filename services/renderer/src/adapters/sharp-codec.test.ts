import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodePngRgb, ImageProblem, markExif } from '@marquee/overlay';
import { askPillow, objectsIn } from '@marquee/testing';
import { sharpCodec } from './sharp-codec.ts';

interface ReadCase {
  operation: 'read';
  name: string;
  file: string;
  refused?: string;
  size: [number, number];
  rgb: string;
  rgba: string;
  exif: string;
  marked: boolean;
}
interface WriteCase {
  operation: 'write';
  name: string;
  size: [number, number];
  format: 'webp_lossy' | 'webp_lossless' | 'jpg';
  quality: number;
  exif: string | null;
  comment: string | null;
  sha256: string;
}
type Case = ReadCase | WriteCase;

const codec = sharpCodec();
const reference = join(process.cwd(), 'packages/overlay/reference');
const script = join(reference, 'codec_reference.py');
const golden = join(process.cwd(), '../shared/golden');
const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex').slice(0, 24);
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const onDisk = (...path: string[]) => new Uint8Array(readFileSync(join(...path)));

async function readAs(bytes: Uint8Array): Promise<object | 'refused'> {
  try {
    const { rgb, exif, alreadyOverlaid } = await codec.decodePoster(bytes);
    const rgba = await codec.decodePicture(bytes);
    const size = [rgb.width, rgb.height];
    return {
      size,
      rgb: digest(rgb.data),
      rgba: digest(rgba.data),
      exif: digest(exif),
      marked: alreadyOverlaid,
    };
  } catch (error) {
    expect(error).toBeInstanceOf(ImageProblem);
    return 'refused';
  }
}

async function writtenAs({ name, size, format, quality, exif, comment }: WriteCase): Promise<string> {
  const [width, height] = size;
  const data = createHash('shake128', { outputLength: width * height * 3 })
    .update(name)
    .digest();
  const options = {
    format,
    quality,
    exif: exif === null ? null : markExif(fromBase64(exif), null).exif,
    icc: null,
    comment: comment === null ? null : new TextEncoder().encode(comment),
  };
  return digest(await codec.encode({ width, height, data: new Uint8Array(data) }, options));
}

async function differing(
  cases: Case[],
  bytesOf = ({ file }: ReadCase) => fromBase64(file),
): Promise<object[]> {
  const wrong: object[] = [];
  for (const one of cases) {
    if (one.operation === 'write') {
      const ours = await writtenAs(one);
      if (ours !== one.sha256) wrong.push({ name: one.name, ours });
      continue;
    }
    const { size, rgb, rgba, exif, marked } = one;
    const wanted = one.refused === undefined ? { size, rgb, rgba, exif, marked } : 'refused';
    const ours = await readAs(bytesOf(one));
    if (JSON.stringify(ours) !== JSON.stringify(wanted)) wrong.push({ name: one.name, ours, wanted });
  }
  return wrong;
}

const committed = objectsIn<Case>(readFileSync(join(reference, 'codec.ndjson'), 'utf8'));
const others = askPillow<Case>(script, '--seed', 'again', '--cases', '60');
const withPillow = others === undefined ? test.skip : test;

test('files are read and written as by Pillow', async () => {
  expect(committed.length).toBeGreaterThan(50);
  expect(await differing(committed)).toEqual([]);
});

withPillow('Pillow still says what is committed', () => {
  expect(askPillow(script)).toEqual(committed);
});

withPillow('other files are read and written as by Pillow', async () => {
  expect(await differing(others ?? [])).toEqual([]);
});

const withGolden = existsSync(golden) ? test : test.skip;
(existsSync(golden) ? withPillow : test.skip)(
  'golden posters are read as by Pillow',
  async () => {
    const paths = readdirSync(join(golden, 'posters')).map((name) => join(golden, 'posters', name));
    const cases = askPillow<Case>(script, '--files', ...paths) ?? [];
    expect(cases).toHaveLength(paths.length);
    expect(await differing(cases, ({ name }) => onDisk(name))).toEqual([]);
  },
  60_000,
);

withGolden(
  'golden uploads have the same bytes when their pixels are encoded',
  async () => {
    interface Row {
      id: string;
      kind?: string;
      poster?: string;
      files: string[];
    }
    const index = JSON.parse(readFileSync(join(golden, 'index.json'), 'utf8')) as Row[];
    const isUpload = ({ poster, files }: Row) => poster !== undefined && files.includes('expected.png');
    const isPrimitive = ({ kind }: Row) => kind === 'prim-encode';
    const rows = [
      ...index.filter(isPrimitive),
      ...index.filter(isUpload).filter((_, place) => place % 12 === 0),
    ];
    const wrong: string[] = [];
    let compared = 0;
    for (const row of rows) {
      const folder = join(golden, 'cases', row.id);
      const source = await decodePngRgb(onDisk(folder, isPrimitive(row) ? 'input.png' : 'expected.png'));
      const exif =
        row.poster === undefined ? null : (await codec.decodePoster(onDisk(golden, row.poster))).exif;
      const text = readFileSync(join(folder, 'case.yml'), 'utf8');
      const written = Number(/quality: (\d+)/.exec(text)?.[1] ?? (isPrimitive(row) ? 75 : 90));
      for (const file of row.files.filter((name) => /^expected\.(webp|jpg)$/.test(name))) {
        const format = file.endsWith('jpg')
          ? 'jpg'
          : /lossless: true/.test(text)
            ? 'webp_lossless'
            : 'webp_lossy';
        const ours = await codec.encode(source, { format, quality: written, exif, icc: null });
        compared += 1;
        if (!Buffer.from(ours).equals(onDisk(folder, file))) wrong.push(`${row.id} ${file}`);
      }
    }
    expect(compared).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  },
  60_000,
);

test('a PNG has the same pixels, the mark, and the colour profile', async () => {
  const data = new Uint8Array(31 * 7 * 3).map((_, place) => (place * 37) % 256);
  const icc = new TextEncoder().encode('a profile of colours');
  const bytes = await codec.encode(
    { width: 31, height: 7, data },
    { format: 'png', quality: 90, exif: null, icc },
  );
  const back = await codec.decodePoster(bytes);
  expect(Buffer.from(back.rgb.data).equals(data)).toBe(true);
  expect(back).toMatchObject({ format: 'png', alreadyOverlaid: true, comment: null });
  expect(Buffer.from(back.icc ?? []).toString()).toBe('a profile of colours');
  expect(back.exif).toHaveLength(34);
});
