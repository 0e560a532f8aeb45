import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { type TempFolder, tempFolder } from '@marquee/testing';
import sharp from 'sharp';
import type { Studio } from './studio/studio.ts';
import { asking } from './testing/ask.ts';
import { facts } from './testing/fake-config.ts';
import { buildThread, layOutEngine, realStudio, shippedFont } from './testing/real-studio.ts';
import { type RunningRenderer, runningRenderer } from './testing/running-renderer.ts';

jest.setTimeout(120_000);

let folder: TempFolder;
let script: string;
let exact: boolean;
let studio: Studio;
let renderer: RunningRenderer;
let roboto: Uint8Array;

beforeAll(async () => {
  folder = await tempFolder('marquee-engine');
  script = buildThread('drawing');
  ({ exact } = layOutEngine(join(folder.path, 'engine')));
  roboto = shippedFont('Roboto-Medium.ttf');
});
afterAll(async () => {
  rmSync(script, { force: true });
  await folder.remove();
});
beforeEach(async () => {
  await open(join(folder.path, 'engine'));
});
afterEach(close);

async function open(engine: string): Promise<void> {
  studio = realStudio(script, engine);
  renderer = await runningRenderer({ studio });
  await renderer.lay(join(renderer.kometa, 'fonts/Roboto-Medium.ttf'), roboto);
  renderer.config.posters.set('attic.7', await poster());
}
async function close(): Promise<void> {
  await renderer.close();
  await studio.close();
}

const { get, post } = asking(() => renderer);
const poster = () =>
  sharp({ create: { width: 200, height: 300, channels: 3, background: '#204060' } })
    .jpeg()
    .toBuffer();
const overlay = (name: string, attributes: string) =>
  `overlays:\n  ${name}:\n    plex_all: true\n    overlay:\n${attributes
    .split('\n')
    .map((line) => `      ${line.trim()}\n`)
    .join('')}`;
const corner = 'horizontal_align: left\nhorizontal_offset: 30\nvertical_align: top\nvertical_offset: 30';
const text = (words: string, more = '') =>
  overlay('one', `name: text(${words})\n${corner}${more && `\n${more}`}`);
const render = (file: string, more: object = {}) =>
  post('/overlays/render').send({ itemId: 'attic.7', files: [file], ...more });
const pixel = async (picture: Buffer, x: number, y: number) => [
  ...(await sharp(picture).extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer()),
];

