import { ThemeProvider } from '@mui/material/styles';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Provider } from 'react-redux';
import { createStore } from '../../../app/store.ts';
import type { EngineSources } from '../../../engine/assets.ts';
import { createEngineClient } from '../../../engine/engine-client.ts';
import { EngineOpener } from '../../../engine/engine-context.ts';
import '../../../i18n/setup.ts';
import { EngineInTheRoom, plainSources } from '../../../testing/engine-in-the-room.ts';
import { anOverlay, anOverlayItem } from '../../../testing/overlay-examples.ts';
import { theme } from '../../../theme/theme.ts';
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

const two = {
  definitions: [
    anOverlay('resolution'),
    anOverlay('rating', { verticalAlign: 'bottom', backColor: [0, 0, 0, 255], backPadding: 10 }),
  ],
  queues: [],
};

const aWire = (more: { unable?: string } = {}) => new EngineInTheRoom({ around: act, ...more });

/** Keeps the selection, as a page does. */
function Page(props: Omit<StageProps, 'selection' | 'onSelect'>) {
  const [selection, setSelection] = useState<readonly string[]>([]);
  const toggled = (now: readonly string[], keys: readonly string[]) => [
    ...now.filter((key) => !keys.includes(key)),
    ...keys.filter((key) => !now.includes(key)),
  ];
  return (
    <Stage
      {...props}
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
            onAccount={onAccount}
          />
        </EngineOpener>
      </ThemeProvider>
    </Provider>,
  );
  return { wire, onPlace, onAccount, onActivate, user: userEvent.setup({ delay: null }) };
}

const RESOLUTION = 'resolution, text, 20 px from the left, 30 px from the top, drawn';
const RATING = 'rating, text, 20 px from the left, 30 px from the bottom, drawn';
const layer = (name: string) => screen.findByRole('button', { name });
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
  drag(rating, { x: 40, y: -60 }, { altKey: true });
  expect(onPlace.mock.calls.filter(([, phase]) => phase === 'done')).toEqual([
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

test('near the edge of the poster it snaps, and with Alt it does not', async () => {
  const { onPlace } = show();
  const resolution = await layer(RESOLUTION);
  atFullSize();
  drag(resolution, { x: -17, y: 200 });
  expect(onPlace.mock.calls.at(-1)?.[0]).toEqual([
    { key: 'resolution', horizontal_offset: 0, vertical_offset: 230 },
  ]);
  drag(
    await layer('resolution, text, 0 px from the left, 230 px from the top, drawn'),
    { x: 3, y: 0 },
    { altKey: true },
  );
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
  expect(onPlace.mock.calls.some(([, phase]) => phase === 'done')).toBe(false);
  fireEvent.keyUp(resolution, { key: 'ArrowDown' });
  expect(onPlace.mock.calls.filter(([, phase]) => phase === 'done')).toEqual([
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
  fireEvent.keyDown(stage, { key: 'Escape' });
  expect(onPlace.mock.calls.at(-1)).toEqual([
    [{ key: 'resolution', horizontal_offset: 20, vertical_offset: 30 }],
    'done',
    'Move resolution',
  ]);
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

test('the wipe shows the poster as it was up to where it is pulled', async () => {
  const { user, wire } = show();
  await layer(RESOLUTION);
  await user.click(screen.getByRole('button', { name: 'Compare with before' }));
  fireEvent.change(screen.getByRole('slider', { name: 'How much of before is shown' }), {
    target: { value: '25' },
  });
  expect(screen.getByTestId('before').style.clipPath).toBe('inset(0 75% 0 0)');
  await waitFor(() => expect(new Set(wire.draws().map(({ view }) => view)).size).toBe(2));
  const sets = wire.heard.flatMap((message) =>
    message.kind === 'set' ? [message.set.definitions.length] : [],
  );
  expect(sets).toEqual([2, 0]);
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
