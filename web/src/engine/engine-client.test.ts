import { anEngine, EngineInTheRoom, plainSources, shippedFont } from '../testing/engine-in-the-room.ts';
import { anOverlay, anOverlayItem } from '../testing/overlay-examples.ts';
import type { Scene, ViewListener, ViewProblem } from './engine-client.ts';
import type { Drawn } from './messages.ts';

const overlays = (...keys: string[]): Scene['set'] => ({
  definitions: keys.map((key) => anOverlay(key)),
  queues: [],
});
const sceneOf = (set: Scene['set'], more: Partial<Scene> = {}): Scene => ({
  item: anOverlayItem(),
  set,
  changes: [],
  matched: new Set(set.definitions.map(({ key }) => key)),
  assumed: new Set(),
  layout: 'basic',
  ...more,
});

/** Hears a view; waits for what is to come. */
function listener() {
  const drawn: { drawn: Drawn; scene: Scene; movedAt: number | null }[] = [];
  const troubles: ViewProblem[] = [];
  let arrived = () => {};
  const heard: ViewListener = {
    drawn(what, scene, { movedAt }) {
      drawn.push({ drawn: what, scene, movedAt });
      arrived();
    },
    trouble(problem) {
      troubles.push(problem);
      arrived();
    },
  };
  const until = (done: () => boolean) =>
    new Promise<void>((resolve) => {
      arrived = () => done() && resolve();
      arrived();
    });
  return { ...heard, heard: drawn, troubles, until };
}

test('the first drawing is the whole poster; the next is what changed only', async () => {
  const { client } = anEngine();
  const view = listener();
  const { draw } = client.open(0, { kind: 'part' }, view);
  const set = overlays('one');
  draw(sceneOf(set));
  await view.until(() => view.heard.length === 1);
  expect(view.heard[0]?.drawn).toMatchObject({
    width: 1000,
    height: 1500,
    part: { width: 1000, height: 1500 },
  });
  expect(view.heard[0]?.drawn.account.overlays[0]?.outcome).toEqual({ fate: 'drawn', slot: null });

  draw(sceneOf(set, { changes: [{ key: 'one', horizontal_offset: 25 }] }), 7);
  await view.until(() => view.heard.length === 2);
  expect(view.heard[1]).toMatchObject({
    movedAt: 7,
    drawn: { part: { x: 20, y: 30, width: 65, height: 40 }, account: { overlays: [{ content: { x: 25 } }] } },
  });
});

test('pixels arrive opaque and with the bytes that the engine drew', async () => {
  const { client } = anEngine(
    plainSources({ base: async () => Uint8Array.from({ length: 4_500_000 }, (_, at) => at % 251).buffer }),
  );
  const view = listener();
  client.open(0, { kind: 'part' }, view).draw(sceneOf(overlays()));
  await view.until(() => view.heard.length === 1);
  const rgba = new Uint8Array(view.heard[0]?.drawn.part?.rgba ?? new ArrayBuffer(0));
  for (const pixel of [0, 1, 1234, 1_499_999])
    expect([...rgba.subarray(pixel * 4, pixel * 4 + 4)]).toEqual([
      (pixel * 3) % 251,
      (pixel * 3 + 1) % 251,
      (pixel * 3 + 2) % 251,
      255,
    ]);
});

test('while one drawing is made the newest wish replaces those that wait', async () => {
  const { client, wire } = anEngine();
  const view = listener();
  const { draw } = client.open(0, { kind: 'part' }, view);
  const set = overlays('one');
  draw(sceneOf(set));
  await view.until(() => view.heard.length === 1);
  wire.hold();
  for (const horizontal_offset of [30, 40, 50, 60])
    draw(sceneOf(set, { changes: [{ key: 'one', horizontal_offset }] }));
  wire.letGo();
  await view.until(() => view.heard.length === 3);
  expect(wire.draws().map(({ scene }) => scene.changes[0]?.horizontal_offset)).toEqual([undefined, 30, 60]);
  expect(wire.heard.filter(({ kind }) => kind === 'set')).toHaveLength(1);
});

test('what the hand moves comes before small pictures, which wait while it moves', async () => {
  const { client, wire } = anEngine();
  const [main, small] = [listener(), listener()];
  const strip = client.open(10, { kind: 'small', width: 50 }, small);
  const stage = client.open(0, { kind: 'part' }, main);
  const set = overlays('one');
  client.hold(true);
  strip.draw(sceneOf(set));
  stage.draw(sceneOf(set));
  await main.until(() => main.heard.length === 1);
  expect(wire.draws().map(({ wanted }) => wanted.kind)).toEqual(['part']);
  client.hold(false);
  await small.until(() => small.heard.length === 1);
  expect(small.heard[0]?.drawn).toMatchObject({ width: 50, height: 75, part: { width: 50, height: 75 } });
});

