import { ThemeProvider } from '@mui/material/styles';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Provider } from 'react-redux';
import { createStore } from '../../../app/store.ts';
import type { EngineSources } from '../../../engine/assets.ts';
import { createEngineClient } from '../../../engine/engine-client.ts';
import { EngineOpener } from '../../../engine/engine-context.ts';
import { withChanges } from '../../../engine/placing.ts';
import '../../../i18n/setup.ts';
import { EngineInTheRoom, plainSources } from '../../../testing/engine-in-the-room.ts';
import { anOverlay, anOverlayItem } from '../../../testing/overlay-examples.ts';
import { theme } from '../../../theme/theme.ts';
import { copiesIn } from './copies.ts';
import { Stage } from './stage.tsx';
import type { StageProps } from './stage-props.ts';

// jsdom has neither pointers nor pictures: what is put on a canvas is noted instead.
const puts: { x: number; y: number; width: number; height: number }[] = [];
beforeAll(() => {
  Object.assign(window, {
    PointerEvent: class extends MouseEvent {
      readonly pointerId: number;
      readonly pointerType: string;
      constructor(type: string, { pointerId = 1, pointerType = 'mouse', ...rest }: PointerEventInit = {}) {
        super(type, rest);
        [this.pointerId, this.pointerType] = [pointerId, pointerType];
      }
    },
    ImageData: class {
      readonly data: Uint8ClampedArray;
      readonly width: number;
      readonly height: number;
      constructor(data: Uint8ClampedArray, width: number, height: number) {
        [this.data, this.width, this.height] = [data, width, height];
      }
    },
  });
  HTMLCanvasElement.prototype.getContext = (() => ({
    putImageData: ({ width, height }: ImageData, x: number, y: number) => puts.push({ x, y, width, height }),
  })) as unknown as typeof HTMLCanvasElement.prototype.getContext;
  HTMLElement.prototype.setPointerCapture = () => {};
  performance.measure ??= (() => {}) as unknown as typeof performance.measure;
  performance.clearMeasures ??= () => {};
});
beforeEach(() => {
  puts.length = 0;
});
afterEach(() => jest.restoreAllMocks());

const two = {
  definitions: [
    anOverlay('resolution'),
    anOverlay('rating', { verticalAlign: 'bottom', backColor: [0, 0, 0, 255], backPadding: 10 }),
  ],
  queues: [],
};

const aWire = (more: { unable?: string } = {}) => new EngineInTheRoom({ around: act, ...more });

/** Keeps the selection and makes the copies, as a page does. */
function Page(props: Omit<StageProps, 'selection' | 'onSelect'>) {
  const [selection, setSelection] = useState<readonly string[]>([]);
  const [set, setSet] = useState(props.set);
  const keys = new Set(set.definitions.map(({ key }) => key));
  const copied = set !== props.set;
  const items = copied ? props.items.map((one) => ({ ...one, matched: keys })) : props.items;
  const onCopy: StageProps['onCopy'] = (changes) => {
    props.onCopy(changes);
    const copies = copiesIn(
      set,
      changes.map(({ key }) => key),
    );
    const named = changes.map((change) => ({ ...change, key: copies.names.get(change.key) ?? change.key }));
    setSet(withChanges(copies.set, named));
    setSelection([...copies.names.values()]);
  };
  const toggled = (now: readonly string[], keys: readonly string[]) => [
    ...now.filter((key) => !keys.includes(key)),
    ...keys.filter((key) => !now.includes(key)),
  ];
  return (
    <Stage
      {...props}
      set={set}
      items={items}
      onCopy={onCopy}
      selection={selection}
      onSelect={(keys, how) => setSelection((now) => (how === 'replace' ? keys : toggled(now, keys)))}
    />
  );
}

function show(
  more: Partial<StageProps> = {},
  { wire = aWire(), sources = plainSources() }: { wire?: EngineInTheRoom; sources?: EngineSources } = {},
) {
  const set = more.set ?? two;
  const matched = new Set(set.definitions.map(({ key }) => key));
  const onPlace = jest.fn<void, Parameters<StageProps['onPlace']>>();
  const onCopy = jest.fn<void, Parameters<StageProps['onCopy']>>();
  const onAccount = jest.fn<void, Parameters<StageProps['onAccount']>>();
  const onActivate = jest.fn();
  render(
    <Provider store={createStore()}>
      <ThemeProvider theme={theme}>
        <EngineOpener value={() => createEngineClient(wire, sources)}>
          <Page
            set={set}
            items={[{ item: anOverlayItem(), matched, assumed: new Set() }]}
            activeItemId="demo.1001"
            onActivate={onActivate}
            hidden={new Set()}
            locked={new Set()}
            layout="basic"
            before={null}
            {...more}
            onPlace={onPlace}
            onCopy={onCopy}
            onAccount={onAccount}
          />
        </EngineOpener>
      </ThemeProvider>
    </Provider>,
  );
  return { wire, onPlace, onCopy, onAccount, onActivate, user: userEvent.setup({ delay: null }) };
}

