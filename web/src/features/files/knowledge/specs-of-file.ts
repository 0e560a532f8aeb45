import {
  BUILDERS,
  COLLECTION_KEYS,
  configKeys,
  DYNAMIC_KEYS,
  describeAttributes,
  EXTERNAL_TEMPLATE,
  FILTER_MODIFIERS,
  FILTERS,
  filterNames,
  type KeySpec,
  type KeyTable,
  METADATA_KEYS,
  type OverlayAttribute,
  PLAYLIST_KEYS,
  readKey,
  SEARCH_ATTRIBUTES,
  SEARCH_BLOCK_KEYS,
  searchNames,
  TEMPLATE_KEYS,
  type ValueSpec,
} from '@marquee/kometa';
import { type LineSource, readLine } from './yaml-lines.ts';

export type KindOfText = 'config' | 'overlays' | 'definitions';

const CONFIG_SECTIONS = ['libraries', 'playlist_files', 'plex', 'tmdb', 'settings'];

/** What a text is by its name and the keys at its root. */
const TELLING: Readonly<Record<string, KindOfText>> = {
  libraries: 'config',
  overlays: 'overlays',
  queues: 'overlays',
  collections: 'definitions',
  dynamic_collections: 'definitions',
  metadata: 'definitions',
  playlists: 'definitions',
};

/** What has not told by then is known by its name. */
const MOST_LINES = 20_000;

