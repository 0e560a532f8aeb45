import { packagedFonts } from './adapters/packaged-fonts.ts';
import { measure } from './outline.ts';
import { balanced, setText, wordsOf } from './setting.ts';

const fonts = packagedFonts()('grotesk');
const width = (text: string): number => measure(text, fonts);
const room = { x: 50, y: 100, width: 800, height: 300 };
const plain = { fonts, pitch: 1, tracking: 0, align: 'middle' as const, maxLines: 3, maxSize: 400 };

test('lines are broken so that they are alike in width and none ends on a small word', () => {
  expect(balanced('Love in the Age of Lighthouses'.split(' '), 2, width)).toEqual([
    'Love in the Age',
    'of Lighthouses',
  ]);
  expect(balanced('The Salt Cartographer'.split(' '), 2, width)).toEqual(['The Salt', 'Cartographer']);
});

test('text is as large as its room allows and stays inside', () => {
  for (const text of ['Ox', 'Ninefold', 'A House for the Winter Birds', 'i'.repeat(80)]) {
    const set = setText(text, room, plain);
    expect(set?.box.x).toBeGreaterThanOrEqual(room.x - 0.5);
    expect((set?.box.x ?? 0) + (set?.box.width ?? 0)).toBeLessThanOrEqual(room.x + room.width + 0.5);
    expect(set?.box.height).toBeLessThanOrEqual(room.height);
  }
});

test('a block makes every line as wide as the room', () => {
  const set = setText(
    'The Cartwright Affair',
    { ...room, height: 3000 },
    { ...plain, block: true, maxSize: 2000 },
  );
  expect(set?.box.width).toBeGreaterThan(room.width * 0.95);
  expect(set?.box.width).toBeLessThanOrEqual(room.width);
});

test('a title too long for a poster is cut with an ellipsis', () => {
  const words = wordsOf('long road '.repeat(60));
  expect(words.join(' ').length).toBeLessThan(95);
  expect(words.at(-1)).toMatch(/…$/);
});

test('nothing to set is nothing', () => {
  expect(setText(' \u200b ', room, plain)).toBeUndefined();
});
