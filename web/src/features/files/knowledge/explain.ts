import type { KeySpec, ValueSpec } from '@marquee/kometa';
import { tellSchedule } from '../../../forms/schedule-words.ts';
import { placeOf } from './place-of.ts';
import { kindOfText, specOfFile } from './specs-of-file.ts';
import { formsOf, keyAt, specsAt } from './walk-spec.ts';
import type { LineSource } from './yaml-lines.ts';

/** What is said of what stands at a place, in Markdown; columns from 0. */
export interface Explained {
  start: number;
  end: number;
  markdown: string[];
}

export function explainAt(
  source: LineSource,
  at: { path: string; line: number; column: number },
  now: Date,
): Explained | null {
  const place = placeOf(source, at.line, at.column);
  if (!place || place.is === 'word') return null;
  const root = specOfFile(kindOfText(at.path, source));
  const { start, end } = place;
  const isSchedule = specsAt(root, place.path).some(({ type }) => type === 'schedule');
  if (place.is === 'value' && HIDDEN.test(place.text)) return { start, end, markdown: [HIDDEN_WORDS] };
  if (place.is === 'value') {
    return isSchedule && place.text !== '' ? { start, end, markdown: [sayText(place.text, now)] } : null;
  }
  const key = keyAt(root, place.path);
  return key ? { start, end, markdown: [explainKey(key.name, key.spec)] } : null;
}

const HIDDEN = /<<hidden:[^<>\s]+>>/;
const HIDDEN_WORDS =
  'A key, a token or a password stands here. Left as it is, the value stays; what you write instead takes its place.';

/** All that the model knows of a key. */
export function explainKey(name: string, spec: KeySpec): string {
  const facts = [
    sayValue(spec.value),
    spec.required ? 'Required.' : '',
    spec.default === undefined ? '' : `When it is not there: \`${spec.default}\`.`,
    spec.libraries
      ? `Only in libraries of ${spec.libraries.map((kind) => PLURALS[kind]).join(' and ')}.`
      : '',
    spec.secret ? 'A secret: its value is not shown, and kept out of the history.' : '',
    spec.renamedTo ? `An old name: write \`${spec.renamedTo}\` now.` : '',
    spec.movedTo ? `It belongs to ${spec.movedTo} now.` : '',
    spec.ignored ? `Kometa passes it over: ${spec.ignored}.` : '',
    spec.refused ? `Kometa stops at it: ${spec.refused}.` : '',
  ].filter((fact) => fact !== '');
  return [`**${name}**`, spec.help, facts.join('  \n')].filter((part) => part !== '').join('\n\n');
}

const PLURALS = { movie: 'films', show: 'shows', artist: 'artists' } as const;
const MANY_WORDS = 14;

function sayValue(value: ValueSpec): string {
  const said = [...new Set(formsOf(value).map(sayForm))].filter((form) => form !== '');
  return said.length === 0 ? '' : `Takes ${said.join(', or ')}.`;
}

function sayForm(form: ValueSpec): string {
  switch (form.type) {
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return `a whole number${sayRange(form)}`;
    case 'number':
      return `a number${sayRange(form)}`;
    case 'text':
      return 'a text';
    case 'choice': {
      const some = form.of.slice(0, MANY_WORDS).map((word) => `\`${word}\``);
      return (
        some.join(', ') + (form.of.length > MANY_WORDS ? ` and ${form.of.length - MANY_WORDS} more` : '')
      );
    }
    case 'date':
      return 'a date';
    case 'schedule':
      return 'a schedule';
    case 'list':
      return form.comma ? 'a list, also with commas' : 'a list';
    case 'map':
      return 'keys of its own';
    case 'dictionary':
      return 'names with values';
    case 'any':
    case 'either':
      return '';
  }
}

function sayRange({ min, max }: { min?: number; max?: number }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, at least ${min}`;
  return max === undefined ? '' : `, at most ${max}`;
}

/** When a schedule runs, in words and in days. */
function sayText(written: string, now: Date): string {
  const told = tellSchedule(written.replace(/^(['"])(.*)\1$/, '$2'), now);
  if ('trouble' in told) return told.trouble;
  const words = `Runs ${told.words}.`;
  return told.next.length === 0
    ? `${words}\n\nIt will never run.`
    : `${words}\n\nNext: ${told.next.join(', ')}`;
}
