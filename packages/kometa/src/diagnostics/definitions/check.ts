import type { Node } from 'yaml';
import type { LibraryKind } from '../../model/definitions/library-kind.ts';
import { readKey } from '../../model/definitions/old-names.ts';
import type { Span } from '../../yaml/places.ts';
import { type Field, fieldsOf, keySpan, pythonText, valueSpan } from '../../yaml/read-values.ts';
import { spanOf, type YamlTree } from '../../yaml/yaml-tree.ts';
import type { Diagnostic, Fix, Report } from '../diagnostic.ts';
import type { Suggest } from '../nearest.ts';

export type Path = Diagnostic['path'];

/** What one part of a file is checked with. */
export interface Check {
  tree: YamlTree;
  /** null where it is not known, as in a template. */
  library: LibraryKind | null;
  /** Names of the templates there are; null where they may come from elsewhere. */
  templates: ReadonlySet<string> | null;
  /** How bad it is when Kometa does not know a key here. */
  unknown: 'error' | 'warning';
  suggest: Suggest;
  report: Report;
}

/** For where Kometa logs what is wrong and goes on. */
export const lenient = (check: Check): Check => ({
  ...check,
  unknown: 'warning',
  report: (one) => check.report(one.severity === 'error' ? { ...one, severity: 'warning' } : one),
});

/** Whether a switch beside these keys is turned off. */
export const isOff = (check: Check, fields: readonly Field[], name: string): boolean =>
  fields.some(
    (field) =>
      field.name.toLowerCase() === name && pythonText(check.tree, field.value).toLowerCase() === 'false',
  );

/** A variable may stand for anything, so what holds one is not judged. */
export const holdsVariable = (text: string): boolean => text.includes('<<');

export function isVariable(check: Check, node: unknown): boolean {
  return holdsVariable(pythonText(check.tree, node));
}

/** Fields whose names are written out, each with its path. */
export function plainFields(check: Check, node: unknown, path: Path): (Field & { path: Path })[] {
  return (fieldsOf(check.tree, node) ?? [])
    .filter((field) => !field.merged && !holdsVariable(field.name))
    .map((field) => ({ ...field, path: [...path, field.name] }));
}

export const spanAt = (node: Node | null, field: Field): Span => {
  const own = spanOf(node);
  return own && own.end > own.start ? own : valueSpan(field);
};

/** Another name for the key, where the key stands. */
function renameKey(check: Check, field: Field, name: string): Fix {
  const span = keySpan(field);
  const quote = /^['"]/.exec(check.tree.text.slice(span.start, span.end))?.[0] ?? '';
  return { title: `Write ${name}`, edits: [{ span, text: `${quote}${name}${quote}` }] };
}

/** Tells of a key that is not known, with the name that was probably meant. */
export function tellUnknown(
  check: Check,
  field: Field & { path: Path },
  told: { code: string; message: string; names: Iterable<string> },
): void {
  const { name, modifier } = readKey(field.name);
  const nearest = check.suggest(`${name}${modifier}`, told.names);
  check.report({
    severity: check.unknown,
    code: told.code,
    message: nearest ? `${told.message}. Did you mean ${nearest}?` : told.message,
    span: keySpan(field),
    path: field.path,
    ...(nearest ? { fix: renameKey(check, field, nearest) } : {}),
  });
}

// What they became takes other values.
const notAlike = /^anilist_(?:tag|genre|season)(?:\.|$)/i;

/** Tells of a key that is written with a name of old. */
export function tellOldName(check: Check, field: Field & { path: Path }): void {
  const { name, modifier, old } = readKey(field.name);
  if (!old) return;
  check.report({
    severity: 'info',
    code: 'definition.old-name',
    message: `${field.name} is an old name; Kometa reads it as ${name}${modifier}`,
    span: keySpan(field),
    path: field.path,
    ...(notAlike.test(field.name) ? {} : { fix: renameKey(check, field, `${name}${modifier}`) }),
  });
}

const libraryNames: Readonly<Record<LibraryKind, string>> = {
  movie: 'films',
  show: 'shows',
  artist: 'music',
};

/** Tells of a key that Kometa refuses in this kind of library. */
export function tellWrongLibrary(
  check: Check,
  field: Field & { path: Path },
  libraries: readonly LibraryKind[] | undefined,
): boolean {
  if (!check.library || !libraries || libraries.includes(check.library)) return false;
  const allowed = libraries.map((kind) => libraryNames[kind]).join(' and ');
  check.report({
    severity: 'error',
    code: 'definition.wrong-library',
    message: `${field.name} works in libraries of ${allowed} only; this is one of ${libraryNames[check.library]}`,
    span: keySpan(field),
    path: field.path,
  });
  return true;
}
