import { OverlayEntry, OverlayProblem, OverlayQueue, OverlaySet } from '@marquee/contracts';
import { overlaySetOf } from './overlay-set.ts';
import { plainDefinitions, readOverlayFile } from './read-overlay-file.ts';

const codes = (text: string, options = {}) => readOverlayFile(text, options).problems.map(({ code }) => code);

test('an overlay may be a name, or nothing: then it is named like its definition', () => {
  const { entries, problems } = readOverlayFile(
    'overlays:\n  4K:\n    plex_all: true\n  two:\n    Overlay: badge\n    PLEX_ALL: true\n',
  );
  expect(problems).toEqual([]);
  expect(
    entries.map(({ mapping, kind, name, line, endLine }) => [mapping, kind, name, line, endLine]),
  ).toEqual([
    ['4K', 'image', '4K', 2, 3],
    ['two', 'image', 'badge', 4, 6],
  ]);
  expect(entries[0]?.definition?.image).toEqual({ from: 'name', value: '4K' });
});

test('builders and filters are listed', () => {
  const { entries } = readOverlayFile(
    'overlays:\n  a:\n    plex_search: {all: {year: 2000}}\n    filters: [{resolution: 4K}, {has_edition: true, resolution: 4K}]\n    limit: 3',
  );
  expect(entries[0]?.builders).toEqual(['plex_search', 'resolution', 'has_edition']);
});

test('a template call shows its names and variables and is not drawn', () => {
  const { entries, problems } = readOverlayFile(`
templates: {one: {overlay: {name: x}}, two: {}}
overlays:
  a:
    variables: {weight: 3, text: own}
    template: [{name: one, text: EN, __proto__: 1}, {name: two, text: DE}]
  b: {template: {name: three}}
  c: {template: text}
`);
  expect(entries.map(({ kind }) => kind)).toEqual(['template', 'refused', 'refused']);
  expect(entries[0]?.template?.names).toEqual(['one', 'two']);
  expect(Object.entries(entries[0]?.template?.variables ?? {})).toEqual([
    ['text', 'EN'],
    ['__proto__', 1],
    ['weight', 3],
  ]);
  expect(problems.map(({ code, mapping }) => [code, mapping])).toEqual([
    ['overlay.template-unknown', 'b'],
    ['overlay.template-not-map', 'c'],
  ]);
});

test.each([
  ['episode', undefined, 'episode'],
  ['season', undefined, 'season'],
  ['album', undefined, 'album'],
  ['Episode', 'show', 'episode'],
  ['season', 'movie', 'movie'],
  ['', 'show', 'show'],
  ['', 'artist', 'artist'],
  ['', undefined, 'movie'],
])('builder_level %j in a library of %s is drawn on: %s', (level, libraryKind, expected) => {
  const text = `overlays: {a: {plex_all: true, builder_level: ${level}}}`;
  const { entries, problems } = readOverlayFile(
    text,
    libraryKind ? { libraryKind: libraryKind as 'show' } : {},
  );
  expect(problems).toEqual([]);
  expect(entries[0]?.definition?.level).toBe(expected);
});

test('a level that the library does not have is refused', () => {
  const text = 'overlays: {a: {plex_all: true, builder_level: album}}';
  expect(codes(text, { libraryKind: 'show' })).toEqual(['overlay.level-unknown']);
  expect(codes('overlays: {a: {plex_all: true, builder_level: scene}}')).toEqual(['overlay.level-unknown']);
});

test.each([
  ['', ['overlay.no-overlays']],
  ['overlays:\n', ['overlay.no-overlays']],
  ['- a', ['overlay.root-not-map', 'overlay.no-overlays']],
  ['overlays: [a]', ['overlay.section-not-map', 'overlay.no-overlays']],
  ['overlays: {a: }', ['overlay.definition-empty', 'overlay.no-overlays']],
  ['overlays: {a: text, b: {plex_all: true}}', ['overlay.definition-not-map']],
  ['overlays: {a: {overlay: badge}}', ['overlay.no-builder']],
  ['overlays: {a: {plex_all: true}}\ncollections: {}', ['overlay.root-key-unknown']],
  ['overlays: {a: {plex_all: true, sort_title: x}}', ['overlay.key-unknown']],
  ['overlays: {a: {plex_all: true, suppress_overlays: [a, b]}}', ['overlay.suppress-unknown']],
  ['overlays: {a: {plex_all: true, suppress_overlays: []}}', ['overlay.suppress-blank']],
  ['overlays: {a: {plex_all: true}, a: {plex_all: true}}', ['overlay.yaml-duplicate-key']],
  ['overlays:\n\ta: b', ['overlay.yaml-tab']],
])('%j is told: %j', (text, expected) => {
  expect(codes(text)).toEqual(expected);
});

