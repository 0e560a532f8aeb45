import type { PlainMap } from '../definitions/not-changed.ts';
import { meaningOfValue } from '../editing/yaml-edit.ts';
import type { Moment } from '../schedules/schedule.ts';
import type { Meaning } from '../yaml/meaning.ts';
import type { PlainValue } from '../yaml/plain-value.ts';
import { configVariables } from './config-variables.ts';
import { entriesOf } from './entries.ts';
import { expandDefinition } from './expand-definition.ts';
import { NotKnown, TemplateFault } from './outcome.ts';
import { pythonString } from './python-values.ts';
import { type TemplateFolder, templateShelf } from './template-shelf.ts';

export interface ExpansionAsked {
  /** With the texts of config.yml, of the file, and of those that it takes templates from. */
  folder: TemplateFolder;
  path: string;
  /** As Plex calls it. */
  library: { name: string; kind: 'movie' | 'show' | 'artist' };
  name: string;
  definition: PlainMap;
  now: Moment;
}

export type Expansion =
  | { state: 'expanded'; values: PlainMap }
  /** Kometa gives the definition up; or we cannot tell what it makes of it. */
  | { state: 'refused' | 'unsure'; message: string };

/** A collection with all that its templates write, as a run in the library would read it. */
export function expandTemplates({ folder, path, library, name, definition, now }: ExpansionAsked): Expansion {
  const { texts } = folder;
  try {
    const expanded = expandDefinition(
      {
        ...{ noun: 'collection', library, today: now },
        find: templateShelf(texts.get(path) ?? '', folder),
        config: configVariables(texts.get('config.yml') ?? '', library.name, path, folder),
      },
      name,
      entriesOf(meaningOfValue(definition)) ?? new Map(),
    );
    const values = [...expanded].map(([key, value]) => [key, plainMeaning(value)]);
    return { state: 'expanded', values: Object.fromEntries(values) };
  } catch (cause) {
    if (cause instanceof TemplateFault) return { state: 'refused', message: cause.message };
    if (cause instanceof NotKnown) return { state: 'unsure', message: cause.message };
    throw cause;
  }
}

export function plainMeaning(value: Meaning): PlainValue {
  switch (value.type) {
    case 'list':
      return value.items.map(plainMeaning);
    case 'map':
      return Object.fromEntries(value.entries.map(([key, one]) => [pythonString(key), plainMeaning(one)]));
    case 'null':
      return null;
    case 'integer':
      return Number.isSafeInteger(Number(value.value)) ? Number(value.value) : String(value.value);
    case 'float':
      return Number.isFinite(value.value) ? value.value : pythonString(value);
    case 'text':
    case 'boolean':
      return value.value;
    default:
      return pythonString(value);
  }
}
