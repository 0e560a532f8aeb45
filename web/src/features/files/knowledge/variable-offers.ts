import { defaultFiles, type FileKind, variablesOf } from '@marquee/kometa';
import type { Offer } from './offers.ts';
import { fieldsAt, type Place } from './place-of.ts';
import { above, ITEM, type LineSource, readLine } from './yaml-lines.ts';

const ON_OR_OFF = /^(?:use|visible|radarr_add|sonarr_add|cache_builders$)_?/;

/** Names of the template variables that one of Kometa’s own files reads, where it is given some. */
export function variableOffers(
  source: LineSource,
  place: Place,
  lists: Readonly<Record<string, FileKind>>,
): Offer[] {
  const { path, is } = place;
  const last = path.at(-1);
  if (is === 'value' && path.at(-2) === 'template_variables' && typeof last === 'string') {
    return ON_OR_OFF.test(last)
      ? ['true', 'false'].map((label) => ({ is: 'value', label, insert: label }))
      : [];
  }
  if (is !== 'word' || last !== 'template_variables') return [];
  const file = fileAround(source, place, lists);
  if (!file) return [];
  const { names, beginnings } = variablesOf(file.kind, file.name);
  const there = place.inFlow ?? new Set(fieldsAt(source, place.line, place.column).keys());
  const offer = (name: string, more: Partial<Offer>): Offer => ({
    is: 'key',
    label: name,
    insert: `${name}: `,
    goesOn: true,
    ...more,
  });
  return [
    ...[...new Set(names)].filter((name) => !there.has(name)).map((name) => offer(name, {})),
    ...beginnings.map((begin) =>
      offer(`${begin}…`, { insert: `${begin}$0: `, detail: 'for one key of the file', late: true }),
    ),
  ];
}

/** The file in whose block the variables stand: `default:` beside them. */
function fileAround(
  source: LineSource,
  { path, line, column }: Place,
  lists: Readonly<Record<string, FileKind>>,
) {
  const list = path.at(-2) === ITEM ? path.at(-3) : undefined;
  const kind = typeof list === 'string' && Object.hasOwn(lists, list) ? lists[list] : undefined;
  if (kind === undefined) return null;
  const text = readLine(source.line(line));
  const own =
    text.key?.name === 'template_variables' ? line : above(source, line, column, text.dashes).lines.at(-1);
  if (own === undefined) return null;
  const key = readLine(source.line(own));
  const written = fieldsAt(source, own, key.column);
  const name = (written.get('default') ?? written.get('pmm') ?? '').replace(/^(['"])(.*)\1$/, '$2');
  return defaultFiles[kind].includes(name) ? { kind, name } : null;
}
