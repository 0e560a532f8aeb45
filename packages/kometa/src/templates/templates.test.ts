import { fillTemplate, fillText, variablesIn } from './fill-template.ts';
import { librariesOf, listFile } from './list-file.ts';
import { type BlockSection, placeBlock } from './place-block.ts';
import { readBlocks, valuesOfBlock } from './read-blocks.ts';

const textOf = (outcome: { text: string } | { problem: { message: string } }) =>
  'text' in outcome ? outcome.text : outcome.problem.message;

describe('a template is filled', () => {
  const BODY = `# The best of ten years
plex_search:
  all:
    decade: <<decade>>   # its first year
    genre: <<genres>>
  limit: "<<limit>>"
summary: The <<decade>>s, <<label>>.
<<when>>_note: stays
schedule: <<schedule>>
`;
  const values = { decade: 1990, genres: ['Drama', 'Crime'], limit: 20, label: 'yes: all', when: 'x' };

  test('with values of their kind, comments where they were', () => {
    expect(
      textOf(fillTemplate(BODY, { ...values, schedule: 'weekly(sunday)' })),
    ).toBe(`# The best of ten years
plex_search:
  all:
    decade: 1990   # its first year
    genre:
      - Drama
      - Crime
  limit: 20
summary: 'The 1990s, yes: all.'
x_note: stays
schedule: weekly(sunday)
`);
  });

  test('a blank one takes its key away; names that nobody gave stay', () => {
    expect(textOf(fillTemplate('a: 1\nb: <<b>>\nlist:\n  - <<b>>\n  - c\n', { b: null }))).toBe(
      'a: 1\nlist:\n  - c\n',
    );
    expect(textOf(fillTemplate('name: text(<<runtime>>)\n', { other: 1 }))).toBe('name: text(<<runtime>>)\n');
  });

  test('what looks like YAML stays a text', () => {
    for (const value of ['a: b', '# no', '- x', 'yes', '1990', '{', "it's", 'a\nb', '<<', '*a'])
      expect(textOf(fillTemplate('k: <<v>>\n', { v: value }))).not.toContain('<<v>>');
    expect(textOf(fillTemplate('k: <<v>>\n', { v: '1990' }))).toBe("k: '1990'\n");
  });

  test('names are filled as text', () => {
    expect(fillText('Best of the <<decade>>s, <<else>>', { decade: 1990 })).toBe(
      'Best of the 1990s, <<else>>',
    );
    expect(variablesIn('<<a>> <<b>> <<a>> <<not this>>')).toEqual(['a', 'b']);
  });
});

describe('a block is placed', () => {
  const BODY = '# why\nplex_all: true\nfilters:\n\n  year.gte: 2000 # new\n';
  const place = (text: string, section: BlockSection = 'collections', name = 'New: one') =>
    textOf(placeBlock(text, { section, name, yaml: BODY }));
  const BLOCK = "  'New: one':\n    # why\n    plex_all: true\n    filters:\n\n      year.gte: 2000 # new\n";

  test.each([
    ['an empty file', '', `collections:\n${BLOCK}`],
    ['a file of comments', '# mine\n', `# mine\n\ncollections:\n${BLOCK}`],
    ['an empty section', 'collections:\n', `collections:\n${BLOCK}`],
    ['an empty section at the end', 'collections: # all', `collections: # all\n${BLOCK}`],
    [
      'others, and what follows them',
      'collections:\n  A:\n    plex_all: true # x\ntemplates:\n  t: {}\n',
      `collections:\n  A:\n    plex_all: true # x\n\n${BLOCK}templates:\n  t: {}\n`,
    ],
    ['templates alone', 'templates:\n  t: {}\n', `templates:\n  t: {}\n\ncollections:\n${BLOCK}`],
  ])('behind %s', (_name, text, wanted) => {
    expect(place(text)).toBe(wanted);
  });

  test('with the file’s line ends, told with its line', () => {
    const placed = placeBlock('collections:\r\n  A:\r\n    plex_all: true\r\n', {
      ...{ section: 'collections', name: 'B', yaml: 'plex_all: true\n' },
    });
    expect(placed).toEqual({
      line: 5,
      text: 'collections:\r\n  A:\r\n    plex_all: true\r\n\r\n  B:\r\n    plex_all: true\r\n',
    });
  });

  test.each([
    ['a name that is there', 'collections:\n  "New: one": {plex_all: true}\n', /already/],
    ['braces', 'collections: {A: {plex_all: true}}\n', /edited here/],
    ['a file of another kind', 'overlays:\n  A:\n    plex_all: true\n', /overlay file/],
    ['config.yml', 'libraries:\n  Films:\n', /config file/],
    ['what cannot be read', 'collections: [\n', /cannot be read/],
    ['a list', '- a\n', /edited here/],
  ])('never into %s', (_name, text, message) => {
    expect(place(text)).toMatch(message);
  });

  test('libraries go into config.yml alone', () => {
    expect(place('libraries:\n  Films:\nplex:\n  url: x\n', 'libraries', 'TV')).toContain(
      '  TV:\n    # why\n',
    );
    expect(place('collections:\n  A: {}\n', 'libraries')).toMatch(/collection file/);
  });
});

