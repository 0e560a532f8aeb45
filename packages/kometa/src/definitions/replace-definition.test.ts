import { replaceDefinition } from './replace-definition.ts';

const FILE = `# Mine
collections:
  # The best
  Best: &best     # of all
    imdb_list: ls1

  Other:
    <<: *best
    limit: 5
  Last:
    summary: |
      Two
      lines
dynamic_collections: {Genres: {type: genre}}
`;
const replaced = (name: string, block: string, text = FILE, section = 'collections') =>
  replaceDefinition(text, [section], { name, block });
const textOf = (...asked: Parameters<typeof replaced>) => {
  const outcome = replaced(...asked);
  if ('problem' in outcome) throw new Error(outcome.problem.message);
  return outcome.text;
};

test('its lines are what was written, comments too, and no other line changes', () => {
  const block = '  # Why\n  Last:\n    # less\n    plex_all: true # all\n\n    limit: 3\n';
  expect(replaced('Last', block)).toEqual({
    name: 'Last',
    text: FILE.replace('  Last:\n    summary: |\n      Two\n      lines\n', block),
  });
  expect(textOf('Last', '  Last:\n    summary: |\n      Two\n      lines\n')).toBe(FILE);
});

test('lines from the left edge are put as far in as the others, with the line ends of the file', () => {
  const windows = FILE.replaceAll('\n', '\r\n');
  expect(textOf('Last', '\n# Why\nLast:\n  summary: |\n    One\n\n', windows)).toBe(
    windows.replace(
      '  Last:\r\n    summary: |\r\n      Two\r\n      lines\r\n',
      '  # Why\r\n  Last:\r\n    summary: |\r\n      One\r\n',
    ),
  );
});

test('another name is another key in its place', () => {
  const block = '  "On: now":\n    limit: 1\n';
  expect(replaced('Last', block)).toMatchObject({ name: 'On: now' });
  expect(replaced('Last', '  Other:\n    limit: 1\n')).toEqual({
    problem: { code: 'edit.exists', message: 'There is “Other” already' },
  });
});

test('it may take from elsewhere in its file, and give to others what it gave', () => {
  expect(textOf('Other', '  Other:\n    <<: *best\n    limit: 6\n')).toBe(
    FILE.replace('limit: 5', 'limit: 6'),
  );
  expect(textOf('Best', '  Best: &best\n    imdb_list: "ls1"\n')).toContain(
    'Best: &best\n    imdb_list: "ls1"',
  );
});

test.each([
  ['Best', '  Best: &best\n    imdb_list: ls2\n', 'edit.shared', /repeated elsewhere/],
  ['Best', '  Best:\n    imdb_list: ls1\n', 'edit.invalid-body', /\*best is used.*line 7/],
  ['Last', '  Last:\n    limit: 1\n   oops\n', 'edit.invalid-body', /line 12 of the file/],
  ['Last', '  Last:\n    limit: 1\n    limit: 2\n', 'edit.invalid-body', /twice/],
  ['Last', '  Last:\n    limit: 1\n  More:\n    limit: 1\n', 'edit.invalid-body', /one name/],
  ['Last', '  Last:\n    limit: 1\ntemplates:\n  A: {}\n', 'edit.invalid-body', /one name/],
  ['Last', '  # nothing\n', 'edit.invalid-body', /one name/],
  ['Last', '  - a\n', 'edit.invalid-body', /line 10/],
  ['Nobody', '  Nobody:\n', 'edit.unusual', /Nobody/],
])('%s with %j is refused: %s', (name, block, code, message) => {
  expect(replaced(name, block)).toEqual({ problem: { code, message: expect.stringMatching(message) } });
});

test('what stands in braces is left to the file', () => {
  expect(replaced('Genres', 'Genres:\n  type: year\n', FILE, 'dynamic_collections')).toMatchObject({
    problem: { code: 'edit.unusual' },
  });
});
