import {
  FILTER_MODIFIERS,
  FILTERS,
  readKey,
  SEARCH_ATTRIBUTES,
  type SEARCH_SORTS,
  searchModifiers,
} from '@marquee/kometa';

export type Level = keyof typeof SEARCH_SORTS;
export type LibraryKind = 'movie' | 'show' | 'artist';
/** How a condition's value is asked for. */
export type ValueKind =
  | 'tags'
  | 'texts'
  | 'yesNo'
  | 'day'
  | 'days'
  | 'number'
  | 'years'
  | 'text'
  /** What no control fits: written as YAML. */
  | 'yaml';

/** One thing that a condition may ask about. */
export interface Subject {
  name: string;
  help: string;
  forms: readonly Form[];
}

/** A modifier with what it means, as the catalogue of words calls it. */
export interface Form {
  modifier: string;
  word: Word;
  value: ValueKind;
  /** What Plex can list the values of. */
  live: boolean;
}

type Word =
  | 'is'
  | 'isNot'
  | 'matches'
  | 'contains'
  | 'containsNot'
  | 'isExactly'
  | 'isNotExactly'
  | 'begins'
  | 'ends'
  | 'within'
  | 'notWithin'
  | 'before'
  | 'after'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'rated'
  | 'countGt'
  | 'countGte'
  | 'countLt'
  | 'countLte'
  | 'are';

const compares: Readonly<Record<string, Word>> = { '.gt': 'gt', '.gte': 'gte', '.lt': 'lt', '.lte': 'lte' };
const counts: Readonly<Record<string, Word>> = {
  '.count_gt': 'countGt',
  '.count_gte': 'countGte',
  '.count_lt': 'countLt',
  '.count_lte': 'countLte',
};
const texts: Readonly<Record<string, Word>> = {
  '': 'contains',
  '.not': 'containsNot',
  '.is': 'isExactly',
  '.isnot': 'isNotExactly',
  '.begins': 'begins',
  '.ends': 'ends',
};
type Kind = ReturnType<typeof searchModifiers>[number]['kind'] | keyof typeof FILTER_MODIFIERS;

function formOf(kind: Kind, modifier: string): Form {
  const form = (word: Word, value: ValueKind, live = false): Form => ({ modifier, word, value, live });
  if (modifier === '.regex') return form('matches', 'texts');
  const compared = compares[modifier];
  switch (kind) {
    case 'tag':
      return counts[modifier]
        ? form(counts[modifier], 'number')
        : form(modifier === '' ? 'is' : 'isNot', 'tags', true);
    case 'word':
      return form(modifier === '' ? 'is' : 'isNot', 'tags');
    case 'text':
      return form(texts[modifier] ?? 'contains', 'texts');
    case 'boolean':
      return form('is', 'yesNo');
    case 'date':
      if (modifier === '.before' || modifier === '.after')
        return form(modifier === '.before' ? 'before' : 'after', 'day');
      return form(modifier === '' ? 'within' : 'notWithin', 'days');
    case 'number':
    case 'decimal':
      if (modifier === '.rated') return form('rated', 'yesNo');
      return form(compared ?? (modifier === '' ? 'is' : 'isNot'), 'number');
    case 'year':
      return compared ? form(compared, 'text') : form(modifier === '' ? 'is' : 'isNot', 'years', true);
    case 'history':
      return form('is', 'text');
    case 'within':
      return form('are', 'yaml');
  }
}

/** Each modifier once: where two kinds have it, the first is what Kometa does. */
function formsOf(kinds: readonly { kind: Kind; modifier: string }[]): Form[] {
  const forms = new Map<string, Form>();
  for (const { kind, modifier } of kinds) {
    if (!forms.has(modifier)) forms.set(modifier, formOf(kind, modifier));
  }
  return [...forms.values()];
}

/** What a search of a library of this kind may ask about; null for any kind. */
export function searchSubjects(library: LibraryKind | null): Subject[] {
  return Object.entries(SEARCH_ATTRIBUTES)
    .filter(([, { libraries }]) => library === null || !libraries || libraries.includes(library))
    .map(([name, { help }]) => ({ name, help, forms: formsOf(searchModifiers(name)) }));
}

/** What filters may look at on this level; null where that is not known. */
export function filterSubjects(level: Level | null): Subject[] {
  return Object.entries(FILTERS)
    .filter(([, { levels, refused }]) => !refused && (level === null || levels.includes(level)))
    .map(([name, { help, kinds }]) => ({
      name,
      help,
      forms: formsOf(
        kinds.flatMap((kind) =>
          FILTER_MODIFIERS[kind]
            .filter((modifier) => !(name === 'year' && modifier.startsWith('.count_')))
            .map((modifier) => ({ kind, modifier })),
        ),
      ),
    }));
}

/** A key taken apart; `subject` is undefined for what is no condition here. */
export function readCondition(key: string, subjects: readonly Subject[]) {
  const { name, modifier } = readKey(key);
  const subject = subjects.find((one) => one.name === name);
  return { name, modifier, subject, form: subject?.forms.find((one) => one.modifier === modifier) };
}

/** The first key of a subject that is not taken yet; two conditions cannot have one key. */
export function freeKey(subject: Subject, taken: readonly string[]): string | null {
  const keys = new Set(taken.map((key) => key.toLowerCase()));
  const form = subject.forms.find(({ modifier }) => !keys.has(`${subject.name}${modifier}`));
  return form ? `${subject.name}${form.modifier}` : null;
}

/** With what a condition begins; nothing is still to be typed. */
export const blankValue = (value: ValueKind): boolean | null => (value === 'yesNo' ? true : null);
