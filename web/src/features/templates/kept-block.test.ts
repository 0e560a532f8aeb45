import { readBlocks, valuesOfBlock } from '@marquee/kometa';
import { labelOf, levelOf, templateOf, variableNames } from './kept-block.ts';

const [block] = readBlocks(`collections:
  Best:
    # why
    plex_search:
      all:
        audience_rating.gte: 7.5 # good
        genre: [Drama, Crime]
    summary: "All of them"
    radarr_token: <<hidden:collections/Best/radarr_token>>
`);
if (!block || block.section === 'overlays') throw new Error('There is no block');
const kept = { ...block, section: block.section };
const values = valuesOfBlock(block.yaml);

test('picked values become variables with their present value on offer, comments stay', () => {
  const picks = values.map((value) => ({ value, label: labelOf(value) }));
  expect(templateOf(kept, { title: 'T', what: '', picks })).toEqual({
    ...{ title: 'T', what: '', kind: 'collection', library: null, name: 'Best' },
    variables: [
      { name: 'audience_rating', label: 'Audience rating', kind: 'number', default: 7.5 },
      { name: 'genre', label: 'Genre', kind: 'list', default: ['Drama', 'Crime'] },
      { name: 'summary', label: 'Summary', kind: 'text', default: 'All of them' },
      { name: 'radarr_token', label: 'Radarr token', kind: 'text' },
    ],
    yaml: `# why
plex_search:
  all:
    audience_rating.gte: <<audience_rating>> # good
    genre: <<genre>>
summary: "<<summary>>"
radarr_token: <<radarr_token>>
`,
  });
  expect(templateOf(kept, { title: 'T', what: '', picks: [] })?.yaml).toBe(block.yaml);
});

test('variables have names of their own, whatever they are called', () => {
  expect(variableNames(['Genre', 'genre', 'Début!', '1', ''])).toEqual([
    ...['genre', 'genre_2', 'de_but', 'value', 'value_2'],
  ]);
});

test.each([
  ['overlay: {name: text(A)}', 'movie'],
  ['builder_level: episode', 'episode'],
  ['Overlay_Level: Season', 'season'],
  ['builder_level: nonsense', 'movie'],
])('an overlay with %s is of the level %s', (yaml, level) => {
  expect(levelOf({ ...kept, section: 'overlays', yaml })).toBe(level);
});
