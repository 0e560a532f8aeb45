import type { PlexSection } from '../model.ts';
import { type Element, element } from '../wire/element.ts';
import { type TypeName, typeNumbers } from '../world/titles.ts';
import type { Field, FieldType } from './field.ts';
import { fieldsByKind } from './fields.ts';
import { sectionTypes } from './list-section.ts';

const plurals: Record<TypeName, string> = {
  movie: 'Movies',
  show: 'TV Shows',
  season: 'Seasons',
  episode: 'Episodes',
  artist: 'Artists',
  album: 'Albums',
  track: 'Tracks',
  playlist: 'Playlists',
  collection: 'Collections',
};

const operators: Record<Exclude<FieldType, 'guid'>, [string, string][]> = {
  tag: [
    ['=', 'is'],
    ['!=', 'is not'],
  ],
  integer: [
    ['=', 'is'],
    ['!=', 'is not'],
    ['>>=', 'is greater than'],
    ['<<=', 'is less than'],
  ],
  string: [
    ['=', 'contains'],
    ['!=', 'does not contain'],
    ['==', 'is'],
    ['!==', 'is not'],
    ['<=', 'begins with'],
    ['>=', 'ends with'],
  ],
  boolean: [
    ['=', 'is true'],
    ['!=', 'is false'],
  ],
  date: [
    ['<<=', 'is before'],
    ['>>=', 'is after'],
  ],
  resolution: [
    ['=', 'is'],
    ['!=', 'is not'],
  ],
  audioLanguage: [
    ['=', 'is'],
    ['!=', 'is not'],
  ],
  subtitleLanguage: [
    ['=', 'is'],
    ['!=', 'is not'],
  ],
};

/** In a library of several kinds a field is written with its kind, as in `show.title`. */
const prefixOf = (section: PlexSection, kind: TypeName): string =>
  sectionTypes[section.kind].length > 1 && kind !== 'collection' ? `${kind}.` : '';

const unsortable = new Set(['guid', 'file', 'id', 'trash', 'unmatched', 'duplicate', 'summary']);
const downFirst = new Set(['integer', 'date']);

const describeSort = (field: Field): Element => {
  const direction = downFirst.has(field.type) ? 'desc' : 'asc';
  return element('Sort', {
    key: field.name,
    title: field.title,
    defaultDirection: direction,
    descKey: `${field.name}:desc`,
    ...(field.name === 'titleSort' ? { default: 'asc', active: true, activeDirection: 'asc' } : {}),
  });
};

const random = element('Sort', {
  key: 'random',
  title: 'Randomly',
  defaultDirection: 'desc',
  descKey: 'random:desc',
});

const filterTypes: Partial<Record<FieldType, string>> = { boolean: 'boolean', integer: 'integer' };

const describeFilter = (section: PlexSection, kind: TypeName, field: Field): Element[] =>
  field.listed || field.type === 'boolean'
    ? [
        element('Filter', {
          filter: field.name,
          filterType: filterTypes[field.type] ?? 'string',
          key: `/library/sections/${section.id}/${field.name}${kind === section.kind ? '' : `?type=${typeNumbers[kind]}`}`,
          title: field.title,
          type: 'filter',
        }),
      ]
    : [];

const describeType = (section: PlexSection, kind: TypeName, active: boolean): Element => {
  const fields = fieldsByKind[kind] ?? [];
  const path = kind === 'collection' ? 'collections' : 'all';
  return element(
    'Type',
    {
      key: `/library/sections/${section.id}/${path}?type=${typeNumbers[kind]}`,
      type: kind,
      title: plurals[kind],
      active,
    },
    [
      ...fields.flatMap((field) => describeFilter(section, kind, field)),
      ...fields.filter(({ name, type }) => !unsortable.has(name) && type !== 'tag').map(describeSort),
      random,
      ...fields
        .filter(({ type }) => type !== 'guid')
        .map(({ name, title, type }) =>
          element('Field', { key: `${prefixOf(section, kind)}${name}`, title, type }),
        ),
    ],
  );
};

const fieldTypes: Element[] = Object.entries(operators).map(([type, known]) =>
  element(
    'FieldType',
    { type },
    known.map(([key, title]) => element('Operator', { key, title })),
  ),
);

/** What may be asked of a library: its types, their filters, sorts and fields, and the operators of each field type. */
export const describeVocabulary = (section: PlexSection, listed: 'all' | 'collections'): Element => {
  const kinds = listed === 'all' ? sectionTypes[section.kind] : (['collection'] as const);
  return element('Meta', {}, [
    ...kinds.map((kind, at) => describeType(section, kind, at === 0)),
    ...fieldTypes,
  ]);
};
