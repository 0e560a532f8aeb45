import { defaultFiles, type FileKind, fileLists, type KeySpec, type ValueSpec } from '@marquee/kometa';
import { explainKey } from './explain.ts';
import { type Place, placeOf, siblingsAt } from './place-of.ts';
import { callsTemplate, templateNames } from './references.ts';
import { kindOfText, specOfFile } from './specs-of-file.ts';
import { variableOffers } from './variable-offers.ts';
import { formsOf, specsAt } from './walk-spec.ts';
import type { LineSource } from './yaml-lines.ts';

export interface Offer {
  is: 'section' | 'key' | 'value' | 'file' | 'template';
  label: string;
  /** What is put in; `$0` says where the cursor goes then. */
  insert: string;
  /** Short, beside the label. */
  detail?: string;
  /** Markdown. */
  help?: string;
  /** Comes after those without. */
  late?: true;
  /** Whether what comes next is offered at once. */
  goesOn?: true;
}

export interface Offers {
  start: number;
  end: number;
  offers: Offer[];
}

/** What could be written at a place; columns from 0. Null where nothing is known. */
export function offersAt(
  source: LineSource,
  at: { path: string; line: number; column: number },
  paths: readonly string[],
): Offers | null {
  const place = placeOf(source, at.line, at.column);
  if (!place || place.is === 'key') return place && keysInstead(source, at.path, place);
  const root = specOfFile(kindOfText(at.path, source));
  const forms = specsAt(root, place.path);
  const space =
    place.is === 'value' && place.start > 0 && !/\s/.test(source.line(at.line)[place.start - 1] ?? '');
  const offers = [
    ...(place.is === 'word' ? keyOffers(source, place, forms) : []),
    ...valueOffers(forms),
    ...namedOffers(source, place, paths),
    ...variableOffers(source, place, lists),
  ].map((offer) => (space ? { ...offer, insert: ` ${offer.insert}` } : offer));
  return offers.length === 0 ? null : { start: place.start, end: place.end, offers };
}

/** On a key that is there only its name changes. */
function keysInstead(source: LineSource, path: string, place: Place): Offers | null {
  const forms = specsAt(specOfFile(kindOfText(path, source)), place.path.slice(0, -1));
  const offers = keyOffers(source, place, forms).map(({ goesOn: _, ...offer }) => ({
    ...offer,
    insert: offer.label,
  }));
  return offers.length === 0 ? null : { start: place.start, end: place.end, offers };
}

function keyOffers(source: LineSource, place: Place, forms: readonly ValueSpec[]): Offer[] {
  const offers = forms.flatMap((form) => (form.type === 'map' ? Object.entries(form.keys) : []));
  // Among names of one's own there may be thousands of siblings to read.
  if (offers.length === 0) return [];
  const there = place.inFlow ?? siblingsAt(source, place.line, place.column);
  const below = `\n${' '.repeat(place.column + 2)}`;
  return [...new Map(offers)].flatMap(([name, spec]): Offer[] => {
    if (there.has(name) || spec.ignored !== undefined || spec.refused !== undefined) return [];
    const old = spec.renamedTo !== undefined || spec.movedTo !== undefined;
    return [
      {
        is: place.path.length === 0 ? 'section' : 'key',
        label: name,
        insert: `${name}:${place.inFlow ? ' ' : afterKey(spec.value, below)}`,
        ...detailOf(spec),
        help: explainKey(name, spec),
        ...(old ? { late: true as const } : {}),
        goesOn: true,
      },
    ];
  });
}

function detailOf(spec: KeySpec): { detail?: string } {
  if (spec.renamedTo) return { detail: `now ${spec.renamedTo}` };
  if (spec.required) return { detail: 'required' };
  return spec.default === undefined ? {} : { detail: spec.default };
}

function afterKey(value: ValueSpec, below: string): string {
  const forms = formsOf(value);
  const first = forms[0];
  if (first?.type === 'map' || first?.type === 'dictionary') return below;
  const holdsMaps = first?.type === 'list' && formsOf(first.of)[0]?.type === 'map';
  return holdsMaps ? `${below}- ` : ' ';
}

function valueOffers(forms: readonly ValueSpec[]): Offer[] {
  const words = forms.flatMap((form): Offer[] => {
    if (form.type === 'boolean') return ['true', 'false'].map(value);
    if (form.type === 'choice') {
      const old = Object.keys(form.old ?? {});
      return form.of.filter((word) => !old.includes(word)).map(value);
    }
    return form.type === 'schedule' ? [...schedules] : [];
  });
  return [...new Map(words.map((offer) => [offer.label, offer])).values()];
}

const value = (label: string): Offer => ({ is: 'value', label, insert: label });
const schedule = (label: string, help: string, insert = label): Offer => ({
  is: 'value',
  label,
  insert,
  help,
});

const schedules: readonly Offer[] = [
  schedule('daily', 'Every day.'),
  schedule(
    'hourly(…)',
    'When the run starts in an hour, or from one to another: `hourly(0-6)`.',
    'hourly($0)',
  ),
  schedule(
    'weekly(…)',
    'On days of the week, with bars between them: `weekly(monday|friday)`.',
    'weekly($0)',
  ),
  schedule('monthly(…)', 'On a day of the month, or on the `last`: `monthly(1)`.', 'monthly($0)'),
  schedule('yearly(…)', 'On a day of the year, month first: `yearly(12/24)`.', 'yearly($0)'),
  schedule('date(…)', 'On one day: `date(12/24/2026)`.', 'date($0)'),
  schedule('range(…)', 'From one day of the year to another: `range(12/01-12/31)`.', 'range($0)'),
  schedule('all[…]', 'When all of several are met: `all[weekly(sunday), hourly(3)]`.', 'all[$0]'),
  schedule('never', 'Never, by itself.'),
  schedule('non_existing', 'Only when the collection is not there yet.'),
];

/** Names of files, of Kometa's own files and of templates. */
function namedOffers(source: LineSource, { path, is }: Place, paths: readonly string[]): Offer[] {
  const last = path.at(-1);
  const list = [...path].reverse().find((step) => typeof step === 'string' && Object.hasOwn(lists, step));
  const kind = typeof list === 'string' ? lists[list] : undefined;
  const listed = kind !== undefined && is !== 'key';
  if (listed && (last === 'default' || last === 'pmm')) return defaultFiles[kind].map(value);
  if (listed && last === 'file') return fileOffers(paths.filter((one) => /\.ya?ml$/i.test(one)));
  if (last === 'file' && path.includes('overlay')) {
    return fileOffers(paths.filter((one) => /\.(?:png|jpe?g|webp)$/i.test(one)));
  }
  if (callsTemplate(path, is)) {
    return templateNames(source).map((label) => ({ is: 'template', label, insert: label }));
  }
  return [];
}

const lists: Readonly<Record<string, FileKind>> = {
  ...fileLists,
  playlist_files: 'playlist',
  external_templates: 'collection',
};

const fileOffers = (paths: readonly string[]): Offer[] =>
  paths.map((path) => ({ is: 'file', label: `config/${path}`, insert: `config/${path}` }));
