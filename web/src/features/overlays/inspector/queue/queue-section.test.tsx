import { fireEvent, screen, within } from '@testing-library/react';
import { renderInspector } from '../../testing/render-inspector.tsx';

const yaml = `overlays:
  score:
    overlay: {name: text(9), queue: side, weight: 20}
    plex_all: true
  edition:
    overlay:
      name: text(cut) # of the director
      group: words
      weight: 20
      horizontal_offset: 10%
      vertical_offset: 30
    plex_all: true
  runtime:
    overlay: {name: text(2 h), queue: spread, weight: 1}
    plex_all: true
  status:
    overlay: {name: text(new), queue: corners, weight: 1}
    plex_all: true
queues:
  side: # right
    - horizontal_align: right # all of them
      horizontal_offset: 40
      vertical_align: top
      vertical_offset: 300
    - vertical_offset: 400 # the second
  spread:
    settings:
      dynamic_position:
        initial_horizontal_align: left
        initial_vertical_align: top
        initial_horizontal_offset: 15
        initial_vertical_offset: 100
        vertical_spacing: 50
  corners:
    settings:
      position: left # or right
    left:
      - {horizontal_align: left, vertical_align: top, horizontal_offset: 1, vertical_offset: 2}
    right:
      - {horizontal_align: right, vertical_align: top, horizontal_offset: 3, vertical_offset: 4}
`;
type User = ReturnType<typeof renderInspector>['user'];
const field = (name: string) => screen.getByRole('textbox', { name });
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const row = (name: string) => within(screen.getByRole('group', { name }));
const choose = async (user: User, attribute: string, option: string) => {
  await user.click(row(attribute).getByRole('combobox'));
  await user.click(await screen.findByRole('option', { name: option }));
};

test('a place shows what it says and what it takes; what is typed changes its line alone', () => {
  const { text, steps } = renderInspector(yaml, 'score');
  expect(field('Place 1: vertical_offset')).toHaveValue('300');
  expect(field('Place 2: horizontal_offset')).toHaveValue('');
  expect(field('Place 2: horizontal_offset')).toHaveAttribute('placeholder', '40');
  for (const words of ['42', '4', '425']) type('Place 2: vertical_offset', words);
  expect(text()).toBe(yaml.replace('400', '425'));
  expect(steps()).toEqual(['Queue side: 2 vertical_offset']);
  type('Place 2: horizontal_offset', '50');
  expect(text()).toContain('      horizontal_offset: 50\n  spread');
  type('Place 2: horizontal_offset', '');
  fireEvent.blur(field('Place 2: horizontal_offset'));
  expect(text()).toBe(yaml.replace('400', '425'));
  fireEvent.keyDown(field('Place 2: vertical_offset'), { key: 'ArrowUp', shiftKey: true });
  expect(text()).toBe(yaml.replace('400', '435'));
});

test.each(['12.5', '-4', '10%', 'far'])('%j is told at its field and not written', (words) => {
  const { text } = renderInspector(yaml, 'score');
  const offset = field('Place 2: vertical_offset');
  type('Place 2: vertical_offset', words);
  expect(offset).toHaveAccessibleDescription('Write whole pixels, 0 or more.');
  expect(offset).toHaveAttribute('aria-invalid', 'true');
  fireEvent.blur(offset);
  expect(offset).toHaveValue(words);
  expect(text()).toBe(yaml);
  type('Place 2: vertical_offset', '410');
  expect(offset).toHaveAttribute('aria-invalid', 'false');
  expect(text()).toContain('- vertical_offset: 410 # the second');
});

test('what a first place must say cannot be emptied', () => {
  const { text } = renderInspector(yaml, 'score');
  type('Place 1: vertical_offset', '');
  expect(field('Place 1: vertical_offset')).toHaveAccessibleDescription('Write whole pixels, 0 or more.');
  fireEvent.blur(field('Place 1: vertical_offset'));
  expect(field('Place 1: vertical_offset')).toHaveValue('300');
  expect(text()).toBe(yaml);
});

test('places come, go and are turned round; each is a step', async () => {
  const { user, text, steps, undo } = renderInspector(yaml, 'score');
  await user.click(screen.getByRole('button', { name: 'Add a place' }));
  expect(text()).toContain('    - vertical_offset: 500\n  spread');
  await user.click(screen.getByRole('button', { name: 'Remove place 1' }));
  // The new first place says what it had from the one that went.
  expect(text()).toContain(
    '    - vertical_offset: 400 # the second\n      horizontal_align: right\n      vertical_align: top\n      horizontal_offset: 40\n    - vertical_offset: 500',
  );
  const spots = within(screen.getByRole('radiogroup', { name: 'Place 1 on the poster' }));
  await user.click(spots.getByRole('radio', { name: 'Middle right' }));
  expect(text()).toContain('vertical_align: center');
  expect(text()).toContain('- vertical_offset: 0 # the second');
  await user.click(screen.getByRole('button', { name: 'Remove place 2' }));
  expect(screen.getByRole('button', { name: 'Remove place 1' })).toBeDisabled();
  expect(steps()).toEqual([
    'Queue side: Add a place',
    'Queue side: Remove place 1',
    'Queue side: 1 vertical_align, vertical_offset',
    'Queue side: Remove place 2',
  ]);
  undo();
  expect(field('Place 2: vertical_offset')).toHaveValue('500');
});

