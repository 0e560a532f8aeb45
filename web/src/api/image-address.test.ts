import { libraryRoutes } from '@marquee/contracts';
import { imageAddress, imageChoices } from './image-address.ts';

test('an address is one that the contract takes, with its version', () => {
  const address = new URL(imageAddress('demo.1001', 'poster', 360, '17 0'), 'http://localhost');
  expect(address.pathname).toBe('/api/items/demo.1001/images/poster');
  expect(libraryRoutes.image.query?.parse(Object.fromEntries(address.searchParams))).toEqual({
    width: 360,
    v: '17 0',
  });
});

test('without a version the address carries none', () => {
  expect(imageAddress('demo.1', 'art', 240)).toBe('/api/items/demo.1/images/art?width=240');
});

test('the choices are the offered widths up to the largest that is wanted', () => {
  const choices = imageChoices('demo.1', 'poster', '1', 480).split(', ');
  expect(choices.map((choice) => choice.split(' ')[1])).toEqual(['120w', '240w', '360w', '480w']);
});
