import { parse } from 'yaml';
import { folderOfTexts } from '../diagnostics/kometa-folder.ts';
import type { PlainValue } from '../yaml/plain-value.ts';
import { expandTemplates } from './expand-templates.ts';
import { templateFiles } from './template-shelf.ts';

const MOVIES = { name: 'Films', kind: 'movie' as const };
const NOW = { year: 2026, month: 11, day: 21, hour: 3 };

interface More {
  file?: string;
  texts?: Record<string, string>;
  name?: string;
}

function expanded(
  templates: string,
  definition: string,
  { file = 'films.yml', texts = {}, name = 'One' }: More = {},
) {
  const text = templates === '' ? '' : `templates:\n${templates.replace(/^/gm, '  ')}\n`;
  const folder = folderOfTexts(new Map(Object.entries({ [file]: text, ...texts })));
  return expandTemplates({
    ...{ folder, path: file, library: MOVIES, name, now: NOW },
    definition: parse(definition) as { [key: string]: PlainValue },
  });
}
const valuesOf = (...asked: Parameters<typeof expanded>) => {
  const outcome = expanded(...asked);
  return outcome.state === 'expanded' ? outcome.values : outcome;
};

test.each([
  ['a value keeps its kind', 't: {x: <<a>>}', 'template: {name: t, a: 5}', { x: 5 }],
  [
    'in a text it is what Python writes',
    't: {x: "is <<a>>"}',
    'template: {name: t, a: true}',
    { x: 'is True' },
  ],
  [
    'a list in a text',
    't: {x: "of <<a>>"}',
    "template: {name: t, a: [x, 1, it's]}",
    { x: `of ['x', 1, "it's"]` },
  ],
  ['nested names', 't: {x: <<a_<<k>>>>}', 'template: {name: t, k: q, a_q: deep}', { x: 'deep' }],
  ['what nobody gives stays as text', 't: {x: <<a>>}', 'template: {name: t}', { x: '<<a>>' }],
  ['defaults', 't: {default: {a: 1}, x: <<a>>}', 'template: {name: t}', { x: 1 }],
  [
    'defaults of a key',
    't: {default: {a: base, a_<<key>>: <<a>>}, x: <<a_<<key>>>>}',
    'template: {name: t, key: k}',
    { x: 'base' },
  ],
  [
    'nothing given takes the default away',
    't: {default: {a: 1}, x: <<a>>, y: 2}',
    'template: {name: t, a: null}',
    { y: 2 },
  ],
  [
    'optional ones fall out with what holds them',
    't: {optional: a, x: {k: <<a>>}, y: [<<a>>, 1]}',
    'template: {name: t}',
    { y: [1] },
  ],
  [
    'a condition',
    't: {conditionals: {r: {default: no, conditions: [{a: [1, 2], value: yes}]}}, x: <<r>>}',
    'template: {name: t, a: 2}',
    { x: 'yes' },
  ],
  [
    'a list of conditions knows kinds',
    't: {conditionals: {r: {default: no, conditions: [{a: [1, 2], value: yes}]}}, x: <<r>>}',
    "template: {name: t, a: '2'}",
    { x: 'no' },
  ],
  [
    'a condition without result',
    't: {conditionals: {r: {conditions: [{a: 1, value: z}]}}, x: <<r>>, y: 1}',
    'template: {name: t}',
    { y: 1 },
  ],
  [
    'whether a variable is there',
    't: {conditionals: {r: {default: no, conditions: [{a.exists: true, value: yes}]}}, x: <<r>>}',
    'template: {name: t, a: 0}',
    { x: 'yes' },
  ],
  ['sums', 't: {x: "<<n+5>>", y: "<<n-1>>"}', 'template: {name: t, n: 10.5}', { x: '15', y: '9' }],
  ['a sum with what is no number', 't: {x: "<<n+5>>", y: 1}', 'template: {name: t, n: many}', { y: 1 }],
  [
    'what Kometa knows itself',
    't: {x: "<<library_type>> <<library_name>> <<current_year-1>> <<mapping_name>>"}',
    'template: {name: t}',
    { x: 'movie Films 2025 One' },
  ],
  ['percent signs', 't: {x: <<a_encoded>>}', "template: {name: t, a: 'a b&c/d'}", { x: 'a%20b%26c/d' }],
  [
    'words at the end of a sort title',
    't: {move_prefix: The, x: <<collection_sort>>}',
    'template: {name: t}\nname: The Best',
    { name: 'The Best', x: 'Best, The' },
  ],
  ['the definition’s own before all', 't: {x: 1, y: 2}', 'template: {name: t}\nX: mine', { X: 'mine', y: 2 }],
  [
    'several templates, the first first',
    'a: {x: 1}\nb: {x: 2, y: <<v>>}',
    'template: [{name: a}, {name: b, v: 3}]',
    { x: 1, y: 3 },
  ],
  [
    'variables of the definition',
    't: {x: <<a>>, y: <<b>>}',
    'template: {name: t, a: call}\nvariables: {a: own, b: own}',
    { x: 'call', y: 'own' },
  ],
])('%s', (_, templates, definition, values) => {
  expect(valuesOf(templates, definition)).toEqual(values);
});

