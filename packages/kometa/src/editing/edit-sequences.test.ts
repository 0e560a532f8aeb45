import type { OverlayEdit } from '@marquee/contracts';
import fc from 'fast-check';
import { plainDefinitions } from '../overlays/read-overlay-file.ts';
import { editOverlayFile } from './edit-overlay-file.ts';

type DefinitionEdit = Exclude<OverlayEdit, { queue: string }>;

/** Files as people write them: comments, gaps, quotes, braces, lists, block text, either line end. */
const name = fc.constantFrom('a', 'b', 'c', 'd e', 'f#g', '4k', "it's");
const comment = fc.constantFrom('', '', '', '  # note', ' # it’s: {odd}');
const scalar = fc.constantFrom(
  'badge',
  '10',
  '"10%"',
  "'#FFF'",
  'text(<<title>> (x))',
  '',
  '~',
  '"a # b"',
  '|\n        text(a)\n',
  '>-\n        folded\n        text',
  '"two\n        lines"',
);
const attribute = fc.constantFrom(
  'name',
  'weight',
  'horizontal_offset',
  'font_color',
  'back_color',
  'odd key',
);

const blockOverlay = fc
  .uniqueArray(fc.tuple(attribute, scalar, comment), { selector: ([key]) => key, minLength: 1, maxLength: 4 })
  .map(
    (pairs) =>
      `    overlay:\n${pairs
        .map(([key, value, note]) => `      ${key}: ${value}${/\n/.test(value) ? '' : note}`)
        .map((line) => (line.endsWith('\n') ? line : `${line}\n`))
        .join('')}`,
  );
const otherOverlay = fc.constantFrom(
  '',
  '    overlay: badge\n',
  "    overlay: 'badge' # quoted\n",
  '    overlay:\n',
  '    overlay: {name: badge, weight: 1, }\n',
  '    overlay: {}\n',
  '    overlay: { name: "x y" } # braces\n',
);
const extra = fc.constantFrom(
  '',
  '    suppress_overlays: [a, "b"]\n',
  '    suppress_overlays:\n      - a # one\n      - c\n',
  '    suppress_overlays: a, b\n',
  '    suppress_overlays: # why\n    - a\n    - b\n',
);
const body = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.oneof(blockOverlay, otherOverlay), extra, fc.boolean()) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const definition = fc.tuple(
  name,
  body,
  fc.constantFrom('', '', '  # about it\n', '# far left\n', '\n  # apart\n\n'),
  fc.constantFrom('', '\n', '\n\n', '    # inside, last\n'),
);
const file = fc
  .record({
    definitions: fc.uniqueArray(definition, { selector: ([key]) => key, maxLength: 5 }),
    head: fc.constantFrom('', '# head\n', '---\n', 'queues: {q: []}\n\n'),
    tail: fc.constantFrom('', '\nqueues:\n  q: []\n', '# end\n'),
    windows: fc.boolean(),
    cut: fc.boolean(),
  })
  .map(({ definitions, head, tail, windows, cut }) => {
    const written = definitions.map(([key, parts, above, below]) => {
      const known = key === "it's" ? '"it\'s"' : key;
      if (parts === null) return `${above}  ${known}:\n`;
      const [overlay, more, everything] = parts;
      const inside = overlay + more + (everything ? '    plex_all: true\n' : '');
      return `${above}  ${known}:${inside === '' ? ' {}' : ''}\n${inside}${below}`;
    });
    const repeated = head.startsWith('queues') && tail.includes('queues');
    const text = `${head}overlays:\n${written.join('')}${repeated ? '' : tail}`;
    // A text whose last line has no end would say something else in another place: it is not moved, and rightly so.
    const ended = cut && !/\|\n +text\(a\)$/.test(text.trimEnd()) ? text.trimEnd() : text;
    return windows ? ended.replaceAll('\n', '\r\n') : ended;
  });

const value = fc.oneof(
  fc.constantFrom<string | number | boolean>(
    'badge',
    '10%',
    '#FFF',
    'text(a: b)',
    7,
    -3,
    true,
    'x # y',
    "it's",
    '5',
  ),
  fc.string({ maxLength: 12 }),
);
const edit: fc.Arbitrary<DefinitionEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    mapping: name,
    attribute,
    value: fc.option(value, { freq: 3 }),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    mapping: name,
    attribute: fc.constant('suppress_overlays'),
    value: fc.oneof(fc.constant(null), value, fc.array(value, { maxLength: 3 })),
  }),
  fc.record({ kind: fc.constant('remove' as const), mapping: name }),
  fc.record({
    kind: fc.constant('rename' as const),
    mapping: name,
    to: fc.oneof(name, fc.string({ minLength: 1, maxLength: 8 })),
  }),
  fc.record({ kind: fc.constant('move' as const), mapping: name, after: fc.option(name) }),
  fc.record({
    kind: fc.constant('add' as const),
    mapping: name,
    yaml: fc.constantFrom(
      'plex_all: true\n',
      '',
      'overlay:\n  name: |\n    text(x)\n\n  weight: 1',
      '  overlay: z\n  # why\n  plex_all: true',
    ),
    after: fc.option(name),
  }),
);

const asText = (definitions: ReadonlyMap<string, unknown>, without: readonly string[]) =>
  JSON.stringify(
    [...definitions]
      .filter(([key]) => !without.includes(key))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

test('any sequence of edits says what was asked, and leaves all else as it was', () => {
  let made = 0;
  fc.assert(
    fc.property(file, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      let text = start;
      for (const one of edits) {
        const outcome = editOverlayFile(text, [one]);
        if ('problem' in outcome) {
          // Nothing in these files is written too oddly to be edited.
          expect(['edit.not-found', 'edit.exists']).toContain(outcome.problem.code);
          continue;
        }
        made += 1;
        const before = plainDefinitions(text);
        const after = plainDefinitions(outcome.text);
        const touched =
          one.kind === 'rename' ? [one.mapping, one.to] : one.kind === 'move' ? [] : [one.mapping];
        expect(asText(after, touched)).toBe(asText(before, touched));
        if (one.kind === 'set' && one.attribute === 'suppress_overlays') {
          expect(after.get(one.mapping)?.suppress_overlays ?? null).toEqual(one.value);
        }
        expectOtherLinesToStay(text, outcome.text, one);
        text = outcome.text;
      }
    }),
    { numRuns: 300 },
  );
  expect(made).toBeGreaterThan(100);
});

/** Windows files stay so; every old line is there still, but for those that the edit is about. */
function expectOtherLinesToStay(before: string, after: string, edit: DefinitionEdit): void {
  if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  if (edit.kind === 'add') expect(leftOver(before, after)).toEqual([]);
  if (edit.kind === 'rename') expect(leftOver(before, after).length).toBeLessThanOrEqual(1);
  if (edit.kind === 'move') {
    expect(after.split(/\r?\n/).sort()).toEqual(before.split(/\r?\n/).sort());
  }
  if (edit.kind === 'set' && edit.value !== null && !Array.isArray(edit.value)) {
    const gone = leftOver(before, after);
    // Of one value at most: its key's line, and as many of its own as the longest list here has.
    expect(gone.length).toBeLessThanOrEqual(4);
  }
  if (edit.kind === 'remove') expect(leftOver(after, before)).toEqual([]);
}

/** Lines of one text that the other does not have; blank ones do not count. */
function leftOver(one: string, other: string): string[] {
  const rest = other.split(/\r?\n/);
  return one.split(/\r?\n/).filter((line) => {
    if (line === '') return false;
    const at = rest.indexOf(line);
    if (at === -1) return true;
    rest.splice(at, 1);
    return false;
  });
}
