import type { OverlayDefinition, OverlayFacts, OverlaySet } from '@marquee/contracts';
import fc from 'fast-check';
import type { Rgb, Rgba } from '../pixels/raster.ts';
import type { DrawingInput } from './drawing.ts';
import { createEngine } from './engine.ts';
import { blockText } from './testing/block-text.ts';
import { coarsePixels } from './testing/coarse-pixels.ts';
import { definitionOf, setOf } from './testing/definitions.ts';

// Of the canvas's size already: stretching is proved elsewhere and is slow in plain TypeScript.
const poster: Rgb = {
  width: 1000,
  height: 1500,
  data: new Uint8Array(1000 * 1500 * 3).map((_, at) => (at * 37) % 251),
};
const badge: Rgba = { width: 30, height: 10, data: new Uint8Array(1200).map((_, at) => (at * 91) % 256) };
const facts: OverlayFacts = {
  level: 'movie',
  title: 'A film',
  originalTitle: null,
  showTitle: null,
  seasonTitle: null,
  seasonNumber: null,
  episodeNumber: null,
  episodeCount: null,
  edition: null,
  contentRating: null,
  originallyAvailable: null,
  criticRating: null,
  audienceRating: 8.3,
  userRating: null,
  durationMs: null,
  partDurationsMs: [],
  bitratesKbps: [],
  versions: 1,
  ratings: {},
};

const newEngine = () => createEngine({ pixels: coarsePixels(), text: blockText() });
const inputOf = (set: OverlaySet, more: Partial<DrawingInput> = {}): DrawingInput => ({
  set,
  matched: new Set(set.definitions.map(({ key }) => key)),
  assumed: new Set(),
  facts,
  sampled: [],
  layout: 'basic',
  assets: {
    font: (reference) => (reference === 'missing.ttf' ? undefined : 'font'),
    image: ({ value }) => (value === 'missing' ? undefined : badge),
  },
  ...more,
});
const textOf = (key: string, text: string, more: Partial<OverlayDefinition> = {}) =>
  definitionOf(key, { kind: 'text', name: `text(${text})`, image: null, ...more });
const fatesOf = (input: DrawingInput) =>
  newEngine()
    .explain(input)
    .overlays.map(({ key, outcome, reason }) => [key, outcome.fate, reason]);

test('the account says of every overlay what became of it', () => {
  const set = setOf([
    textOf('rating', '<<audience_rating>>'),
    textOf('edition', '<<edition>>'),
    textOf('font', 'x', { font: 'missing.ttf' }),
    definitionOf('picture', { image: { from: 'name', value: 'missing' } }),
    definitionOf('other'),
  ]);
  expect(fatesOf(inputOf(set, { matched: new Set(['rating', 'edition', 'font', 'picture']) }))).toEqual([
    ['rating', 'drawn', 'Drawn'],
    ['edition', 'skipped', 'Left out: the item has no edition'],
    ['font', 'refused', 'There is no font missing.ttf'],
    ['picture', 'refused', 'There is no picture missing'],
    ['other', 'not-matched', 'Its builders do not find this item'],
  ]);
});

test('what Kometa rejects suppresses nothing', () => {
  const set = setOf([
    definitionOf('badge'),
    textOf('rejected', 'x', { font: 'missing.ttf', suppress: ['badge'] }),
  ]);
  expect(fatesOf(inputOf(set))[0]).toEqual(['badge', 'drawn', 'Drawn']);
});

test.each([
  ['overlay.backdrop-without-colour', setOf([definitionOf('bare', { kind: 'backdrop', image: null })])],
  [
    'overlay.queue-percent',
    setOf(
      [definitionOf('queued', { queue: 'q', weight: 1 })],
      [
        {
          ...{ key: 'q', file: 0, name: 'q' },
          slots: [
            {
              horizontalAlign: 'left',
              verticalAlign: 'top',
              horizontalOffset: { value: 5, percent: true },
              verticalOffset: { value: 5, percent: false },
            },
          ],
        },
      ],
    ),
  ],
])('%s fails the item, and the poster stays as it is', (code, set) => {
  const { rgb, account } = newEngine().draw(poster, inputOf(set));
  expect(account).toMatchObject({ outcome: 'failed', failure: { code } });
  expect(Buffer.compare(rgb.data, poster.data)).toBe(0);
});

