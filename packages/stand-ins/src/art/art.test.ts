import sharp from 'sharp';
import { packagedFonts } from './adapters/packaged-fonts.ts';
import { rasterise } from './adapters/rasterise.ts';
import { contrast } from './colour.ts';
import { compose, type PosterOrder, styleFor } from './compose.ts';
import { drawPoster } from './draw-poster.ts';
import type { PictureKind } from './stage.ts';
import { styles } from './styles/index.ts';

const fonts = packagedFonts();
const kinds: readonly PictureKind[] = ['poster', 'season', 'still', 'cover', 'background'];
const lettered: readonly PictureKind[] = ['poster', 'season', 'cover'];

const hostile: readonly [name: string, title: string][] = [
  ['nothing at all', ''],
  ['only spaces', '   \t '],
  ['five hundred letters without a gap', 'x'.repeat(500)],
  ['five hundred letters in words', 'the long road '.repeat(36)],
  ['emoji', '🎬🍿 A Night Out 👩‍👩‍👧'],
  ['right to left', 'ليلة بلا قمر'],
  ['Chinese', '夜航船'],
  ['Greek and Cyrillic', 'Ωδή Ночь'],
  ['markup', '</svg><script>alert("x")</script> & co'],
  ['control characters', 'a\u0000b\u202ec\ud800d'],
  ['combining marks', 'Z̷a̴l̵g̶o̷'],
];

test('the same order gives the same bytes, another seed gives others', async () => {
  const order: PosterOrder = { seed: 'one', title: 'Paper Lions', kind: 'poster', style: 'waves' };
  const [first, second, other] = await Promise.all([
    drawPoster(order),
    drawPoster(order),
    drawPoster({ ...order, seed: 'two' }),
  ]);
  expect(first.bytes.equals(second.bytes)).toBe(true);
  expect(first.bytes.equals(other.bytes)).toBe(false);
  expect(first.contentType).toBe('image/jpeg');
});

test.each([
  ['poster', 1000, 1500],
  ['season', 1000, 1500],
  ['still', 1920, 1080],
  ['cover', 1000, 1000],
  ['background', 1920, 1080],
] as const)('a %s is %i by %i', async (kind, width, height) => {
  const { bytes } = await drawPoster({ seed: 'size', title: 'Sundial', kind });
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width, height });
});

test('a picture can be had in another size', async () => {
  const { bytes } = await drawPoster({
    seed: 's',
    title: 'Sundial',
    kind: 'poster',
    width: 300,
    height: 450,
  });
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 300, height: 450 });
});

test.each(kinds)('seeds lead to every style that can draw a %s', (kind) => {
  const able = styles.filter((style) => style.kinds.includes(kind)).map((style) => style.name);
  const seen = new Set(Array.from({ length: 400 }, (_, seed) => styleFor({ seed: `${seed}`, kind }).name));
  expect([...seen].sort()).toEqual([...able].sort());
});

test('there are more than a dozen styles for posters and no two share a name', () => {
  expect(styles.filter((style) => style.kinds.includes('poster')).length).toBeGreaterThan(12);
  expect(new Set(styles.map((style) => style.name)).size).toBe(styles.length);
});

describe.each(styles)('$name', (style) => {
  const drawable = lettered.filter((kind) => style.kinds.includes(kind));

  test.each(hostile)('takes a title of %s and keeps every word on the sheet', (name, title) => {
    // Each title meets each style, and over all styles each kind of sheet.
    for (const kind of drawable.slice(name.length % drawable.length).slice(0, 1)) {
      const sheet = compose({ seed: title, title, kind, style: style.name, subtitle: title }, fonts);
      expect(sheet.style).toBe(style.name);
      expect(sheet.svg).not.toContain('<script');
      expect(sheet.svg).not.toMatch(/NaN|Infinity|undefined/);
      for (const box of sheet.lettered.boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(sheet.width);
        expect(box.y + box.height).toBeLessThanOrEqual(sheet.height);
      }
    }
  });

  test('no line of the lettering runs into another', () => {
    for (const kind of drawable) {
      for (let seed = 0; seed < 2; seed += 1) {
        const order = {
          seed: `${seed}`,
          title: 'Love in the Age of Lighthouses',
          tagline: 'Every light has a keeper.',
          kind,
        };
        const rows = [...compose({ ...order, style: style.name }, fonts).lettered.boxes].sort(
          (a, b) => a.y - b.y,
        );
        rows.slice(1).forEach((box, index) => {
          const above = rows[index];
          expect(box.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);
        });
      }
    }
  });

  test('the title can be read on what is behind it', async () => {
    for (const kind of drawable) {
      for (let seed = 0; seed < 2; seed += 1) {
        const order: PosterOrder = {
          seed: `ink ${seed}`,
          title: 'A House for the Winter Birds',
          kind,
          style: style.name,
          width: 200,
          height: kind === 'cover' ? 200 : 300,
        };
        const sheet = compose(order, fonts);
        const ground = await groundUnderTitle(sheet);
        expect({ seed, kind, ok: contrast(sheet.ink, ground) >= 3 }).toEqual({ seed, kind, ok: true });
      }
    }
  });
});

/** The middling colour of the picture in the box of the title, without the words. */
async function groundUnderTitle(sheet: ReturnType<typeof compose>): Promise<string> {
  const box = sheet.lettered.title ?? { x: 0, y: 0, width: 1, height: 1 };
  const bare = await rasterise({ ...sheet, svg: sheet.artSvg, grain: 0 }, 95);
  const area = {
    left: Math.floor(box.x),
    top: Math.floor(box.y),
    width: Math.max(1, Math.floor(box.width)),
    height: Math.max(1, Math.floor(box.height)),
  };
  const { channels } = await sharp(await sharp(bare).extract(area).toBuffer()).stats();
  return `#${channels
    .slice(0, 3)
    .map(({ mean }) => Math.round(mean).toString(16).padStart(2, '0'))
    .join('')}`;
}

test('letters no typeface has are drawn as lozenges, so a title never vanishes', () => {
  const sheet = compose({ seed: '1', title: '夜航船', kind: 'poster', style: 'solo' }, fonts);
  expect(sheet.lettered.title?.width).toBeGreaterThan(sheet.width * 0.1);
});

test('accents, Greek, Vietnamese and Cyrillic come from a typeface, not as lozenges', () => {
  const shelf = fonts('anton');
  for (const letter of 'ÆøåČěžŁőğßНочьΩδήThờiđ') {
    expect({ letter, known: shelf.some((font) => font.hasChar(letter)) }).toEqual({ letter, known: true });
  }
});