test('a file of templates is no mistake', () => {
  const { problems } = readOverlayFile('templates: {a: {}}');
  expect(problems).toMatchObject([{ severity: 'warning', effect: 'file', code: 'overlay.no-overlays' }]);
});

test('what is suppressed may be a list or text with commas', () => {
  const text =
    'overlays: {a: {plex_all: true, suppress_overlays: "b, c"}, b: {plex_all: true, suppress_overlays: [c]}, c: {plex_all: true}}';
  expect(readOverlayFile(text).entries.map(({ definition }) => definition?.suppress)).toEqual([
    ['b', 'c'],
    ['c'],
    [],
  ]);
});

test('equal weights in a queue are warned about', () => {
  const text = `
queues: {q: [{horizontal_align: left, vertical_align: top, horizontal_offset: 1, vertical_offset: 2}]}
overlays:
  a: {plex_all: true, overlay: {name: x, queue: q, weight: 1}}
  b: {plex_all: true, overlay: {name: y, queue: q, weight: 1}}
  c: {plex_all: true, overlay: {name: z, queue: q, weight: 2}}
`;
  expect(readOverlayFile(text).problems).toMatchObject([
    {
      code: 'overlay.queue-weight-equal',
      severity: 'warning',
      effect: 'item',
      mapping: 'b',
      line: 5,
      column: 3,
    },
  ]);
});

test('positions count lines from 1, also in a Windows file and behind an alias', () => {
  const text =
    'overlays:\r\n  a:\r\n    plex_all: true\r\n    overlay: &o\r\n      name: badge\r\n      weight: x\r\n  b:\r\n    plex_all: true\r\n    overlay: *o\r\n';
  expect(
    readOverlayFile(text).problems.map(({ mapping, line, column, endLine, endColumn }) => [
      mapping,
      line,
      column,
      endLine,
      endColumn,
    ]),
  ).toEqual([
    ['a', 6, 15, 6, 16],
    ['b', 6, 15, 6, 16],
  ]);
});

test('keys are unique over the files of a library, and a file that fails brings nothing', () => {
  const text =
    'queues: {q: [{horizontal_align: left, vertical_align: top, horizontal_offset: 1, vertical_offset: 2}]}\noverlays: {a: {plex_all: true, overlay: {name: x, queue: q, weight: 1}}, "1:a": {plex_all: true}}';
  const broken = 'overlays: {z: {plex_all: true}, z: {plex_all: true}}';
  const set = overlaySetOf([text, text, broken].map((one, file) => readOverlayFile(one, { file })));
  expect(OverlaySet.parse(set).definitions.map(({ key, queue }) => [key, queue])).toEqual([
    ['a', 'q'],
    ['0:1:a', null],
    ['1:a', '1:q'],
    ['1:1:a', null],
  ]);
  expect(set.queues.map(({ key }) => key)).toEqual(['q', '1:q']);
});

test('what is read is what the contract says', () => {
  const read = readOverlayFile(
    'overlays: {a: {template: {name: x}}, b: {overlay: {name: backdrop}}, c: {plex_all: true}}',
  );
  expect(() => OverlayEntry.array().parse(read.entries)).not.toThrow();
  expect(() => OverlayProblem.array().parse(read.problems)).not.toThrow();
  expect(() => OverlayQueue.array().parse(read.queues)).not.toThrow();
});

test('a long file is read whole, and its problems stay few enough to be shown', () => {
  const definitions = Array.from(
    { length: 5_000 },
    (_, index) =>
      `  overlay ${index}:\n    overlay: {name: badge, weight: -1}\n    suppress_overlays: [overlay 1]\n`,
  );
  const { entries, problems } = readOverlayFile(`overlays:\n${definitions.join('')}`);
  expect(entries).toHaveLength(5_000);
  expect(problems).toHaveLength(1_000);
});

test('definitions as plain data have their keys in small letters', () => {
  const plain = plainDefinitions('overlays: {a: {Plex_All: true, filters: {resolution: 4K}}}');
  expect(plain.get('a')).toEqual({ plex_all: true, filters: { resolution: '4K' } });
});