const RESOLUTION = 'resolution, text, 20 px from the left, 30 px from the top, drawn';
const RATING = 'rating, text, 20 px from the left, 30 px from the bottom, drawn';
const layer = (name: string | RegExp) => screen.findByRole('button', { name });
/** At 100 % a pixel of the screen is one of the poster, so moves can be told in its pixels. */
const atFullSize = () => act(() => fireEvent.keyDown(screen.getByTestId('stage'), { key: '1' }));
function drag(target: HTMLElement, by: { x: number; y: number }, more: object = {}) {
  const stage = screen.getByTestId('stage');
  const point = (x: number, y: number) => ({ pointerId: 1, button: 0, clientX: x, clientY: y, ...more });
  fireEvent.pointerDown(target, point(100, 100));
  fireEvent.pointerMove(stage, point(100 + by.x / 2, 100 + by.y / 2));
  fireEvent.pointerMove(stage, point(100 + by.x, 100 + by.y));
  fireEvent.pointerUp(stage, point(100 + by.x, 100 + by.y));
}

/** What was told at the end of a drag or a key. */
const done = ({ mock }: jest.Mock<void, Parameters<StageProps['onPlace']>>) =>
  mock.calls.filter(([, phase]) => phase === 'done');
const setsHeard = (wire: EngineInTheRoom) =>
  wire.heard.flatMap((message) =>
    message.kind === 'set' ? [message.set.definitions.map(({ key }) => key).join()] : [],
  );

test('overlays on the stage say what they are and where; the account goes to the page', async () => {
  const { onAccount } = show();
  await layer(RESOLUTION);
  await layer(RATING);
  expect(puts[0]).toEqual({ x: 0, y: 0, width: 1000, height: 1500 });
  expect(onAccount).toHaveBeenLastCalledWith(
    'demo.1001',
    expect.objectContaining({ outcome: 'drawn', applied: ['resolution', 'rating'] }),
  );
});

test('dragging draws at once, tells the page at its end once, and writes the offset in its own direction', async () => {
  const { wire, onPlace } = show();
  const rating = await layer(RATING);
  atFullSize();
  drag(rating, { x: 40, y: -60 }, { ctrlKey: true });
  expect(done(onPlace)).toEqual([
    [[{ key: 'rating', horizontal_offset: 60, vertical_offset: 90 }], 'done', 'Move rating'],
  ]);
  await waitFor(() =>
    expect(wire.draws().at(-1)?.scene.changes).toEqual([
      { key: 'rating', horizontal_offset: 60, vertical_offset: 90 },
    ]),
  );
  await layer('rating, text, 60 px from the left, 90 px from the bottom, drawn');
  expect(screen.getByText('rating: 60 px from the left, 90 px from the bottom')).toBeInTheDocument();
});

test.each([
  ['Ctrl', { ctrlKey: true }],
  ['Cmd', { metaKey: true }],
])('near the edge of the poster it snaps, and with %s it does not', async (_key, held) => {
  const { onPlace } = show();
  const resolution = await layer(RESOLUTION);
  atFullSize();
  drag(resolution, { x: -17, y: 200 });
  expect(onPlace.mock.calls.at(-1)?.[0]).toEqual([
    { key: 'resolution', horizontal_offset: 0, vertical_offset: 230 },
  ]);
  drag(await layer('resolution, text, 0 px from the left, 230 px from the top, drawn'), { x: 3, y: 0 }, held);
  expect(onPlace.mock.calls.at(-1)?.[0]).toEqual([
    { key: 'resolution', horizontal_offset: 3, vertical_offset: 230 },
  ]);
});

test('arrow keys move what has the focus; holding one is one step', async () => {
  const { onPlace } = show();
  const resolution = await layer(RESOLUTION);
  resolution.focus();
  fireEvent.keyDown(resolution, { key: 'ArrowRight' });
  fireEvent.keyDown(resolution, { key: 'ArrowRight' });
  fireEvent.keyDown(resolution, { key: 'ArrowDown', shiftKey: true });
  expect(done(onPlace)).toEqual([]);
  fireEvent.keyUp(resolution, { key: 'ArrowDown' });
  expect(done(onPlace)).toEqual([
    [[{ key: 'resolution', horizontal_offset: 22, vertical_offset: 40 }], 'done', 'Move resolution'],
  ]);
  await layer('resolution, text, 22 px from the left, 40 px from the top, drawn');
  expect(await layer('resolution, text, 22 px from the left, 40 px from the top, drawn')).toHaveFocus();
});

