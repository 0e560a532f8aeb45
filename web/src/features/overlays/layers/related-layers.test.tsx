import { ThemeProvider } from '@mui/material/styles';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { theme } from '../../../theme/theme.ts';
import { layersOf } from '../model/layers.ts';
import { anEntry } from '../testing/examples.ts';
import { RelatedLayers } from './related-layers.tsx';

const layers = layersOf(
  [
    anEntry('4k', { suppress: ['hd'], group: 'resolution', weight: 20 }),
    anEntry('hd', { group: 'resolution', weight: 10 }),
    anEntry('rating', { suppress: ['score'] }),
    anEntry('score'),
  ],
  null,
);

function shown(given = layers, selection: string[] = []) {
  return render(
    <ThemeProvider theme={theme}>
      <RelatedLayers layers={given} selection={selection}>
        <ul>
          {given.map(({ mapping }) => (
            <li key={mapping} data-mapping={mapping}>
              <button type="button">{mapping}</button>
            </li>
          ))}
        </ul>
      </RelatedLayers>
    </ThemeProvider>,
  );
}
const lines = () =>
  [...screen.getByTestId('relations').querySelectorAll<SVGGElement>('[data-relation]')].map(
    ({ dataset, classList }) => `${dataset.relation}${classList.contains('meant') ? ' *' : ''}`,
  );

test('every relation is drawn, those of the chosen layer lit and above the others', () => {
  shown(layers, ['hd']);
  expect(lines()).toEqual(['suppresses rating > score', 'suppresses 4k > hd *', 'group resolution *']);
});

test('pointing at a row, or going to it by keys, lights its relations', () => {
  shown();
  expect(lines().join()).not.toContain('*');
  fireEvent.pointerOver(screen.getByRole('button', { name: 'score' }));
  expect(lines().at(-1)).toBe('suppresses rating > score *');
  fireEvent.pointerLeave(screen.getByRole('list').parentElement as HTMLElement);
  expect(lines().join()).not.toContain('*');
  fireEvent.focus(screen.getByRole('button', { name: '4k' }));
  expect(lines().at(-1)).toBe('group resolution *');
  fireEvent.blur(screen.getByRole('button', { name: '4k' }));
  expect(lines().join()).not.toContain('*');
});

test('layers that have nothing to do with each other have no lines and no room for them', () => {
  shown(layersOf([anEntry('a'), anEntry('b')], null));
  expect(screen.queryByTestId('relations')).toBeNull();
});

test('lines stand at the rows as they are laid out, and follow when a row wraps', () => {
  const tops: Record<string, number> = { score: 0, rating: 40, hd: 80, '4k': 120 };
  let resized: () => void = () => {};
  jest.spyOn(window, 'ResizeObserver').mockImplementation((listener) => {
    resized = () => listener([], {} as ResizeObserver);
    return { observe: () => {}, unobserve: () => {}, disconnect: () => {} };
  });
  jest.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function (this: HTMLElement) {
    return tops[this.dataset.mapping ?? ''] ?? 0;
  });
  jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
  shown();
  // Between rating and score: the first of the lines.
  const way = () => screen.getByTestId('relations').querySelector('path')?.getAttribute('d');
  expect(way()).toMatch(/^M\d+ 59H.*19H\d+$/);
  tops.rating = 60;
  act(() => resized());
  expect(way()).toMatch(/^M\d+ 79H.*19H\d+$/);
  jest.restoreAllMocks();
});