test('places that go on by a spacing are set by where they start and how they go on', async () => {
  const { user, text } = renderInspector(yaml, 'runtime');
  expect(screen.getByText('21 places')).toBeInTheDocument();
  type('vertical_spacing', '-20');
  expect(field('vertical_spacing')).toHaveAccessibleDescription(/over the edge/);
  type('overlay_limit', '0');
  expect(field('overlay_limit')).toHaveAccessibleDescription(/from 1 up/);
  expect(text()).toBe(yaml);
  type('overlay_limit', '4');
  expect(text()).toContain('      overlay_limit: 4\n');
  type('vertical_spacing', '-21');
  expect(text()).toContain('vertical_spacing: -21\n');
  expect(screen.getByText('4 places')).toBeInTheDocument();
  type('initial_vertical_offset', '<<top>>');
  expect(field('initial_vertical_offset')).toHaveAccessibleDescription(/whole pixels/);
  await choose(user, 'surround', 'true');
  expect(text()).not.toContain('surround: "true"');
  expect(text()).toContain('        surround: true\n');
  await user.click(screen.getByRole('radio', { name: 'Bottom right' }));
  expect(text()).toContain('initial_horizontal_align: right\n        initial_vertical_align: bottom\n');
  await user.click(screen.getByRole('button', { name: 'Back to the default: surround' }));
  expect(text()).not.toContain('surround');
});

test('of several lists one counts; all can be looked at and changed', async () => {
  const { user, text } = renderInspector(yaml, 'status');
  const lists = within(screen.getByRole('group', { name: 'Places to look at' }));
  expect(lists.getByRole('button', { name: 'left' })).toHaveAttribute('aria-pressed', 'true');
  await user.click(lists.getByRole('button', { name: 'right' }));
  expect(screen.getByText('Not in use: Kometa takes the places from left.')).toBeInTheDocument();
  type('Place 1: vertical_offset', '44');
  expect(text()).toBe(yaml.replace('vertical_offset: 4}', 'vertical_offset: 44}'));
  await choose(user, 'position', 'right');
  expect(text()).toContain('position: right # or right');
  expect(screen.getByText('Kometa takes the places from here.')).toBeInTheDocument();
});

test('a layer joins a queue, behind those that stand there, and leaves it without moving', async () => {
  const { user, text, steps } = renderInspector(yaml, 'edition');
  await choose(user, 'queue', 'side');
  expect(text()).toBe(
    yaml
      .replace('      group: words\n', '')
      .replace('      weight: 20\n', '      weight: 10\n')
      .replace('      horizontal_offset: 10%\n      vertical_offset: 30\n', '      queue: side\n'),
  );
  expect(steps()).toHaveLength(1);
  expect(screen.getByText('score 20 · edition 10')).toBeInTheDocument();
  await choose(user, 'queue', 'None');
  expect(text()).toContain(
    '      weight: 10\n      horizontal_align: right\n      vertical_align: top\n      horizontal_offset: 40\n      vertical_offset: 300\n',
  );
  expect(screen.queryByRole('region', { name: /^Places of the queue/ })).not.toBeInTheDocument();
});

test('a layer of a queue that gets a group leaves the queue, for Kometa takes one of them', () => {
  const { text } = renderInspector(yaml, 'score');
  fireEvent.change(row('group').getByRole('combobox'), { target: { value: 'g' } });
  expect(text()).toContain('{name: text(9), weight: 20, ');
  expect(text()).toContain('group: g}');
});

test('a queue is made where the layer stands; its name is not taken twice', async () => {
  const { user, text, undo } = renderInspector(yaml, 'edition');
  await choose(user, 'queue', 'New queue …');
  const dialog = within(await screen.findByRole('dialog', { name: 'New queue' }));
  const name = dialog.getByRole('textbox', { name: 'Name' });
  expect(name).toHaveValue('queue');
  fireEvent.change(name, { target: { value: 'side' } });
  expect(name).toHaveAccessibleDescription('There is a queue side already.');
  expect(dialog.getByRole('button', { name: 'Make the queue' })).toBeDisabled();
  fireEvent.change(name, { target: { value: 'top' } });
  await user.click(dialog.getByRole('button', { name: 'Make the queue' }));
  expect(text()).toContain(
    '  top:\n    - horizontal_align: left\n      vertical_align: top\n      horizontal_offset: 100\n      vertical_offset: 30\n',
  );
  expect(field('Place 1: horizontal_offset')).toHaveValue('100');
  undo();
  expect(text()).toBe(yaml);
});

test('a place of its own goes before that of the queue, until it is given up', async () => {
  const own = yaml.replace('side, weight: 20', 'side, weight: 20, horizontal_offset: 1, vertical_offset: 2');
  const { user, text } = renderInspector(own, 'score');
  await user.click(screen.getByRole('button', { name: 'Let the queue place it' }));
  expect(text()).toBe(yaml);
  expect(screen.getByText('Its queue decides where it stands.')).toBeInTheDocument();
});

test('a queue that Kometa cannot read says why, and is mended by its fields', async () => {
  const { user, text } = renderInspector(yaml.replace('position: left', 'position: up'), 'status');
  const queue = within(screen.getByRole('region', { name: 'Places of the queue corners' }));
  expect(queue.getByRole('alert')).toHaveTextContent('has no position up');
  await choose(user, 'position', 'right');
  expect(text()).toContain('position: right');
  expect(queue.queryByRole('alert')).not.toBeInTheDocument();
});

test('places that no field can show lead to the YAML', () => {
  renderInspector(yaml.replace('position: left', 'position: [{horizontal_offset: 3}]'), 'status');
  expect(
    screen.getByText('Its position holds the places itself. Change them in the YAML.'),
  ).toBeInTheDocument();
});
