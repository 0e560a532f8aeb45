import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { folderOfTexts } from '../diagnostics/kometa-folder.ts';
import { meaningOfValue } from '../editing/yaml-edit.ts';
import type { Meaning } from '../yaml/meaning.ts';
import { type Entries, entriesOf, mapOf, NOTHING } from './entries.ts';
import { expandDefinition } from './expand-definition.ts';
import { plainMeaning } from './expand-templates.ts';
import { TemplateFault } from './outcome.ts';
import { rootOf, templateShelf } from './template-shelf.ts';

/** What Kometa's own template engine made of definitions; kept beside the project, not in it. */
const shared = join(__dirname, '../../../../../shared');
const cases = join(shared, 'golden-evaluation/templates');
const told = existsSync(cases) ? describe : describe.skip;

const Values = z.record(z.string(), z.json());
const Case = z.object({
  id: z.string(),
  kind: z.enum(['overlay', 'collection']),
  default: z.string().optional(),
  files: z.record(z.string(), z.string()).optional(),
  library: z.object({ name: z.string(), type: z.enum(['movie', 'show']), template_variables: Values }),
  file_template_variables: Values,
  file_error: z.string().nullish(),
  definitions: z.record(z.string(), z.object({ expanded: Values.optional(), error: z.string().optional() })),
});
type Case = z.infer<typeof Case>;

/** Of a file with hundreds of the same kind the first ones. */
const MOST_OF_A_FILE = 2;

told('as real runs of Kometa', () => {
  test('templates write the same, and the same is refused', () => {
    const differing: string[] = [];
    let same = 0;
    for (const id of readdirSync(cases).filter((name) => existsSync(join(cases, name, 'case.json')))) {
      const one = Case.parse(JSON.parse(readFileSync(join(cases, id, 'case.json'), 'utf8')));
      const texts = one.file_error == null ? textsOf(one) : undefined;
      if (texts === undefined) continue;
      const root = rootOf(texts['main.yml'] ?? '') ?? new Map<string, Meaning>();
      const definitions = mapIn(root, one.kind === 'overlay' ? 'overlays' : 'collections');
      const find = templateShelf(texts['main.yml'] ?? '', folderOfTexts(new Map(Object.entries(texts))));
      const config = configOf(one, root);
      const { name: library, type: kind } = one.library;
      const ground = {
        ...{ noun: one.kind, find, config },
        ...{ library: { name: library, kind }, today: { year: 2026, month: 11, day: 21 } },
      };
      for (const [name, told] of Object.entries(one.definitions).slice(0, MOST_OF_A_FILE)) {
        const definition = entriesOf(definitions.get(name) ?? NOTHING);
        if (definition === null) continue;
        const mine = outcomeOf(() => expandDefinition(ground, name, definition));
        if (mine === theirsOf(told.expanded)) same += 1;
        else differing.push(`${one.id} ${name}: ${mine}`);
      }
    }
    expect(differing).toEqual([]);
    expect(same).toBeGreaterThanOrEqual(500);
  });
});

function outcomeOf(expand: () => Entries): string {
  try {
    const { variables, ...values } = z.record(z.string(), z.json()).parse(plainMeaning(mapOf(expand())));
    return JSON.stringify(values);
  } catch (cause) {
    if (cause instanceof TemplateFault) return 'refused';
    throw cause;
  }
}

/** Two old names are repeated there as `name`. */
function theirsOf(expanded: z.infer<typeof Values> | undefined): string {
  if (expanded === undefined) return 'refused';
  const isRenamed = 'collection_name' in expanded || 'overlay_name' in expanded;
  return JSON.stringify(isRenamed ? { ...expanded, name: undefined } : expanded);
}

const mapIn = (entries: Entries, name: string): Entries =>
  entriesOf(entries.get(name) ?? NOTHING) ?? new Map<string, Meaning>();

/** The files of a case; Kometa's own file of shared templates stands beside them. */
function textsOf({ kind, files, library, ...one }: Case): Record<string, string> | undefined {
  const folders =
    kind === 'overlay' ? ['overlays'] : ['both', 'chart', library.type === 'show' ? 'show' : 'movie'];
  const read = (...path: string[]) => readFileSync(join(shared, 'kometa-data/defaults', ...path), 'utf8');
  const place = folders.find((folder) =>
    existsSync(join(shared, 'kometa-data/defaults', folder, `${one.default}.yml`)),
  );
  const own = files ?? (place === undefined ? undefined : { 'main.yml': read(place, `${one.default}.yml`) });
  return (
    own && {
      ...own,
      'main.yml': (own['main.yml'] ?? '').replaceAll('default: templates', 'file: kometa.yml'),
      'kometa.yml': kind === 'overlay' ? read('overlays/templates.yml') : read('templates.yml'),
    }
  );
}

/** Settings of queues become variables of the file. */
function configOf({ library, file_template_variables }: Case, root: Entries): Entries {
  const config = entriesOf(meaningOfValue({ ...library.template_variables, ...file_template_variables }));
  const variables = config ?? new Map<string, Meaning>();
  for (const queue of mapIn(root, 'queues').values()) {
    const defaults = mapIn(mapIn(entriesOf(queue) ?? new Map(), 'settings'), 'default');
    for (const [name, value] of defaults) if (!variables.has(name)) variables.set(name, value);
  }
  return variables;
}
