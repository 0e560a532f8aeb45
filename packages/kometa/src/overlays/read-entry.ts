import type { OverlayEntry, OverlayLevel, OverlayProblem } from '@marquee/contracts';
import { isMap } from 'yaml';
import type { Span } from '../yaml/places.ts';
import {
  type Field,
  fieldsOf,
  follow,
  isBlank,
  isTruthy,
  itemsOf,
  keySpan,
  plainOf,
  pythonText,
  valueSpan,
} from '../yaml/read-values.ts';
import { spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { isBuilder, isDefinitionKey } from './definition-keys.ts';
import { type Findings, findingsOf, shown } from './problems.ts';
import { readOverlay } from './read-overlay.ts';
import { type KnownTemplates, readTemplateCall } from './read-template-call.ts';

export type LibraryKind = 'movie' | 'show' | 'artist';

export interface EntryContext {
  tree: YamlTree;
  file: number;
  libraryKind: LibraryKind | null;
  queues: ReadonlySet<string>;
  templates: KnownTemplates;
  mappings: ReadonlySet<string>;
  problems: OverlayProblem[];
}

const MAX_MAPPING = 500;

/** One definition of the file; whatever is wrong with it goes to the problems. */
export function readEntry(context: EntryContext, written: Field): OverlayEntry {
  const { tree } = context;
  const mapping = written.name.slice(0, MAX_MAPPING);
  const findings = findingsOf(tree, mapping, context.problems);
  const place = tree.lines.place(entrySpan(tree, written));
  const entry = (more: Partial<OverlayEntry>): OverlayEntry => ({
    mapping,
    level: 'movie',
    kind: 'refused',
    name: '',
    builders: [],
    template: null,
    definition: null,
    line: place.line,
    endLine: place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine,
    ...more,
  });
  if (written.name.length > MAX_MAPPING) {
    findings.refuse({
      code: 'mapping-too-long',
      message: `The name of the definition has ${written.name.length} characters`,
      mend: `Use ${MAX_MAPPING} at most`,
      span: keySpan(written),
    });
    return entry({});
  }
  const fields = fieldsOf(tree, written.value)?.map((field) => ({
    ...field,
    name: field.name.toLowerCase(),
  }));
  if (!fields) {
    const blank = isBlank(tree, written.value);
    findings.warn(
      {
        code: blank ? 'definition-empty' : 'definition-not-map',
        message: blank ? 'The definition is empty: Kometa passes it over' : 'A definition must be a map',
        mend: 'Write at least overlay: and a builder',
        span: blank ? keySpan(written) : valueSpan(written),
      },
      'overlay',
    );
    return entry({});
  }
  const get = (name: string) => fields.find((field) => field.name === name);
  const template = get('template');
  if (template) {
    const call = readTemplateCall(tree, template, get('variables'), context.templates, findings);
    const level = readLevel(context, fields, call.variables, findings);
    return entry({
      level,
      kind: findings.refused() ? 'refused' : 'template',
      name: templateName(tree, get('overlay'), mapping),
      builders: buildersOf(tree, fields),
      template: call,
    });
  }
  warnOfKeys(fields, findings);
  const level = readLevel(context, fields, {}, findings);
  const suppress = readSuppressed(context, get('suppress_overlays'), findings);
  const overlay = get('overlay');
  const read = readOverlay(
    {
      tree,
      file: context.file,
      mapping,
      level,
      suppress,
      queues: context.queues,
      span: overlay ? keySpan(overlay) : keySpan(written),
    },
    overlayFields(tree, overlay, written),
    findings,
  );
  const builders = buildersOf(tree, fields);
  if (!builders.some((name) => isBuilder(name.toLowerCase()))) {
    findings.warn(
      {
        code: 'no-builder',
        message: 'No builder says which items it is for: Kometa drops it',
        mend: 'Write a builder, such as plex_all: true or plex_search',
        span: keySpan(written),
      },
      'overlay',
    );
  }
  return entry({
    level,
    kind: read.definition ? read.kind : 'refused',
    name: read.name,
    builders,
    definition: read.definition,
  });
}

function entrySpan(tree: YamlTree, written: Field): Span {
  const key = keySpan(written);
  const value = written.merged ? null : spanOf(written.value);
  const end = value && value.start >= key.start ? value.end : key.end;
  // A block ends where the next one begins: not with the blank lines between.
  return { start: key.start, end: key.start + tree.text.slice(key.start, end).trimEnd().length };
}

/** A string, or nothing at all, is the name. */
function overlayFields(tree: YamlTree, overlay: Field | undefined, written: Field): Field[] {
  const name = (value: Field['value'], key: Field['key']): Field[] => [
    { name: 'name', key, value, merged: false },
  ];
  if (!overlay) return name(written.key, written.key);
  const fields = fieldsOf(tree, overlay.value);
  if (fields) return fields;
  return name(overlay.value, overlay.key);
}

function templateName(tree: YamlTree, overlay: Field | undefined, mapping: string): string {
  if (!overlay) return mapping;
  const fields = fieldsOf(tree, overlay.value);
  const name = fields ? fields.find((field) => field.name === 'name')?.value : overlay.value;
  return name ? pythonText(tree, name).slice(0, 500) : mapping;
}

function buildersOf(tree: YamlTree, fields: readonly Field[]): string[] {
  const names: string[] = [];
  for (const field of fields) {
    if (isBuilder(field.name)) names.push(field.name);
    if (field.name !== 'filters') continue;
    for (const block of itemsOf(tree, field.value) ?? [field.value]) {
      for (const filter of fieldsOf(tree, block) ?? []) names.push(filter.name);
    }
  }
  return [...new Set(names)];
}

function warnOfKeys(fields: readonly Field[], findings: Findings): void {
  for (const field of fields) {
    if (isDefinitionKey(field.name)) continue;
    findings.warn(
      {
        code: 'key-unknown',
        message: `Kometa does not allow ${shown(field.name)} in an overlay file and drops the overlay`,
        mend: 'Take it away',
        span: keySpan(field),
        attribute: field.name.slice(0, 100),
      },
      'overlay',
    );
  }
}

const levels: Readonly<Record<LibraryKind, readonly OverlayLevel[]>> = {
  movie: ['movie'],
  show: ['show', 'season', 'episode'],
  artist: ['artist', 'album'],
};

function readLevel(
  { tree, libraryKind }: EntryContext,
  fields: readonly Field[],
  variables: Readonly<Record<string, unknown>>,
  findings: Findings,
): OverlayLevel {
  const field = ['builder_level', 'overlay_level', 'collection_level']
    .map((name) => fields.find((one) => one.name === name))
    .find((one) => one !== undefined);
  const given = variables.builder_level ?? variables.overlay_level;
  const written = field
    ? isBlank(tree, field.value)
      ? ''
      : pythonText(tree, field.value)
    : String(given ?? '');
  if (written === '' || libraryKind === 'movie') return libraryKind ?? 'movie';
  const possible = libraryKind ? levels[libraryKind] : [...levels.show, ...levels.artist];
  const level = possible.find((one) => one === written.toLowerCase());
  if (level) return level;
  if (field && !written.includes('<<') && !(libraryKind === null && written === 'movie')) {
    findings.refuse({
      code: 'level-unknown',
      message: `builder_level is ${shown(written)}; it must be one of ${possible.join(', ')}`,
      mend: `Write one of ${possible.join(', ')}, or take it away`,
      span: valueSpan(field),
      attribute: 'builder_level',
    });
  }
  return libraryKind ?? 'movie';
}

function readSuppressed(
  { tree, mappings }: EntryContext,
  field: Field | undefined,
  findings: Findings,
): string[] {
  if (!field) return [];
  const warn = (code: string, message: string, mend: string) =>
    findings.warn({ code, message, mend, span: valueSpan(field), attribute: 'suppress_overlays' });
  if (!isTruthy(tree, field.value)) {
    warn('suppress-blank', 'suppress_overlays is blank', 'Name overlays of this file, or take it away');
    return [];
  }
  const items = itemsOf(tree, field.value);
  const names = items
    ? items.map((item) => pythonText(tree, item).trim())
    : isMap(follow(tree, field.value))
      ? []
      : pythonText(tree, field.value)
          .split(',')
          .map((name) => name.trim());
  for (const name of names) {
    if (mappings.has(name)) continue;
    warn(
      'suppress-unknown',
      `There is no overlay ${shown(name)} in this file to suppress`,
      'Use the name of a definition in this file',
    );
  }
  return names;
}

/** Builders, filters and other keys of a definition as plain data, for those who answer them. */
export function plainDefinition(tree: YamlTree, written: Field): Record<string, unknown> {
  const plain: Record<string, unknown> = Object.create(null);
  for (const field of fieldsOf(tree, written.value) ?? [])
    plain[field.name.toLowerCase()] = plainOf(tree, field.value);
  return plain;
}
