import { COLOUR_NAMES } from './colour-names.ts';
import { parseColour } from './parse-colour.ts';

// Expected values: Pillow 12.2.0, ImageColor.getcolor(text, "RGBA"); what it lets pass 255 is drawn as 255.
test.each<[string, [number, number, number, number]]>([
  ['#fff', [255, 255, 255, 255]],
  ['#1234', [17, 34, 51, 68]],
  ['#A1b2C3', [161, 178, 195, 255]],
  ['#00000099', [0, 0, 0, 153]],
  ['#fff\n', [255, 255, 255, 255]],
  ['white', [255, 255, 255, 255]],
  ['RebeccaPurple', [102, 51, 153, 255]],
  ['grey', [128, 128, 128, 255]],
  ['rgb(1,2,3)', [1, 2, 3, 255]],
  ['RGB( 1 , 2\t, 3 )', [1, 2, 3, 255]],
  ['rgb(300, 0, 256)', [255, 0, 255, 255]],
  ['rgb(100%, 50%, 0%)', [255, 128, 0, 255]],
  ['rgb(200%, 1%, 33%)', [255, 3, 84, 255]],
  ['rgba(1, 2, 3, 4)', [1, 2, 3, 4]],
  ['hsl(0, 100%, 50%)', [255, 0, 0, 255]],
  ['hsl(120.5, 40.25%, 20%)', [30, 72, 31, 255]],
  ['hsl(400, 100%, 25.%)', [128, 85, 0, 255]],
  ['hsl(10, 0%, 50%)', [128, 128, 128, 255]],
  ['hsv(240, 50%, 100%)', [128, 128, 255, 255]],
  ['hsb(60, 100%, 50%)', [128, 128, 0, 255]],
  ['hsv(0, 0%, 100%)', [255, 255, 255, 255]],
])('%j', (text, colour) => {
  expect(parseColour(text)).toEqual(colour);
});

test.each([
  '',
  '#',
  '#ff',
  '#fffff',
  '#ggg',
  'fff',
  ' white',
  'white ',
  'transparent',
  'rgb(1,2)',
  'rgb(1,2,3,4)',
  'rgb(1.5,2,3)',
  'rgb(-1,2,3)',
  'rgb(10%,2,3%)',
  'rgba(1,2,3)',
  'rgba(1,2,3,0.5)',
  'hsl(1,2,3)',
  'hsl(1%,2%,3%)',
  'hsla(1,2%,3%,4)',
  'rgb(1,2,3) x',
  `rgb(${'1'.repeat(100)},2,3)`,
])('%j is no colour', (text) => {
  expect(parseColour(text)).toBeNull();
});

test('there are the 148 names of CSS', () => {
  expect(COLOUR_NAMES.size).toBe(148);
  for (const name of COLOUR_NAMES.keys()) expect(parseColour(name.toUpperCase())).not.toBeNull();
});