test('what a queue places is explained, not moved', async () => {
  const slot = {
    horizontalAlign: 'left' as const,
    verticalAlign: 'top' as const,
    horizontalOffset: { value: 40, percent: false },
    verticalOffset: { value: 50, percent: false },
  };
  const set = {
    definitions: [
      anOverlay('status', { queue: 'q', weight: 1, horizontalOffset: null, verticalOffset: null }),
    ],
    queues: [{ key: 'q', file: 0, name: 'ribbons', slots: [slot] }],
  };
  const { onPlace } = show({ set });
  const status = await layer(
    'status, text, 40 px from the left, 50 px from the top, drawn, placed by its queue',
  );
  atFullSize();
  drag(status, { x: 50, y: 50 });
  expect(screen.getByText(/A queue places status/)).toHaveTextContent('ribbons');
  expect(onPlace).not.toHaveBeenCalled();
});

test('several are selected with shift or by a frame, and lined up in one step', async () => {
  const { onPlace, user } = show();
  const resolution = await layer(RESOLUTION);
  atFullSize();
  drag(resolution, { x: 0, y: 0 });
  fireEvent.pointerDown(await layer(RATING), { pointerId: 1, button: 0, shiftKey: true });
  fireEvent.pointerUp(screen.getByTestId('stage'), { pointerId: 1 });
  expect(resolution).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByText('2 overlays selected')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Line up right edges' }));
  expect(onPlace).toHaveBeenCalledTimes(1);
  expect(onPlace.mock.calls[0]?.[2]).toBe('Line up 2 overlays');
  expect(onPlace.mock.calls[0]?.[0].map(({ key }) => key)).toEqual(['resolution', 'rating']);

  fireEvent.keyDown(screen.getByTestId('stage'), { key: 'Escape' });
  expect(resolution).toHaveAttribute('aria-pressed', 'false');
});

test('a frame drawn over the poster catches what it touches', async () => {
  show();
  const resolution = await layer(RESOLUTION);
  atFullSize();
  const stage = screen.getByTestId('stage');
  // The window of the test has no height, so the poster begins 750 pixels above it.
  const at = (x: number, y: number) => ({ pointerId: 1, button: 0, clientX: x, clientY: y - 750 });
  fireEvent.pointerDown(stage, at(5, 5));
  fireEvent.pointerMove(stage, at(40, 60));
  fireEvent.pointerUp(stage, at(40, 60));
  expect(resolution).toHaveAttribute('aria-pressed', 'true');
  expect(await layer(RATING)).toHaveAttribute('aria-pressed', 'false');
});

test('what is locked or hidden in the layers panel stays put or goes', async () => {
  const { onPlace } = show({ locked: new Set(['resolution']), hidden: new Set(['rating']) });
  const resolution = await layer('resolution, text, 20 px from the left, 30 px from the top, drawn, locked');
  expect(screen.queryByRole('button', { name: RATING })).toBeNull();
  drag(resolution, { x: 80, y: 80 });
  expect(screen.getByText(/resolution is locked/)).toBeInTheDocument();
  expect(onPlace).not.toHaveBeenCalled();
});

test('handles write the attributes that Kometa has', async () => {
  const { onPlace } = show();
  const rating = await layer(RATING);
  atFullSize();
  drag(rating, { x: 0, y: 0 });
  drag(screen.getByTitle('Pull the right edge of the back box'), { x: 30, y: 4 });
  expect(onPlace.mock.calls.at(-1)).toEqual([
    [{ key: 'rating', back_width: 120 + 30 }],
    'done',
    'Resize rating',
  ]);
  expect(screen.queryByTitle('Pull the left edge of the back box')).toBeNull();
});

test('Escape takes back what is being dragged', async () => {
  const { onPlace } = show();
  const resolution = await layer(RESOLUTION);
  atFullSize();
  const stage = screen.getByTestId('stage');
  fireEvent.pointerDown(resolution, { pointerId: 1, button: 0, clientX: 100, clientY: 100 });
  fireEvent.pointerMove(stage, { pointerId: 1, clientX: 200, clientY: 200 });
  await layer('resolution, text, 120 px from the left, 130 px from the top, drawn');
  fireEvent.keyDown(stage, { key: 'Escape' });
  await layer(RESOLUTION);
  fireEvent.pointerUp(stage, { pointerId: 1, clientX: 200, clientY: 200 });
  expect(onPlace.mock.calls.at(-1)).toEqual([[], 'done', '']);
});