export function kindOfText(path: string, source: LineSource): KindOfText {
  const name = path.split('/').at(-1) ?? path;
  if (/^config\.ya?ml$/i.test(name)) return 'config';
  const roots = new Set<string>();
  const last = Math.min(source.count, MOST_LINES);
  for (let number = 1; number <= last; number += 1) {
    const line = source.line(number);
    if (!/^[\w"']/.test(line)) continue;
    const { key } = readLine(line);
    if (!key) continue;
    // The first that tells is believed: a file may be long, and is looked at with every key that is pressed.
    const told = Object.hasOwn(TELLING, key.name) ? TELLING[key.name] : undefined;
    if (told) return told;
    roots.add(key.name);
  }
  if (CONFIG_SECTIONS.some((section) => roots.has(section))) return 'config';
  return /overlay/i.test(path) ? 'overlays' : 'definitions';
}

const made = new Map<KindOfText, ValueSpec>();

/** What may stand in a file of a kind, from its root on. */
export function specOfFile(kind: KindOfText): ValueSpec {
  const known = made.get(kind);
  if (known) return known;
  const spec: ValueSpec =
    kind === 'config' ? { type: 'map', keys: configKeys } : { type: 'map', keys: sections(kind) };
  made.set(kind, spec);
  return spec;
}

const named = (of: ValueSpec): ValueSpec => ({ type: 'dictionary', of });
const map = (keys: KeyTable): ValueSpec => ({ type: 'map', keys });
const oneOrMore = (of: ValueSpec): ValueSpec => ({ type: 'list', of, oneIsEnough: true });

function sections(kind: 'overlays' | 'definitions'): KeyTable {
  const collection = definition(COLLECTION_KEYS);
  const overlay = overlayDefinition();
  const template = kind === 'overlays' ? overlay : collection;
  return {
    collections: { value: named(map(collection)), help: 'Collections by their names.' },
    dynamic_collections: {
      value: named(map(DYNAMIC_KEYS)),
      help: 'Groups of collections, one for each genre, actor or whatever their type says.',
    },
    overlays: { value: named(map(overlay)), help: 'Overlays by their names.' },
    queues: { value: named(queueSpec()), help: 'Places in which overlays stand one after the other.' },
    metadata: { value: named(map(METADATA_KEYS)), help: 'What items get, by their titles.' },
    playlists: { value: named(map(definition(PLAYLIST_KEYS))), help: 'Playlists by their names.' },
    templates: {
      value: named(map({ ...template, ...TEMPLATE_KEYS })),
      help: 'What several definitions have in common, with variables in <<double angles>>.',
    },
    external_templates: {
      value: oneOrMore(EXTERNAL_TEMPLATE),
      help: 'Files whose templates can be called here too.',
    },
  };
}

/** The three forms of a queue: a list of places, lists by name, places that go on by a spacing. */
function queueSpec(): ValueSpec {
  const attributes = new Map(
    describeAttributes()
      .filter(({ of }) => of === 'overlay')
      .map((attribute) => [attribute.name, specOfAttribute(attribute)]),
  );
  const place = (begins: string): KeyTable =>
    Object.fromEntries(
      ['horizontal_align', 'horizontal_offset', 'vertical_align', 'vertical_offset'].flatMap((name) => {
        const spec = attributes.get(name);
        return spec ? [[`${begins}${name}`, spec]] : [];
      }),
    );
  const anything: KeyTable = {};
  const settings: KeyTable = {
    position: { value: { type: 'text' }, help: 'The list of places that counts, by its name.' },
    overlay_limit: { value: { type: 'integer', min: 0 }, help: 'How many overlays of the queue are drawn.' },
    default: { value: { type: 'map', keys: anything, open: true }, help: 'Variables of the queue’s places.' },
    conditionals: {
      value: { type: 'dictionary', of: { type: 'any' } },
      help: 'Variables whose value depends on others.',
    },
    dynamic_position: {
      value: {
        type: 'map',
        keys: {
          ...place('initial_'),
          surround: {
            value: { type: 'boolean' },
            help: 'Whether places lie on both sides of the first in turn.',
          },
          horizontal_spacing: {
            value: { type: 'integer' },
            help: 'How far apart places lie from side to side.',
          },
          vertical_spacing: {
            value: { type: 'integer' },
            help: 'How far apart places lie from top to bottom.',
          },
        },
      },
      help: 'Places that begin at a point and go on by a spacing.',
    },
  };
  const places: ValueSpec = { type: 'list', of: map(place('')) };
  const byName: ValueSpec = {
    type: 'map',
    open: true,
    keys: { settings: { value: map(settings), help: 'Which places count, and what their variables are.' } },
  };
  return { type: 'either', of: [places, byName] };
}

const isOffered = ({ ignored, refused }: KeySpec) => ignored === undefined && refused === undefined;

/** The keys of a definition with what stands below those that the tables leave open. */
function definition(keys: KeyTable): KeyTable {
  const open: Record<string, ValueSpec> = {
    filters: oneOrMore(map(filterKeys())),
    plex_search: oneOrMore(searchBlock()),
    smart_filter: oneOrMore(searchBlock()),
    template: oneOrMore({
      type: 'map',
      open: true,
      keys: { name: { value: { type: 'text' }, required: true, help: 'The template that is called.' } },
    }),
  };
  return Object.fromEntries(
    Object.entries(keys)
      .filter(([, spec]) => isOffered(spec))
      .map(([name, spec]) => [name, open[name] ? { ...spec, value: open[name] } : spec]),
  );
}

function filterKeys(): KeyTable {
  const keys: Record<string, KeySpec> = {};
  const within = map(keys);
  for (const name of filterNames()) {
    const { name: bare, modifier } = readKey(name);
    const filter = FILTERS[bare];
    if (!filter || filter.refused) continue;
    const kind = filter.kinds.find((one) => FILTER_MODIFIERS[one].includes(modifier)) ?? filter.kinds[0];
    const help = `${filter.help} ${modifierHelp(modifier)}`.trim();
    keys[name] = { value: kind === 'within' ? within : specOfValue(kind ?? 'text', modifier), help };
  }
  return keys;
}

function searchBlock(): ValueSpec {
  const conditions: Record<string, KeySpec> = {};
  const group = map(conditions);
  const { all, any, ...settings } = SEARCH_BLOCK_KEYS;
  const groups: KeyTable = { all: { ...all, value: group }, any: { ...any, value: group } };
  for (const name of searchNames()) {
    const { name: bare, modifier } = readKey(name);
    const attribute = SEARCH_ATTRIBUTES[bare];
    if (!attribute) continue;
    const { kinds, help, libraries } = attribute;
    conditions[name] = {
      value: specOfValue(kinds[0] ?? 'text', modifier),
      help: `${help} ${modifierHelp(modifier)}`.trim(),
      ...(libraries ? { libraries } : {}),
    };
  }
  Object.assign(conditions, groups);
  return map({ ...groups, ...settings });
}

function specOfValue(kind: string, modifier: string): ValueSpec {
  if (kind === 'boolean') return { type: 'boolean' };
  if (kind === 'date' && (modifier === '.before' || modifier === '.after')) {
    return { type: 'either', of: [{ type: 'date' }, { type: 'choice', of: ['today'] }] };
  }
  if (kind === 'date' || modifier.startsWith('.count_')) return { type: 'integer', min: 0 };
  if (['number', 'decimal'].includes(kind)) return { type: 'number', min: 0 };
  return { type: 'list', of: { type: 'text' }, oneIsEnough: true };
}

const modifiers: Readonly<Record<string, string>> = {
  '.not': 'Not this.',
  '.is': 'Exactly this.',
  '.isnot': 'Anything but exactly this.',
  '.begins': 'Begins with it.',
  '.ends': 'Ends with it.',
  '.regex': 'Fits a regular expression.',
  '.gt': 'More than.',
  '.gte': 'As much or more.',
  '.lt': 'Less than.',
  '.lte': 'As much or less.',
  '.before': 'Before the day.',
  '.after': 'After the day.',
  '.rated': 'Whether there is one.',
  '.count_gt': 'More of them than.',
  '.count_gte': 'As many of them or more.',
  '.count_lt': 'Fewer of them than.',
  '.count_lte': 'As many of them or fewer.',
};
const modifierHelp = (modifier: string) => modifiers[modifier] ?? '';

function overlayDefinition(): KeyTable {
  const attributes = describeAttributes();
  const inside = attributes.filter(({ of }) => of === 'overlay');
  const beside = attributes.filter(({ of }) => of === 'definition');
  const table = (some: readonly OverlayAttribute[]): KeyTable =>
    Object.fromEntries(some.map((attribute) => [attribute.name, specOfAttribute(attribute)]));
  return {
    overlay: { value: map(table(inside)), help: 'What is drawn and where.', required: true },
    ...definition({ ...BUILDERS, ...pick(COLLECTION_KEYS, OVERLAY_SETTINGS) }),
    ...table(beside),
  };
}

/** Settings of collections that overlays have too. */
const OVERLAY_SETTINGS = new Set(
  `template variables builder_level filters limit schedule run_definition ignore_imdb_ids show_missing save_report
  missing_only_released only_filter_missing minimum_items cache_builders default_percent ignore_blank_results
  validate_builders language allowed_library_types smart_filter smart_label run_again test`.split(/\s+/),
);

const pick = (keys: KeyTable, wanted: ReadonlySet<string>): KeyTable =>
  Object.fromEntries(Object.entries(keys).filter(([name]) => wanted.has(name)));

function specOfAttribute({ rule, help, defaultMeans, needs }: OverlayAttribute): KeySpec {
  const more = needs === null ? help : `${help} It needs ${needs}.`;
  const spec = (value: ValueSpec): KeySpec => ({
    value,
    help: more,
    ...(defaultMeans === 'none' ? {} : { default: defaultMeans }),
  });
  switch (rule.is) {
    case 'integer':
      return spec({ type: 'integer', min: rule.least, max: rule.most });
    case 'choice':
      return spec({ type: 'choice', of: rule.options });
    case 'names':
      return spec({ type: 'list', of: { type: 'text' }, comma: true, oneIsEnough: true });
    case 'words':
    case 'colour':
    case 'offset':
    case 'scale':
      return spec({ type: 'text' });
  }
}