test('a font or picture that is nowhere is told by name, and the rest is drawn', async () => {
  const { client } = anEngine();
  const view = listener();
  const set = {
    definitions: [
      anOverlay('fine'),
      anOverlay('odd', { font: 'fonts/Nowhere.ttf' }),
      anOverlay('far', {
        kind: 'image',
        name: 'x',
        image: { from: 'url', value: 'https://example.test/x.png' },
      }),
    ],
    queues: [],
  };
  client.open(0, { kind: 'part' }, view).draw(sceneOf(set));
  await view.until(() => view.heard.length === 1);
  expect(view.heard[0]?.drawn.account.overlays.map(({ outcome }) => outcome)).toEqual([
    { fate: 'drawn', slot: null },
    { fate: 'refused', code: 'overlay.font-missing' },
    { fate: 'refused', code: 'overlay.image-missing' },
  ]);
  expect(client.missing().map(({ what, name, reason }) => [what, name, reason])).toEqual([
    ['font', 'fonts/Nowhere.ttf', 'unknown'],
    ['image', 'url:https://example.test/x.png', 'unknown'],
  ]);
});

test('a picture that cannot be read is told as such', async () => {
  const { client } = anEngine(plainSources({ image: async () => new ArrayBuffer(0) }));
  const view = listener();
  const set = {
    definitions: [anOverlay('p', { kind: 'image', name: 'badge', image: { from: 'name', value: 'badge' } })],
    queues: [],
  };
  client.open(0, { kind: 'part' }, view).draw(sceneOf(set));
  await view.until(() => view.heard.length === 1);
  expect(client.missing()).toMatchObject([{ what: 'image', name: 'Badge', reason: 'unreadable' }]);
});

test('a poster that does not come is told, and asked for again on retry', async () => {
  let there = false;
  const { client } = anEngine(
    plainSources({
      base: async () => {
        if (!there) throw new Error('gone');
        return new ArrayBuffer(4_500_000);
      },
    }),
  );
  const view = listener();
  const { draw } = client.open(0, { kind: 'part' }, view);
  draw(sceneOf(overlays('one')));
  await view.until(() => view.troubles.length === 1);
  expect(view.troubles[0]).toMatchObject({
    kind: 'poster',
    missing: { name: 'Film 1', reason: 'unloadable' },
  });
  there = true;
  client.retry();
  draw(sceneOf(overlays('one')));
  await view.until(() => view.heard.length === 1);
});

test('a poster of another size is refused before it reaches the worker', async () => {
  const { client, wire } = anEngine(plainSources({ base: async () => new ArrayBuffer(12) }));
  const view = listener();
  client.open(0, { kind: 'part' }, view).draw(sceneOf(overlays('one')));
  await view.until(() => view.troubles.length === 1);
  expect(wire.heard.some(({ kind }) => kind === 'base')).toBe(false);
});

test('each thing is fetched once for all views and drawings', async () => {
  const asked: string[] = [];
  const sources = plainSources();
  const { client } = anEngine({
    ...sources,
    base: (item) => {
      asked.push(`base ${item.itemId}`);
      return sources.base(item);
    },
    font: (face) => {
      asked.push(face.id);
      return sources.font(face);
    },
  });
  const [one, other] = [listener(), listener()];
  client.open(0, { kind: 'part' }, one).draw(sceneOf(overlays('a', 'b')));
  client.open(1, { kind: 'part' }, other).draw(sceneOf(overlays('c')));
  await one.until(() => one.heard.length === 1);
  await other.until(() => other.heard.length === 1);
  expect(asked.sort()).toEqual([shippedFont.id, 'base demo.1001'].sort());
});

test('many sets may come and go; the worker keeps only some, and an old one comes again whole', async () => {
  const { client, wire } = anEngine();
  const view = listener();
  const { draw } = client.open(0, { kind: 'part' }, view);
  const sets = Array.from({ length: 12 }, (_, at) => overlays(`o${at}`));
  for (const [at, set] of [...sets, ...sets.slice(0, 1)].entries()) {
    draw(sceneOf(set));
    await view.until(() => view.heard.length === at + 1);
  }
  expect(view.troubles).toEqual([]);
  expect(view.heard.at(-1)?.drawn.account.overlays[0]?.key).toBe('o0');
  expect(
    wire.heard.filter(({ kind }) => kind === 'set').length -
      wire.heard.filter(({ kind }) => kind === 'forget-set').length,
  ).toBe(8);
});

test('an engine that cannot start says why', async () => {
  const { client } = anEngine(
    plainSources(),
    new EngineInTheRoom({ unable: 'The part “freetype” is not there.' }),
  );
  await new Promise<void>((resolve) => client.watch(resolve));
  expect(client.state).toEqual({ state: 'unable', message: 'The part “freetype” is not there.' });
});

test('a drawing that breaks is told to its view alone, and the next one works', async () => {
  const { client, wire } = anEngine();
  const view = listener();
  const { draw } = client.open(0, { kind: 'part' }, view);
  const set = overlays('one');
  draw(sceneOf(set));
  await view.until(() => view.heard.length === 1);
  wire.hold();
  draw(sceneOf(set));
  wire.postMessage({ kind: 'forget-base', name: 'poster demo.1001@plex-1' });
  draw(sceneOf(overlays('two')));
  wire.letGo();
  await view.until(() => view.troubles.length === 1);
  expect(view.troubles[0]).toMatchObject({ kind: 'failed' });
});