test('with Alt a copy goes along with the hand, drawn as it will be, and what is copied stays', async () => {
  const { onCopy, onPlace, wire } = show();
  const resolution = await layer(RESOLUTION);
  atFullSize();
  const stage = screen.getByTestId('stage');
  const held = { pointerId: 1, button: 0, altKey: true, ctrlKey: true };
  fireEvent.pointerDown(resolution, { ...held, clientX: 100, clientY: 100 });
  fireEvent.pointerMove(stage, { ...held, clientX: 180, clientY: 150 });
  const copy = await layer('resolution 2, text, 100 px from the left, 80 px from the top, drawn');
  expect(copy).toHaveAttribute('aria-pressed', 'true');
  expect(await layer(RESOLUTION)).toHaveAttribute('aria-pressed', 'false');
  fireEvent.pointerMove(stage, { ...held, clientX: 190, clientY: 150 });
  fireEvent.pointerUp(stage, { ...held, clientX: 190, clientY: 150 });
  expect(onCopy.mock.calls).toEqual([[[{ key: 'resolution', horizontal_offset: 110, vertical_offset: 80 }]]]);
  expect(done(onPlace)).toEqual([]);
  // The set with the copy was told once, however often it moved; then the page had its own.
  await waitFor(() =>
    expect(setsHeard(wire)).toEqual([
      'resolution,rating',
      'resolution,resolution 2,rating',
      'resolution,resolution 2,rating',
    ]),
  );
});

test('a copy that is not wanted after all goes with Escape, or when Alt is let go', async () => {
  const { onCopy, onPlace } = show();
  const resolution = await layer(RESOLUTION);
  atFullSize();
  const stage = screen.getByTestId('stage');
  const at = (x: number, altKey: boolean) => ({ pointerId: 1, button: 0, clientX: x, clientY: 300, altKey });
  fireEvent.pointerDown(resolution, at(100, true));
  fireEvent.pointerMove(stage, at(300, true));
  await layer(/^resolution 2/);
  fireEvent.keyDown(stage, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('button', { name: /^resolution 2/ })).toBeNull());
  fireEvent.pointerUp(stage, at(300, true));
  expect(onCopy).not.toHaveBeenCalled();

  fireEvent.pointerDown(await layer(RESOLUTION), at(100, true));
  fireEvent.pointerMove(stage, at(300, true));
  fireEvent.pointerUp(stage, at(300, false));
  expect(onCopy).not.toHaveBeenCalled();
  expect(done(onPlace).at(-1)?.[2]).toBe('Move resolution');
});

test('Alt with an arrow moves a copy, and the focus goes along', async () => {
  const { onCopy } = show();
  const resolution = await layer(RESOLUTION);
  resolution.focus();
  fireEvent.keyDown(resolution, { key: 'ArrowRight', altKey: true, shiftKey: true });
  fireEvent.keyUp(resolution, { key: 'ArrowRight', altKey: true, shiftKey: true });
  expect(onCopy.mock.calls).toEqual([[[{ key: 'resolution', horizontal_offset: 30, vertical_offset: 30 }]]]);
  await waitFor(() =>
    expect(screen.getByRole('button', { name: /^resolution 2, text, 30 px from the left/ })).toHaveFocus(),
  );
});

test('a guide comes from a ruler, is kept by the browser, and goes by key', async () => {
  const { user } = show();
  await layer(RESOLUTION);
  screen.getByRole('button', { name: /Ruler down/ }).focus();
  await user.keyboard('{Enter}');
  const guide = screen.getByRole('separator', { name: 'Upright guide at 500 px' });
  fireEvent.keyDown(guide, { key: 'ArrowRight', shiftKey: true });
  expect(screen.getByRole('separator', { name: 'Upright guide at 510 px' })).toHaveAttribute(
    'aria-valuenow',
    '510',
  );
  expect(window.localStorage.getItem('marquee-stage-guides')).toBe('{"1000x1500":{"x":[510],"y":[]}}');
  fireEvent.keyDown(screen.getByRole('separator'), { key: 'Delete' });
  expect(screen.queryByRole('separator')).toBeNull();
});

