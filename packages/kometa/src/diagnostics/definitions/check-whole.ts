import { BUILDERS } from '../../model/definitions/builders.ts';
import { readKey } from '../../model/definitions/old-names.ts';
import { SEARCH_ATTRIBUTES } from '../../model/definitions/plex-search.ts';
import { type Field, fieldsOf, keySpan, pythonText } from '../../yaml/read-values.ts';
import { type Check, holdsVariable, type Path } from './check.ts';

type Place = Field & { path: Path };

/** What makes items without a builder, or needs none. */
const NO_BUILDER_NEEDED = ['smart_label', 'smart_filter', 'smart_url', 'blank_collection', 'server_preroll'];

/** Tells what only all keys of a definition together show, unless templates may add to them. */
export function checkWhole(check: Check, place: Place, writes: 'collection' | 'playlist'): void {
  const fields = fieldsOf(check.tree, place.value) ?? [];
  const named = new Map(fields.map((field) => [readKey(field.name).name, field]));
  if (named.has('template') || fields.some(({ name }) => holdsVariable(name))) return;
  const builders = [...named.keys()].filter((name) => Object.hasOwn(BUILDERS, name));
  const searches = [...named.keys()].filter((name) => isSearch(name));
  const told = (code: string, message: string, at: Field, path: Path) =>
    check.report({ severity: 'error', code, message, span: keySpan(at), path });
  if (builders.length + searches.length === 0 && !NO_BUILDER_NEEDED.some((name) => named.has(name))) {
    told(
      'definition.no-builder',
      'No builder says which items it is for: Kometa does not make it',
      place,
      place.path,
    );
  }
  if (writes === 'playlist' && !named.has('libraries')) {
    told(
      'definition.missing-key',
      `${place.name} needs libraries: where its items come from`,
      place,
      place.path,
    );
  }
  const order = named.get('collection_order');
  if (order && pythonText(check.tree, order.value).toLowerCase() === 'custom') {
    const path = [...place.path, order.name];
    const unordered = builders.find((name) => !BUILDERS[name]?.ordered);
    if (builders.length > 1) {
      told('definition.custom-order', 'The order can follow one builder only; here are several', order, path);
    } else if (unordered) {
      told('definition.custom-order', `${unordered} has no order that could be followed`, order, path);
    }
  }
  const pilots = named.get('plex_pilots');
  const level = named.get('builder_level');
  if (
    writes === 'collection' &&
    pilots &&
    !(level && /^(?:episode|<<)/i.test(pythonText(check.tree, level.value)))
  ) {
    told('definition.wrong-level', 'plex_pilots needs builder_level: episode', pilots, [
      ...place.path,
      pilots.name,
    ]);
  }
}

// Of settings that have the name of a condition Kometa takes the setting.
const isSearch = (name: string): boolean =>
  Object.hasOwn(SEARCH_ATTRIBUTES, name) && name !== 'content_rating' && name !== 'label';
