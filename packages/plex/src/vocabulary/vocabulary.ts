import { z } from 'zod';
import { plexPath } from '../connection/address.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import { type PlexType, plexTypes } from '../items/item-types.ts';
import { flag, listOf, text, textOrNull } from '../reply/fields.ts';

const FilterEntry = z.object({
  filter: text,
  filterType: textOrNull,
  key: textOrNull,
  title: textOrNull,
  advanced: flag,
});
const SortEntry = z.object({
  key: text,
  descKey: textOrNull,
  defaultDirection: textOrNull,
  title: textOrNull,
  active: flag,
});
const FieldEntry = z.object({ key: text, title: textOrNull, type: textOrNull, subType: textOrNull });
const TypeEntry = z
  .object({
    type: text,
    key: textOrNull,
    title: textOrNull,
    active: flag,
    Filter: listOf(FilterEntry),
    Sort: listOf(SortEntry),
    Field: listOf(FieldEntry),
  })
  .transform(({ Filter, Sort, Field, ...type }) => ({
    ...type,
    filters: Filter,
    sorts: Sort,
    fields: Field,
  }));
const FieldTypeEntry = z
  .object({ type: text, Operator: listOf(z.object({ key: text, title: textOrNull })) })
  .transform(({ type, Operator }) => ({ type, operators: Operator }));

const MetaEntry = z.object({ Type: listOf(TypeEntry), FieldType: listOf(FieldTypeEntry) });
/** One object in JSON, a list of one when it came as XML. */
const Meta = z.union([MetaEntry.transform((meta) => [meta]), z.array(MetaEntry)]).nullish();

/** Which fields a section can be filtered and sorted by, and with which operators. */
const Vocabulary = z.object({ Meta }).transform(({ Meta: metas }) => ({
  types: (metas ?? []).flatMap(({ Type }) => Type),
  fieldTypes: (metas ?? []).flatMap(({ FieldType }) => FieldType),
}));
export type FilterVocabulary = z.output<typeof Vocabulary>;

const FilterChoice = z.object({ key: text, title: textOrNull });
export type FilterChoice = z.output<typeof FilterChoice>;
const Choices = z.object({ Directory: listOf(FilterChoice) }).transform(({ Directory }) => Directory);

export function vocabularyCalls(transport: Transport) {
  const ask = (
    sectionId: string,
    list: 'all' | 'collections',
    { signal }: CallOptions,
  ): Promise<FilterVocabulary> =>
    transport.read(
      {
        path: plexPath`/library/sections/${sectionId}/${list}`,
        query: [
          ['includeMeta', 1],
          ['includeAdvanced', 1],
          ['X-Plex-Container-Start', 0],
          ['X-Plex-Container-Size', 0],
        ],
        missing: 'library.not-found',
        signal,
      },
      Vocabulary,
    );

  return {
    ofItems: (sectionId: string, options: CallOptions = {}) => ask(sectionId, 'all', options),
    ofCollections: (sectionId: string, options: CallOptions = {}) => ask(sectionId, 'collections', options),
    /** What a field can be: genres with their numbers, labels, resolutions … */
    choices: (
      sectionId: string,
      field: string,
      { type, signal }: CallOptions & { type?: PlexType } = {},
    ): Promise<FilterChoice[]> =>
      transport.read(
        {
          path: plexPath`/library/sections/${sectionId}/${field}`,
          query: type === undefined ? [] : [['type', plexTypes[type]]],
          missing: 'library.not-found',
          signal,
        },
        Choices,
      ),
  };
}
