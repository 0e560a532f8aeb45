import { reindent } from './reindent.ts';

function reindented(text: string): string | null {
  const edits = reindent(text);
  if (!edits) return null;
  const lines = text.split('\n');
  for (const { line, end, text: put } of edits) lines[line - 1] = put + (lines[line - 1] ?? '').slice(end);
  return lines.join('\n');
}

test('levels get two spaces, lists stand below their keys, comments go with what they are above', () => {
  const text = `libraries:
    Films:
        # mine
        overlay_files:
        -   file: a.yml
            schedule: daily
        # theirs
        - default: ribbon
# settings
settings:
     cache: true
`;
  const right = `libraries:
  Films:
    # mine
    overlay_files:
      - file: a.yml
        schedule: daily
      # theirs
      - default: ribbon
# settings
settings:
  cache: true
`;
  expect(reindented(text)).toBe(right);
  expect(reindent(right)).toEqual([]);
});

test('long texts are carried along, and say what they said', () => {
  const text = `collections:
    A:
        summary: |
            One
              two

            three
        title: goes
          on here
        template: {name: x,
                   size: 2}
`;
  expect(reindented(text)).toBe(`collections:
  A:
    summary: |
        One
          two

        three
    title: goes
      on here
    template: {name: x,
               size: 2}
`);
});

test('lists in lists', () => {
  expect(reindented('a:\n-   - 1\n    - 2\n-   b: 1\n    c: 2\n')).toBe(
    'a:\n  - - 1\n    - 2\n  - b: 1\n    c: 2\n',
  );
});

test('what cannot be read is left alone', () => {
  expect(reindent('a:\n   b: 1\n  c: 2\n')).toBeNull();
  expect(reindent('a: [1, 2\n')).toBeNull();
});
