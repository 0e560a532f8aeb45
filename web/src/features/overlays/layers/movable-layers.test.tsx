import { ThemeProvider } from '@mui/material/styles';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { theme } from '../../../theme/theme.ts';
import { givePointers } from '../testing/pointers.ts';
import { MovableLayers } from './movable-layers.tsx';

const ROW = 40;
const names = ['front', 'middle', 'rear'];
const dropped: unknown[][] = [];
const selected = jest.fn();
const escaped = jest.fn();
let frames: FrameRequestCallback[] = [];
let scroller: HTMLElement;

beforeAll(() => {
  givePointers();
  // jsdom lays nothing out: rows are 40 high, and the list shows 100 of their 120.
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const { mapping, testid } = (this as HTMLElement).dataset;
    const shift = testid === 'scroller' ? 0 : scroller.scrollTop;
    const top = names.indexOf(mapping ?? names[0] ?? '') * ROW - shift;
    const height = testid === 'scroller' ? 100 : mapping ? ROW : names.length * ROW;
    return { top, bottom: top + height } as DOMRect;
  });
  jest.spyOn(window, 'requestAnimationFrame').mockImplementation((step) => frames.push(step));
  window.addEventListener('keydown', escaped);
});
afterAll(() => {
  jest.restoreAllMocks();
  window.removeEventListener('keydown', escaped);
});
beforeEach(() => {
  for (const mock of [selected, escaped]) mock.mockReset();
  dropped.length = 0;
  frames = [];
  render(
    <ThemeProvider theme={theme}>
      <div data-testid="scroller" style={{ overflowY: 'auto' }}>
        <MovableLayers onDrop={(...words) => dropped.push(words)}>
          <ul>
            {names.map((name) => (
              <li key={name} data-mapping={name}>
                <button type="button" onClick={() => selected(name)}>
                  {name}
                </button>
                <span data-layer-acts>acts of {name}</span>
                <span data-drag-handle>handle of {name}</span>
              </li>
            ))}
          </ul>
        </MovableLayers>
      </div>
    </ThemeProvider>,
  );
  scroller = screen.getByTestId('scroller');
  Object.defineProperty(scroller, 'scrollHeight', { value: 120 });
  Object.defineProperty(scroller, 'clientHeight', { value: 100 });
});

/** Presses where words stand, and moves to heights in turn. */
function drag(words: string, from: number, to: number[], pointerType = 'mouse'): HTMLElement {
  const held = screen.getByText(words);
  const at = (clientY: number, buttons = 1) => ({
    ...{ pointerId: 7, pointerType, isPrimary: true, button: 0 },
    ...{ clientY, buttons, bubbles: true },
  });
  fireEvent.pointerDown(held, at(from));
  for (const y of to) fireEvent.pointerMove(held, at(y));
  return held;
}
function letGo(held: HTMLElement, detail = 1) {
  fireEvent.pointerUp(held, { pointerId: 7, isPrimary: true, button: 0 });
  fireEvent.click(held, { detail });
}
const line = () => screen.queryByTestId('drop-line');

test('a row carried by the mouse goes where the line shows, and the press selects nothing', () => {
  const held = drag('front', 20, [30, 70]);
  expect(line()).toHaveStyle({ top: '79px' });
  letGo(held);
  expect(dropped).toEqual([['front', 'rear', 'above']]);
  expect(line()).toBeNull();
  expect(selected).not.toHaveBeenCalled();
  fireEvent.click(held, { detail: 1 });
  expect(selected).toHaveBeenCalledWith('front');
});

test('to the ends of the list, and where it was', () => {
  letGo(drag('front', 20, [300]));
  letGo(drag('rear', 100, [-50]));
  const held = drag('middle', 60, [100, 65]);
  expect(line()).toBeNull();
  letGo(held);
  expect(dropped).toEqual([
    ['front', 'rear', 'below'],
    ['rear', 'front', 'above'],
  ]);
});

test('a press that only shakes is a click', () => {
  letGo(drag('front', 20, [22]));
  expect(selected).toHaveBeenCalledWith('front');
  expect(dropped).toEqual([]);
});

test('a finger carries a row by its handle only, for elsewhere it scrolls', () => {
  letGo(drag('front', 20, [30, 70], 'touch'));
  expect(dropped).toEqual([]);
  letGo(drag('handle of front', 20, [30, 70], 'touch'));
  expect(dropped).toEqual([['front', 'rear', 'above']]);
});

test('the buttons of a row are no place to carry it by', () => {
  letGo(drag('acts of front', 20, [30, 70]));
  expect(dropped).toEqual([]);
});

test('Escape lets everything stay, and means nothing else; so does a pointer that the system takes', () => {
  const held = drag('front', 20, [30, 70]);
  fireEvent.keyDown(held, { key: 'a' });
  fireEvent.keyDown(held, { key: 'Escape' });
  expect(escaped).toHaveBeenCalledTimes(1);
  expect(line()).toBeNull();
  letGo(held);
  fireEvent.pointerCancel(drag('front', 20, [30, 70]));
  expect(line()).toBeNull();
  expect(dropped).toEqual([]);
  expect(selected).not.toHaveBeenCalled();
  // A key clicks without a press, also behind a drag.
  fireEvent.click(held, { detail: 0 });
  expect(selected).toHaveBeenCalledWith('front');
});

test('held at the edge the list scrolls on, and the line with it', () => {
  const held = drag('front', 20, [30, 79]);
  expect(line()).toHaveStyle({ top: '79px' });
  for (let frame = 0; frame < 8; frame += 1) act(() => frames.splice(0).forEach((step) => void step(0)));
  expect(scroller.scrollTop).toBeGreaterThan(12);
  expect(line()).toHaveStyle({ top: '119px' });
  letGo(held);
  expect(dropped).toEqual([['front', 'rear', 'below']]);
});
