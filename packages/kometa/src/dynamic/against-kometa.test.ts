import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { wholeDefinitions } from '../definitions/written-definitions.ts';
import { dynamicCollections, type FoundKeys } from './dynamic-collections.ts';
import { type DynamicAsked, dynamicSource } from './dynamic-source.ts';

/** What Kometa itself made of blocks of dynamic collections; kept beside the project, not in it. */
const shared = join(__dirname, '../../../../../shared/golden-evaluation');
const told = existsSync(shared) ? describe : describe.skip;

const Values = z.record(z.string(), z.json());
const Case = z.object({
  files: z.object({ 'main.yml': z.string() }),
  library: z.object({ type: z.enum(['movie', 'show']) }),
  file_template_variables: Values,
  definitions: z.record(z.string(), z.object({ expanded: Values.optional() })),
});
const Choices = z.record(z.string(), z.array(z.object({ key: z.string(), title: z.string() })));
const Library = z.object({
  filter_choices: z.record(z.string(), z.record(z.string(), Choices)),
  items: z.array(z.object({ type: z.string(), year: z.number().optional() })),
});
const read = <Schema extends z.ZodType>(schema: Schema, ...path: string[]) =>
  schema.parse(JSON.parse(readFileSync(join(shared, ...path), 'utf8')));

told('as real runs of Kometa', () => {
  test.each(['s277', 's280', 's281', 's282', 's284', 's285', 's286', 's287'])('%s', (id) => {
    const one = read(Case, 'templates', id, 'case.json');
    const { type: kind } = one.library;
    const [block] = wholeDefinitions(one.files['main.yml'], ['dynamic_collections']);
    if (!block) throw new Error('The case has no block');
    const variables = one.file_template_variables;
    const asked = { name: block.name, values: block.values, variables, kind, year: 2026 };
    const theirs = Object.entries(one.definitions).map(([title, { expanded }]) => [title, expanded]);
    const outcome = dynamicCollections(asked, keysFor(asked), []);
    const made = 'made' in outcome ? outcome.made : [];
    expect(made.map(({ title }) => title)).toEqual(theirs.map(([title]) => title));
    for (const [at, { definition }] of made.entries())
      if (!('template' in definition)) expect(definition).toEqual(theirs[at]?.[1]);
  });
});

function keysFor(asked: DynamicAsked): FoundKeys {
  const library = read(Library, 'library.json');
  const source = dynamicSource(asked);
  if (source.kind === 'keys') return source;
  if (source.kind === 'years')
    return {
      keys: [],
      years: library.items.flatMap(({ type, year }) => (type === 'show' && year ? [String(year)] : [])),
    };
  if (source.kind !== 'tags') return { keys: [] };
  const field = source.type === 'content_rating' ? 'contentRating' : source.type;
  const choices = library.filter_choices[asked.kind === 'movie' ? '1' : '2']?.[asked.kind]?.[field] ?? [];
  return { keys: choices.map(({ title }) => ({ key: title, name: title })) };
}
