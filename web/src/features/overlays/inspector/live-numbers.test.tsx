import { screen, waitFor, within } from '@testing-library/react';
import { renderInspector } from '../testing/render-inspector.tsx';

const yaml = `overlays:
  rating:
    overlay:
      name: text(9)
      horizontal_offset: 40
      vertical_offset: 10%
      font_size: 60
      back_color: red
      back_width: 200
    plex_all: true
`;
const field = (name: string) => screen.getByRole('textbox', { name });

test('numbers follow the hand on the stage, and nothing is a step before it lets go', async () => {
  const { place, text, steps } = renderInspector(yaml, 'rating');
  const held = {
    key: 'rating',
    horizontal_offset: 66,
    vertical_offset: '12%',
    font_size: 20,
    back_width: 210,
  };
  place(held, 'moving');
  await waitFor(() => expect(field('horizontal_offset')).toHaveValue('66'));
  expect(field('vertical_offset')).toHaveValue('12');
  expect(within(screen.getByRole('group', { name: 'font_size' })).getByRole('textbox')).toHaveValue('20');
  expect(field('back_width')).toHaveValue('210');
  expect(steps()).toEqual([]);
  expect(text()).toBe(yaml);
  place({ key: 'rating', horizontal_offset: 77 }, 'done');
  expect(field('horizontal_offset')).toHaveValue('77');
  expect(field('font_size')).toHaveValue('60');
  expect(text()).toBe(yaml.replace('40', '77'));
});

test('a drag that is called off leaves the numbers as they were', async () => {
  const { place, steps } = renderInspector(yaml, 'rating');
  place({ key: 'rating', horizontal_offset: 66 }, 'moving');
  await waitFor(() => expect(field('horizontal_offset')).toHaveValue('66'));
  place({ key: 'rating', horizontal_offset: 40 }, 'done');
  expect(field('horizontal_offset')).toHaveValue('40');
  expect(steps()).toEqual([]);
});

test('another layer that moves is none of its business', async () => {
  const { place } = renderInspector(
    `${yaml}  other:\n    overlay: {name: text(1)}\n    plex_all: true\n`,
    'rating',
  );
  place({ key: 'other', horizontal_offset: 66 }, 'moving');
  place({ key: 'rating', vertical_offset: '30%' }, 'moving');
  await waitFor(() => expect(field('vertical_offset')).toHaveValue('30'));
  expect(field('horizontal_offset')).toHaveValue('40');
});