test('the pixel under the pointer is read from the engine’s bytes', async () => {
  const { user } = show();
  await layer(RESOLUTION);
  atFullSize();
  await user.click(screen.getByRole('button', { name: 'Read single pixels' }));
  fireEvent.pointerMove(screen.getByTestId('stage'), { pointerId: 1, clientX: 700, clientY: -50 });
  expect(screen.getByTestId('pixel')).toHaveTextContent('x 700, y 700, #5A5A5A');
});

test('where nothing is unsaved the wipe compares with the bare poster, and says so', async () => {
  const { user, wire } = show();
  await layer(RESOLUTION);
  await user.click(screen.getByRole('button', { name: 'Compare with the bare poster' }));
  fireEvent.change(screen.getByRole('slider', { name: 'How much is shown without overlays' }), {
    target: { value: '25' },
  });
  expect(screen.getByTestId('before').style.clipPath).toBe('inset(0 75% 0 0)');
  expect(screen.getByText('Without overlays')).toBeInTheDocument();
  expect(screen.getByText('Now')).toBeInTheDocument();
  await waitFor(() => expect(new Set(wire.draws().map(({ view }) => view)).size).toBe(2));
  expect(setsHeard(wire)).toEqual(['resolution,rating', '']);
});

test('where something is unsaved the wipe compares with what is saved, also with what is deleted by now', async () => {
  const saved = { definitions: [...two.definitions, anOverlay('gone')], queues: [] };
  const matched = new Set(['resolution', 'gone']);
  const { user, wire } = show({ before: { set: saved, matched } });
  await layer(RESOLUTION);
  await user.click(screen.getByRole('button', { name: 'Compare with what is saved' }));
  expect(screen.getByText('As saved')).toBeInTheDocument();
  await waitFor(() => expect(setsHeard(wire)).toEqual(['resolution,rating', 'resolution,rating,gone']));
  expect(wire.draws().at(-1)?.scene.matched).toEqual(['resolution', 'gone']);
});

test('what the row has no room for is in a menu', async () => {
  jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(390);
  const { onPlace, user } = show();
  const resolution = await layer(RESOLUTION);
  drag(resolution, { x: 0, y: 0 });
  expect(screen.queryByRole('button', { name: 'Line up right edges' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'More tools' }));
  const snapping = screen.getByRole('menuitemcheckbox', { name: /^Snap/ });
  expect(snapping).toHaveAttribute('aria-checked', 'true');
  expect(screen.getByRole('menuitem', { name: 'Same room between, across' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await user.click(screen.getByRole('menuitem', { name: 'Line up right edges' }));
  expect(onPlace.mock.calls[0]?.[2]).toBe('Line up resolution');
});

test('pinned items stand below the stage and side by side, drawn live', async () => {
  const other = anOverlayItem({ itemId: 'demo.1002', title: 'Film 2' });
  const matched = new Set(['resolution']);
  const items = [anOverlayItem(), other].map((item) => ({ item, matched, assumed: new Set<string>() }));
  const { user, onActivate, onAccount } = show({ items });
  await layer(RESOLUTION);
  const strip = screen.getByRole('navigation', { name: 'Pinned items' });
  expect(within(strip).getByRole('button', { name: 'Draw on Film 1' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await waitFor(() => expect(onAccount).toHaveBeenCalledWith('demo.1002', expect.anything()));
  await user.click(screen.getByRole('button', { name: 'All pinned items' }));
  await user.click(
    within(screen.getByRole('list', { name: 'All pinned items' })).getByRole('button', {
      name: 'Draw on Film 2',
    }),
  );
  expect(onActivate).toHaveBeenCalledWith('demo.1002');
});

test('an engine that cannot start says so instead of a stage', async () => {
  show({}, { wire: aWire({ unable: 'The part “freetype” of the engine is not there.' }) });
  expect(await screen.findByRole('alert')).toHaveTextContent('The drawing engine cannot start');
});

test('a poster that cannot be read says so and can be tried again', async () => {
  let there = false;
  const sources = plainSources({
    base: async () => {
      if (!there) throw new Error('gone');
      return new ArrayBuffer(4_500_000);
    },
  });
  const { user } = show({}, { sources });
  expect(await screen.findByRole('alert')).toHaveTextContent('The poster of Film 1 could not be read');
  there = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await layer(RESOLUTION);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a font that is nowhere is named above the stage, and the rest is drawn', async () => {
  const set = {
    definitions: [anOverlay('resolution'), anOverlay('odd', { font: 'fonts/Nowhere.ttf' })],
    queues: [],
  };
  show({ set });
  await layer(RESOLUTION);
  expect(screen.getByText(/The font fonts\/Nowhere.ttf is not there/)).toBeInTheDocument();
});
