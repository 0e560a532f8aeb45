import fc from 'fast-check';
import { readHex, writeHex } from './hex-colour.ts';

const part = fc.nat(255);

test('what is written is read again, with and without alpha', () => {
  fc.assert(
    fc.property(fc.record({ red: part, green: part, blue: part, alpha: part }), (colour) => {
      expect(readHex(writeHex(colour))).toEqual(colour);
    }),
  );
});

test('short forms are read; alpha is left out where there is none', () => {
  expect(readHex('#f80')).toEqual({ red: 255, green: 136, blue: 0, alpha: 255 });
  expect(readHex('#F808')).toEqual({ red: 255, green: 136, blue: 0, alpha: 136 });
  expect(writeHex({ red: 255, green: 136, blue: 0, alpha: 255 })).toBe('#FF8800');
});

test.each(['', 'red', '#12', '#12345', '#GGG', '112233'])('%p is no colour by number', (text) => {
  expect(readHex(text)).toBeNull();
});