describe('templates of other files', () => {
  const shared = 'templates:\n  t: {default: {v: 1}, x: <<v>>}\n';
  const films = (external: string) => `external_templates: ${external}\ncollections: {}\n`;

  test('are found, with what the list gives them', () => {
    const file = films('{file: config/shared.yml, template_variables: {v: 5}}');
    const texts = { 'films.yml': file, 'shared.yml': shared };
    expect(templateFiles(file, folderOfTexts(new Map(Object.entries(texts))))).toEqual(['shared.yml']);
    expect(valuesOf('', 'template: {name: t}', { texts })).toEqual({ x: 5 });
    expect(valuesOf('', 'template: {name: t, v: 7}', { texts })).toEqual({ x: 7 });
  });

  test('of a folder, and of the file itself before all', () => {
    const file = `templates: {t: {x: own}}\n${films('{folder: config/parts}')}`;
    const texts = { 'films.yml': file, 'parts/a.yml': shared, 'parts/b.yml': 'templates: {u: {y: 2}}\n' };
    expect(valuesOf('', 'template: [{name: t}, {name: u}]', { texts })).toEqual({ x: 'own', y: 2 });
  });

  test.each([
    [
      '{default: templates}',
      'The template “t” may come from Kometa’s own file “templates”, which is not read here',
    ],
    [
      '{url: "https://me:secret@example.org/t.yml?key=1"}',
      'The template “t” may come from url: https://example.org/t.yml, which is not read here',
    ],
  ])('that lie elsewhere are not guessed: %s', (external, message) => {
    expect(valuesOf('', 'template: {name: t}', { texts: { 'films.yml': films(external) } })).toEqual({
      state: 'unsure',
      message,
    });
  });

  test('that are missing keep the whole file from being read', () => {
    const texts = { 'films.yml': films('{file: config/gone.yml}') };
    expect(valuesOf('', 'template: {name: t}', { texts })).toEqual({
      state: 'refused',
      message: 'external_templates names config/gone.yml, which is not there',
    });
  });
});

test('what config.yml gives the file counts before what the call says, the entry’s before the library’s', () => {
  const config = `libraries:
  Mine:
    library_name: Films
    template_variables: {a: library, b: library}
    collection_files:
    - file: config/films.yml
      template_variables: {a: entry}
  Other:
    template_variables: {a: other}
`;
  const texts = { 'config.yml': config };
  const definition = 'template: {name: t, a: call, b: call, c: call}';
  expect(valuesOf('t: {x: "<<a>> <<b>> <<c>>"}', definition, { texts })).toEqual({ x: 'entry library call' });
});

test.each([
  ['template: t', '“template” must be a map with the name of a template'],
  ['template:', '“template” is blank'],
  ['template: {a: 1}', '“template” names no template'],
  ['template: {name: T}', 'there is no template “T”'],
  ['template: {name: t}\nvariables: text', '“variables” must be a map'],
  ['template: {name: blank}', '“default” of the template is blank'],
  ['template: {name: half}', 'Each condition needs a “value”'],
])('Kometa gives up %j', (definition, message) => {
  const templates =
    't: {x: 1}\nblank: {default: }\nhalf: {conditionals: {r: {conditions: [{a: 1}]}}, x: <<r>>}';
  expect(valuesOf(templates, definition)).toEqual({ state: 'refused', message });
});

test.each([
  [
    'a call that gives what Kometa sets',
    't: {x: 1}',
    'template: {name: t, library_name: x}',
    'A call gives “library_name”',
  ],
  [
    'a text that grows without end',
    't: {x: <<a>>}',
    "template: {name: t, a: '<<a>> <<a>> <<a>> <<a>>'}",
    'too long',
  ],
  [
    'maps that are compared',
    't: {conditionals: {r: {conditions: [{a: [{k: 1}], value: z}]}}, x: <<r>>}',
    'template: {name: t, a: {k: 1}}',
    'Maps are compared',
  ],
])('of %s nothing is guessed', (_, templates, definition, message) => {
  const outcome = expanded(templates, definition);
  expect(outcome).toMatchObject({ state: 'unsure', message: expect.stringContaining(message) });
});

test('what would take long is not tried', () => {
  const variables = Array.from({ length: 2_000 }, (_, place) => `v${place}: 1`).join(', ');
  const outcome = expanded(
    `t: {${Array.from({ length: 500 }, (_, place) => `x${place}: "<<v${place}>> <<none>>"`).join(', ')}}`,
    `template: {name: t, ${variables}}`,
  );
  expect(outcome).toEqual({ state: 'unsure', message: 'Its templates are too large to be tried' });
});

test('what calls no template stays as it is', () => {
  expect(valuesOf('', 'plex_all: true\nx: <<mapping_name>>')).toMatchObject({
    plex_all: true,
    x: '<<mapping_name>>',
  });
});
