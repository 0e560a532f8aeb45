import { bodyOf, clipsIn, clipText } from './definition-body.ts';

const text = `overlays:
  4k: # the big ones
    overlay:
      name: text(4K)

      font_size: 60
    plex_all: true
  all: {plex_all: true}
  'it''s': plex_all
`;

test('a body is moved to the margin with its comments and empty lines', () => {
  expect(bodyOf(text, { line: 2, endLine: 7 })).toBe(
    'overlay:\n  name: text(4K)\n\n  font_size: 60\nplex_all: true\n',
  );
});

test('a body in the line of its name is found too', () => {
  expect(bodyOf(text, { line: 8, endLine: 8 })).toBe('{plex_all: true}\n');
  expect(bodyOf(text, { line: 9, endLine: 9 })).toBe('plex_all\n');
});

test('layers travel through the clipboard with their names; other text is none', () => {
  const clips = [
    { name: '4k', yaml: 'overlay:\n  name: text(4K)\n' },
    { name: 'say "hi"', yaml: 'plex_all: true\n' },
  ];
  expect(clipsIn(clipText(clips))).toEqual(clips);
  expect(clipsIn('overlay:\n  name: x\n')).toEqual([]);
});