const offset = fc.record({ value: fc.integer({ min: -40, max: 90 }), percent: fc.boolean() });
const colour = fc.option(fc.tuple(...Array.from({ length: 4 }, () => fc.nat(255)))) as fc.Arbitrary<
  OverlayDefinition['backColor']
>;
const look = fc.record({
  horizontalAlign: fc.constantFrom('left', 'center', 'right', null),
  verticalAlign: fc.constantFrom('top', 'center', 'bottom', null),
  backColor: colour,
  backLineColor: colour,
  backLineWidth: fc.option(fc.integer({ min: 1, max: 40 })),
  backRadius: fc.option(fc.integer({ min: 1, max: 90 })),
  backPadding: fc.nat(30),
  backAlign: fc.constantFrom('left', 'right', 'center', 'top', 'bottom'),
  backWidth: fc.option(fc.nat(1200)),
  backHeight: fc.option(fc.nat(300)),
  fontSize: fc.integer({ min: 1, max: 80 }),
  strokeWidth: fc.nat(6),
  fontColor: colour,
  strokeColor: colour,
  addonPosition: fc.constantFrom('left', 'right', 'top', 'bottom'),
  addonOffset: fc.nat(20),
});
const definition = fc
  .tuple(fc.constantFrom('text', 'addon', 'image', 'backdrop'), look, offset, offset)
  .map(([kind, more, horizontalOffset, verticalOffset]): Partial<OverlayDefinition> => {
    const placed = { ...more, horizontalOffset, verticalOffset } as Partial<OverlayDefinition>;
    if (kind === 'image') return placed;
    if (kind === 'backdrop') return { ...placed, kind, image: null, backColor: [0, 0, 0, 120] };
    return { ...placed, kind: 'text', name: 'text(8.3)', ...(kind === 'addon' ? {} : { image: null }) };
  });
const sets = fc
  .array(definition, { minLength: 1, maxLength: 5 })
  .map((list) => setOf(list.map((more, index) => definitionOf(`o${index}`, more))));

test('random overlays never crash, and two engines agree', () => {
  const one = newEngine();
  fc.assert(
    fc.property(sets, (set) => {
      const first = one.draw(poster, inputOf(set));
      const second = newEngine().draw(poster, inputOf(set));
      expect(first.rgb.data.length).toBe(1000 * 1500 * 3);
      expect(Buffer.compare(first.rgb.data, second.rgb.data)).toBe(0);
      expect(first.account).toEqual(second.account);
      expect(newEngine().explain(inputOf(set)).overlays).toEqual(first.account.overlays);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('a stage that draws only what changed shows what a whole draw shows, and says where', () => {
  const engine = newEngine();
  fc.assert(
    fc.property(fc.array(sets, { minLength: 2, maxLength: 4 }), (several) => {
      const stage = engine.openStage(poster);
      for (const set of several) {
        const before = stage.rgb.data.slice();
        const { changed } = stage.update(inputOf(set));
        const whole = engine.draw(poster, inputOf(set)).rgb;
        expect(Buffer.compare(stage.rgb.data, whole.data)).toBe(0);
        if (changed === null) expect(Buffer.compare(before, whole.data)).toBe(0);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('a frame and a blur touch every pixel, also on a stage', () => {
  const engine = newEngine();
  const stage = engine.openStage(poster);
  const frame = definitionOf('frame', { horizontalOffset: null, verticalOffset: null });
  const blur = definitionOf('blur', { kind: 'blur', name: 'blur(2)', image: null });
  for (const set of [setOf([blur, frame]), setOf([definitionOf('badge')])]) {
    expect(stage.update(inputOf(set)).changed).toEqual({ x: 0, y: 0, width: 1000, height: 1500 });
    expect(Buffer.compare(stage.rgb.data, engine.draw(poster, inputOf(set)).rgb.data)).toBe(0);
  }
}, 60_000);

test('moving one layer changes its old and its new place, nothing else', () => {
  const stage = newEngine().openStage(poster);
  const at = (x: number) =>
    setOf([
      definitionOf('still', { verticalOffset: { value: 900, percent: false } }),
      definitionOf('moved', { horizontalOffset: { value: x, percent: false } }),
    ]);
  expect(stage.update(inputOf(at(20))).changed).toEqual({ x: 0, y: 0, width: 1000, height: 1500 });
  expect(stage.update(inputOf(at(25))).changed).toEqual({ x: 20, y: 30, width: 35, height: 10 });
  expect(stage.update(inputOf(at(25))).changed).toBeNull();
});
