import type { Collision } from '@marquee/contracts';
import { ThemeProvider } from '@mui/material/styles';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../../../i18n/setup.ts';
import { theme } from '../../../theme/theme.ts';
import { FoundCollisions } from './found-collisions.tsx';

const box = { x: 0, y: 0, width: 30, height: 20 };
const outside = (number: number): Collision => ({
  itemId: `demo.${number}`,
  title: `Film ${number}`,
  kind: 'outside',
  first: 'rating',
  second: null,
  box,
});
const overlap: Collision = { ...outside(9), kind: 'overlap', second: '4k' };

function show(collisions: readonly Collision[]) {
  const onOpen = jest.fn();
  render(
    <ThemeProvider theme={theme}>
      <FoundCollisions collisions={collisions} done={1200} onOpen={onOpen} />
    </ThemeProvider>,
  );
  return { onOpen, user: userEvent.setup() };
}

test('what collides on many items is said once, with the first of them and the rest at hand', async () => {
  const { onOpen, user } = show([...Array.from({ length: 9 }, (_, number) => outside(number)), overlap]);
  expect(screen.getByRole('status')).toHaveTextContent('10 collisions');
  expect(screen.getAllByText('rating leaves the poster')).toHaveLength(1);
  expect(screen.getAllByRole('button', { name: /leaves the poster/ })).toHaveLength(6);
  await user.click(screen.getByRole('button', { name: '3 more' }));
  await user.click(screen.getByRole('button', { name: 'Film 8: rating leaves the poster' }));
  expect(onOpen).toHaveBeenLastCalledWith('demo.8', ['rating']);
  await user.click(screen.getByRole('button', { name: 'Film 9: rating and 4k overlap by 30 × 20 px' }));
  expect(onOpen).toHaveBeenLastCalledWith('demo.9', ['rating', '4k']);
});

test('where nothing collides it says on how many items', () => {
  show([]);
  expect(screen.getByRole('status')).toHaveTextContent('No collisions on 1 200 items.');
});