describe('blocks are read to be kept', () => {
  const FILE = `collections:
  # mine
  First:  # the first
    # why
    plex_search:
      all:
        year.gte: 1990 # new
        genre: [Drama, Crime]
    limit: 20

  'Second: one':
    - a
  Third: {plex_all: true}
  Fourth:
    <<: *shared
    visible_home: true
`;
  test('with their comments, at the left edge', () => {
    const anchored = `x: &shared\n  limit: 1\n${FILE}`;
    expect(readBlocks(FILE.replace('    <<: *shared\n', ''))).toEqual([
      {
        ...{ section: 'collections', name: 'First', line: 3, endLine: 9 },
        yaml: `# why
plex_search:
  all:
    year.gte: 1990 # new
    genre: [Drama, Crime]
limit: 20
`,
      },
      { section: 'collections', name: 'Fourth', line: 14, endLine: 15, yaml: 'visible_home: true\n' },
    ]);
    // What needs something from elsewhere is left out.
    expect(readBlocks(anchored).map(({ name }) => name)).toEqual(['First']);
    expect(readBlocks('collections: [\n')).toEqual([]);
    expect(readBlocks('overlays:\n  Top:\n    overlay: {name: text(A)}\nqueues:\n  q: []\n')).toEqual([
      { section: 'overlays', name: 'Top', line: 2, endLine: 3, yaml: 'overlay: {name: text(A)}\n' },
    ]);
  });

  test('with the values that could be others', () => {
    const [first] = readBlocks(FILE.replace('    <<: *shared\n', ''));
    expect(valuesOfBlock(first?.yaml ?? '')).toEqual([
      { path: ['plex_search', 'all', 'year.gte'], value: 1990 },
      { path: ['plex_search', 'all', 'genre'], value: ['Drama', 'Crime'] },
      { path: ['limit'], value: 20 },
    ]);
  });
});

describe('a file is listed in config.yml', () => {
  const list = (text: string, path = ['libraries', 'Films', 'collection_files']) =>
    textOf(listFile(text, path, 'config/a.yml'));

  test.each([
    ['libraries:\n  Films:\n', 'libraries:\n  Films:\n    collection_files:\n      - file: config/a.yml\n'],
    [
      'libraries:\n  Films:\n    collection_files:\n      - default: basic # x\n    operations:\n',
      'libraries:\n  Films:\n    collection_files:\n      - default: basic # x\n      - file: config/a.yml\n    operations:\n',
    ],
  ])('%j', (text, wanted) => {
    expect(list(text)).toBe(wanted);
  });

  test('as a playlist file, at the root', () => {
    expect(list('libraries:\n  Films:\n', ['playlist_files'])).toBe(
      'libraries:\n  Films:\nplaylist_files:\n  - file: config/a.yml\n',
    );
  });

  test('what stands there in another way is left alone', () => {
    expect(list('libraries:\n  Films:\n    collection_files: config/b.yml\n')).not.toContain('config/a.yml');
    expect(librariesOf('libraries:\n  Films:\n  TV: {}\n')).toEqual(['Films', 'TV']);
    expect(librariesOf('')).toEqual([]);
  });
});
