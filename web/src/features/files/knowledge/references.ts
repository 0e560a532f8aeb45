import { placeOf as placeInFolder } from '@marquee/kometa';
import { type Place, placeOf } from './place-of.ts';
import { ITEM, isDeeper, type LineSource, linesOfText, readLine, type Step } from './yaml-lines.ts';

/** Where what stands in a text leads. */
export interface Target {
  path: string;
  line: number;
  /** From where to where what leads there goes, from 0. */
  start: number;
  end: number;
}

const FILE_LISTS = /^(?:collection|metadata|overlay|image|playlist)_files$|_path$|^external_templates$/;

/** The file or the template that is named at a place; columns from 0. */
export function targetAt(
  source: LineSource,
  at: { path: string; line: number; column: number },
  textOf: (path: string) => string | null,
): Target | null {
  const place = placeOf(source, at.line, at.column);
  if (!place || place.is === 'key') return null;
  const { start, end, path, is } = place;
  const name = bare(place.text);
  if (callsTemplate(path, is)) {
    const called = /^\{.*\bname:\s*([^,}]+)/.exec(place.text)?.[1]?.trim() ?? name;
    const found = findTemplate(source, at.path, called, textOf);
    return found && { ...found, start, end };
  }
  const last = path.at(-1);
  const listed = path.some((step) => typeof step === 'string' && FILE_LISTS.test(step));
  if (!listed || !(last === 'file' || last === ITEM)) return null;
  const inFolder = placeInFolder(name);
  if (inFolder.place !== 'inside' || textOf(inFolder.path) === null) return null;
  return { path: inFolder.path, line: 1, start, end };
}

const bare = (text: string) => text.replace(/^(['"])(.*)\1$/, '$2');

/** The names below a key of the root, with their lines. */
function namesBelow(source: LineSource, section: string): { name: string; line: number }[] {
  const found: { name: string; line: number }[] = [];
  let inside = false;
  let column: number | null = null;
  for (let line = 1; line <= source.count; line += 1) {
    const text = source.line(line);
    const least = inside ? column : 0;
    if (least !== null && isDeeper(text, least)) continue;
    const read = readLine(text);
    if (read.isBlank) continue;
    if (read.column === 0 && read.key) {
      inside = read.key.name === section;
      column = null;
    } else if (inside && read.key) {
      column ??= read.column;
      if (read.column === column) found.push({ name: read.key.name, line });
    }
  }
  return found;
}

export const templateNames = (source: LineSource): string[] =>
  namesBelow(source, 'templates').map(({ name }) => name);

function findTemplate(
  source: LineSource,
  path: string,
  name: string,
  textOf: (path: string) => string | null,
): { path: string; line: number } | null {
  const here = namesBelow(source, 'templates').find((template) => template.name === name);
  if (here) return { path, line: here.line };
  for (const file of externalFiles(source)) {
    const text = textOf(file);
    const there = text === null ? [] : namesBelow(linesOfText(text), 'templates');
    const found = there.find((template) => template.name === name);
    if (found) return { path: file, line: found.line };
  }
  return null;
}

/** Files of the folder that this one takes templates from. */
function externalFiles(source: LineSource): string[] {
  const files: string[] = [];
  let inside = false;
  for (let line = 1; line <= source.count; line += 1) {
    const read = readLine(source.line(line));
    if (read.isBlank) continue;
    if (read.column === 0 && read.key) inside = read.key.name === 'external_templates';
    const written = inside && (read.key === null || read.key.name === 'file') ? bare(read.value) : '';
    const place = written === '' ? null : placeInFolder(written);
    if (place?.place === 'inside') files.push(place.path);
  }
  return files;
}

/** `template: it`, `template: {name: it}` over several lines, and lists of them. */
export function callsTemplate(path: readonly Step[], is: Place['is']): boolean {
  const last = path.at(-1);
  const before = path.at(-2);
  const called = (step: Step | undefined) => step === 'template' || step === 'other_template';
  if (last === 'name') return called(before === ITEM ? path.at(-3) : before);
  if (last === ITEM) return is === 'word' && called(before);
  return is === 'value' && called(last);
}
