import type { Moment } from '../schedules/schedule.ts';
import type { Meaning } from '../yaml/meaning.ts';
import { callTemplate } from './call-template.ts';
import { type Entries, entriesOf, isNothing, NOTHING } from './entries.ts';
import { NotKnown, TemplateFault } from './outcome.ts';
import { isTrueInPython, pythonString, textValue } from './python-values.ts';
import type { FoundTemplate } from './template-shelf.ts';

export interface Ground {
  noun: 'collection' | 'overlay' | 'playlist';
  /** As Plex calls it; none for playlists. */
  library: { name: string; kind: 'movie' | 'show' | 'artist' } | null;
  today: Pick<Moment, 'year' | 'month' | 'day'>;
  /** Throws where there is none of the name, or nobody can tell. */
  find(name: string): FoundTemplate;
  /** `template_variables` of config.yml for the file. */
  config: Entries;
}

const MOST_CALLS = 50;

/** A definition with all that its templates write; as it was where it calls none. */
export function expandDefinition(ground: Ground, mapping: string, definition: Entries): Entries {
  const own = new Map([...definition].map(([name, value]) => [name.toLowerCase(), value]));
  const template = own.get('template');
  if (template === undefined) return definition;
  const calls = callsOf(template);
  const variables = own.has('variables') ? entriesOf(own.get('variables') ?? NOTHING) : new Map();
  if (variables === null) throw new TemplateFault('“variables” must be a map');
  const name = own.get('name') ?? own.get(`${ground.noun}_name`);
  const written: Entries = new Map();
  for (const call of calls) {
    const found = ground.find(pythonString(call.get('name') ?? NOTHING));
    const attributes = callTemplate(
      {
        ...{ ...found, call, definition: variables, config: ground.config, mapping, name },
        ...{ noun: ground.noun, builtIn: builtIns(ground) },
      },
      (attribute) => definition.has(attribute),
    );
    for (const [attribute, value] of attributes) if (!written.has(attribute)) written.set(attribute, value);
  }
  const kept = [...definition].filter(
    ([attribute]) => !['template', 'variables'].includes(attribute.toLowerCase()),
  );
  const added = [...written].filter(([attribute]) => !own.has(attribute.toLowerCase()));
  return new Map([...kept, ...added]);
}

function callsOf(template: Meaning): Entries[] {
  const calls = template.type === 'list' ? template.items : [template];
  if (calls.length === 0 || isNothing(template)) throw new TemplateFault('“template” is blank');
  if (calls.length > MOST_CALLS) throw new NotKnown(`It calls more than ${MOST_CALLS} templates`);
  return calls.map((call) => {
    const entries = entriesOf(call);
    if (entries === null) throw new TemplateFault('“template” must be a map with the name of a template');
    const name = entries.get('name');
    if (name === undefined || !isTrueInPython(name)) throw new TemplateFault('“template” names no template');
    if (name.type !== 'text') throw new NotKnown('The name of a template is no text');
    return entries;
  });
}

function builtIns({ library, today }: Ground): Entries {
  const whole = (value: number): Meaning => ({ type: 'integer', value: BigInt(value) });
  const ofLibrary: [string, Meaning][] =
    library === null
      ? []
      : [
          ['library_type', textValue(library.kind)],
          ['library_typeU', textValue(`${library.kind.slice(0, 1).toUpperCase()}${library.kind.slice(1)}`)],
          ['library_name', textValue(library.name)],
        ];
  return new Map<string, Meaning>([
    ['current_year', whole(today.year)],
    ['current_month', whole(today.month)],
    ['current_day', whole(today.day)],
    ...ofLibrary,
  ]);
}