/** A PNG that says how large it is and holds what it is given. */
function png(width: number, height: number, rows: Uint8Array): Buffer {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

test('a picture comes out of the whole service as Kometa would upload it', async () => {
  const { body } = await render(text('4K', 'back_color: "#FF0000"\nback_padding: 20'), {
    output: { kind: 'image', format: 'png' },
  }).expect(200);
  expect(body.data.account).toMatchObject({ outcome: 'drawn', applied: ['one'], approximate: !exact });
  const picture: Buffer = (await get(body.data.imageUrl.replace('/api', '')).expect(200)).body;
  const { width, height, exif } = await sharp(picture).metadata();
  expect([width, height]).toEqual([1000, 1500]);
  expect(exif?.toString('latin1')).toContain('overlay');
  expect(await pixel(picture, 12, 12)).toEqual([255, 0, 0]);
  // Decoded as a JPEG is: near what went in.
  for (const [channel, value] of (await pixel(picture, 500, 700)).entries())
    expect(Math.abs(value - ([0x20, 0x40, 0x60][channel] ?? 0))).toBeLessThanOrEqual(3);
});

test('where FreeType could not be built sharp sets the text, and the account says so', async () => {
  await close();
  await open(join(folder.path, 'no-engine'));
  const { body } = await render(text('Ag & <b>', 'stroke_width: 2'), {
    output: { kind: 'image', format: 'png' },
  }).expect(200);
  expect(body.data.account).toMatchObject({ outcome: 'drawn', approximate: true });
  const { content } = body.data.account.overlays[0];
  const picture: Buffer = (await get(body.data.imageUrl.replace('/api', '')).expect(200)).body;
  const { channels } = await sharp(picture)
    .extract({ left: content.x, top: content.y, width: content.width, height: content.height })
    .stats();
  expect(channels[0]?.max).toBeGreaterThan(240);
  const [font] = (await get('/fonts').expect(200)).body.data;
  expect(font).toMatchObject({ family: expect.stringContaining('Roboto') });
});

test('contact sheets, differences and collisions are drawn by the same threads', async () => {
  for (const id of [1, 2, 3]) renderer.config.posters.set(`attic.${id}`, await poster());
  const over = async (body: object) => {
    const begun = await post('/overlays/render-batch')
      .send({ itemIds: ['attic.1', 'attic.2', 'attic.3'], ...body })
      .expect(202);
    for (;;) {
      const { data } = (await get(`/overlays/render-batch/${begun.body.data.id}`).expect(200)).body;
      if (data.endedAt !== null) return data;
    }
  };
  const files = [text('4K')];
  const drawn = await over({ files, width: 100 });
  expect(drawn).toMatchObject({ state: 'succeeded', message: '3 drawn' });
  const sheet = await get(drawn.sheetUrl.replace('/api', '')).expect(200);
  const { width = 0, height = 0, format } = await sharp(sheet.body).metadata();
  expect([format, width > 200, height > 150]).toEqual(['jpeg', true, true]);
  const { compared } = await over({ kind: 'compare', files, before: [text('HD')], width: 100 });
  expect(compared[0].differingPixels).toBeGreaterThan(100);
  const difference = await get(compared[0].differenceUrl.replace('/api', '')).expect(200);
  expect((await sharp(difference.body).metadata()).width).toBe(100);
});

describe('hostile input', () => {
  test('11: a font that leads out of the folders, and one that is damaged, reject their overlay', async () => {
    await renderer.lay(
      join(renderer.kometa, 'fonts/Damaged.ttf'),
      Uint8Array.from(roboto).fill(0xa5, 400, 40_000),
    );
    await renderer.lay(join(renderer.kometa, 'fonts/Cut.ttf'), roboto.subarray(0, 3_000));
    for (const font of [
      '../../../../proc/self/environ',
      '/proc/self/environ',
      'fonts/Damaged.ttf',
      'fonts/Cut.ttf',
    ]) {
      const { body } = await render(text('4K', `font: ${font}`)).expect(200);
      expect([font, body.data.imageUrl]).toEqual([font, null]);
      const { outcome } = body.data.account.overlays[0];
      expect([font, outcome.fate]).toEqual([font, 'refused']);
    }
    expect((await render(text('4K')).expect(200)).body.data.account.outcome).toBe('drawn');
  });

  test('12 and 13: pictures that are far too large, or say they are, reject their overlay or are told of', async () => {
    const bomb = png(16_000, 16_000, deflateSync(Buffer.alloc(16_000 * (1 + 16_000 * 3)), { level: 9 }));
    const liar = png(60_000, 60_000, deflateSync(Buffer.alloc(1000)));
    const short = png(1000, 1500, deflateSync(Buffer.alloc(1000)));
    const pictures = [
      ['bomb', bomb, 'image.too-large'],
      ['liar', liar, 'image.too-large'],
      ['short', short, 'image.unreadable'],
    ] as const;
    for (const [name, picture] of pictures) renderer.config.files.set(`overlays/${name}.png`, picture);
    for (const [name, picture, code] of pictures) {
      renderer.config.posters.set('attic.8', picture);
      const asPoster = await render(text('4K'), { itemId: 'attic.8' });
      expect([name, asPoster.status, asPoster.body.error.code]).toEqual([name, 422, code]);
      const asOverlay = (await render(overlay('one', `name: ${name}\n${corner}`)).expect(200)).body.data
        .account;
      expect(asOverlay.overlays[0].outcome).toEqual({ fate: 'refused', code: 'overlay.image-unreadable' });
    }
    const base = await get('/overlays/base/attic.8').expect(422);
    expect(base.body.error.code).toMatch(/^image\./);
  });

  test.each([
    ['GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"/>')],
    ['PDF', Buffer.from('%PDF-1.4\n%%EOF')],
  ])('14: a %s is no kind of picture that is taken, as a poster or as an overlay', async (_, picture) => {
    renderer.config.posters.set('attic.9', picture);
    renderer.config.files.set('overlays/other.png', picture);
    const asPoster = await render(text('4K'), { itemId: 'attic.9' }).expect(415);
    expect(asPoster.body.error).toMatchObject({
      code: 'image.format',
      details: [
        {
          message: 'The poster cannot be read: This is not a JPEG, PNG or WebP picture',
          fix: expect.stringContaining('JPEG, PNG or WebP'),
        },
      ],
    });
    expect((await get('/overlays/base/attic.9').expect(415)).body.error.code).toBe('image.format');
    const asOverlay = (await render(overlay('one', `name: other\n${corner}`)).expect(200)).body.data.account;
    expect(asOverlay.overlays[0]).toMatchObject({
      outcome: { fate: 'refused', code: 'overlay.image-unreadable' },
      reason: expect.stringContaining('not a JPEG, PNG or WebP picture'),
    });
  });

  test('16: a title of a megabyte, a tower of marks and letters that turn the line around are drawn', async () => {
    const titles = [
      'A'.repeat(1_000_000),
      `e${'\u0301'.repeat(10_000)}`,
      `\u202E${'abc \u05D0\u05D1 '.repeat(200)}\u202C`,
    ];
    for (const layout of ['basic', 'raqm']) {
      for (const title of titles) {
        renderer.config.facts = { ...facts, title };
        const { body } = await render(text('<<title>>'), { layout }).expect(200);
        expect(['drawn', 'failed']).toContain(body.data.account.outcome);
      }
    }
    renderer.config.facts = facts;
    expect((await render(text('4K')).expect(200)).body.data.account.outcome).toBe('drawn');
  });

  test.each([
    'back_width: 1e9\nback_height: 1e9\nback_color: "#FFFFFF"',
    'back_width: .nan\nback_color: "#FFFFFF"',
    'back_width: -1\nback_color: "#FFFFFF"',
    'back_width: 1e400\nback_color: "#FFFFFF"',
    'back_padding: 1000000000\nback_color: "#FFFFFF"',
    'back_radius: 1000000000\nback_color: "#FFFFFF"',
    'font_size: 1000000',
    'stroke_width: 1000000',
    'stroke_width: 1000000\nstroke_color: "#000000"\nfont_size: 3000',
  ])('17: %s is refused, or drawn as far as there is a canvas', async (more) => {
    const { status, body } = await render(text('4K', more));
    expect([200, 422]).toContain(status);
    if (status === 200) expect(body.data.account.canvas).toEqual({ width: 1000, height: 1500 });
    else expect(body.error.code).toMatch(/^(overlay\.invalid|render\.failed)$/);
    expect((await render(text('after it')).expect(200)).body.data.account.outcome).toBe('drawn');
  });

  test.each([1e9, -1, 0, 39, 1.5, null, 'wide'])('17: a thumbnail %s pixels wide', async (width) => {
    const { status, body } = await render(text('4K'), { output: { kind: 'image', width } });
    if (width === null) expect(status).toBe(200);
    else expect([status, body.error.code]).toEqual([422, 'request.invalid']);
  });
});
