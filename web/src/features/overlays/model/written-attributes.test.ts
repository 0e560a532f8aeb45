import { writtenAttributes } from './written-attributes.ts';

const text = `overlays:
  4k:
    overlay:
      name: text(4K)
      horizontal_offset: 10%
      font_size: 60
    suppress_overlays: [1080p]
    builder_level: season
    plex_all: true
  ribbon:
    overlay: ribbon
    plex_all: true
`;

test('what is written is there as it is written; what is not is not', () => {
  expect(writtenAttributes(text, '4k')).toEqual({
    name: 'text(4K)',
    horizontal_offset: '10%',
    font_size: 60,
    suppress_overlays: ['1080p'],
    builder_level: 'season',
  });
  expect(writtenAttributes(text, 'ribbon')).toEqual({ name: 'ribbon' });
  expect(writtenAttributes(text, 'gone')).toEqual({});
  expect(writtenAttributes('overlays: [', '4k')).toEqual({});
});
