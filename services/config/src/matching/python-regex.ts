import { CannotTell } from './verdict.ts';

/** A regular expression of Python, tried as Python would try it. */
export interface PythonRegex {
  search(text: string): boolean;
  /** From the first character on. */
  match(text: string): boolean;
}

const LONGEST = 300;
/** Steps of one try at most, in the worst case. */
const MOST_STEPS = 2_000_000;

const DIGIT = '\\p{Nd}';
const WORD = '\\p{L}\\p{N}_';
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const START = '(?<![\\s\\S])';
const END = '(?![\\s\\S])';
const EDGE = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;

/** Throws where Python and JavaScript differ in what it says, and where it might take too long. */
export function pythonRegex(source: string): PythonRegex {
  if (source.length > LONGEST) throw differs(source, 'it is too long');
  const { pattern, flags, repeats } = translate(source);
  const read = (before: string): RegExp => {
    try {
      return new RegExp(`${before}(?:${pattern})`, flags);
    } catch {
      throw differs(source, 'it cannot be read');
    }
  };
  const anywhere = read('');
  const atStart = read(START);
  const test = (regex: RegExp) => (text: string) => {
    if ((text.length + 1) ** (repeats + 1) > MOST_STEPS)
      throw differs(source, 'it may take too long on long texts');
    return regex.test(text);
  };
  return { search: test(anywhere), match: test(atStart) };
}

const differs = (source: string, why: string) =>
  new CannotTell(`The regular expression “${source.slice(0, 80)}” is not tried here: ${why}`);

interface Group {
  /** It repeats something, or offers several ways. */
  branches: boolean;
  behind: boolean;
}

function translate(source: string) {
  const [, letters = ''] = /^\(\?([imsu]+)\)/.exec(source) ?? [];
  const dotAll = letters.includes('s');
  const many = letters.includes('m');
  let at = letters === '' ? 0 : letters.length + 3;
  let pattern = '';
  let repeats = 0;
  let branches = 0;
  const groups: Group[] = [{ branches: false, behind: false }];
  /** What a repetition would repeat: nothing, something plain, or a group. */
  let last: 'nothing' | 'plain' | Group = 'nothing';
  const inner = (): Group => groups.at(-1) ?? { branches: false, behind: false };
  const put = (text: string, length = 1) => {
    pattern += text;
    at += length;
    last = 'plain';
  };

  while (at < source.length) {
    const rest = source.slice(at);
    const [one = ''] = rest;
    const repeat = /^(?:[*+?]|\{(?:\d+(?:,\d*)?|,\d+)\})/.exec(rest)?.[0];
    if (repeat !== undefined) {
      const [, lazy = ''] = /^([?+*]?)/.exec(rest.slice(repeat.length)) ?? [];
      if (last === 'nothing' || lazy === '+' || lazy === '*')
        throw differs(source, 'it repeats in a way of Python’s own');
      if (inner().behind) throw differs(source, 'it looks back over a length that varies');
      const isBounded = repeat === '?' || /^\{(\d+)(?:,\1)?\}$/.test(repeat);
      if (typeof last === 'object' && last.branches && repeat !== '?')
        throw differs(source, 'it may take too long');
      if (repeat === '?') branches += 1;
      else if (!isBounded) repeats += 1;
      inner().branches = true;
      pattern += `${repeat.startsWith('{,') ? `{0${repeat.slice(1)}` : repeat}${lazy}`;
      at += repeat.length + lazy.length;
      last = 'nothing';
    } else if (one === '\\') {
      const [written, text] = escaped(source, rest, false);
      put(text, written.length);
    } else if (one === '[') {
      const [written, text] = bracketed(source, rest);
      put(text, written.length);
    } else if (one === '(') {
      const [open = '', how = ''] = /^\((\?(?:[:=!]|<[=!]|P<[A-Za-z_]\w*>)|(?!\?))/.exec(rest) ?? [];
      if (open === '') throw differs(source, 'it has a group of Python’s own');
      groups.push({ branches: false, behind: how.startsWith('?<') || inner().behind });
      pattern += open.replace('?P<', '?<');
      at += open.length;
      last = 'nothing';
    } else if (one === ')') {
      const closed = groups.length > 1 ? groups.pop() : undefined;
      if (closed === undefined) throw differs(source, 'it cannot be read');
      if (closed.branches) inner().branches = true;
      put(')');
      last = closed;
    } else if (one === '|') {
      if (inner().behind) throw differs(source, 'it looks back over a length that varies');
      inner().branches = true;
      branches += 1;
      put('|');
      last = 'nothing';
    } else if (one === '.') put(dotAll ? '[\\s\\S]' : '[^\\n]');
    else if (one === '^') put(many ? '(?<![^\\n])' : START);
    else if (one === '$') put(many ? `(?=\\n|${END})` : `(?=\\n?${END})`);
    else {
      const [character = one] = rest;
      const point = [...rest.slice(0, 2)][0] ?? character;
      put(/[{}\]/]/.test(point) ? `\\${point}` : point, point.length);
    }
  }
  if (groups.length > 1) throw differs(source, 'it cannot be read');
  if (branches > 12) throw differs(source, 'it may take too long');
  return { pattern, flags: letters.includes('i') ? 'iu' : 'u', repeats };
}

/** What a backslash says, with what is written of it. */
function escaped(source: string, rest: string, inBrackets: boolean): [written: string, text: string] {
  const [written = ''] = /^\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|[\s\S])/.exec(rest) ?? [];
  const letter = written.slice(1, 2);
  const classes: Record<string, string> = { d: DIGIT, w: WORD, s: SPACE };
  const kind = classes[letter];
  if (kind !== undefined) return [written, inBrackets ? kind : `[${kind}]`];
  const other = classes[letter.toLowerCase()];
  if (other !== undefined && !inBrackets && letter !== letter.toLowerCase()) return [written, `[^${other}]`];
  if (letter === 'D') return [written, '\\P{Nd}'];
  if (!inBrackets) {
    if (letter === 'b') return [written, EDGE];
    if (letter === 'A') return [written, START];
    if (letter === 'Z') return [written, END];
  }
  if (/^[tnrfv]$/.test(letter) || written.length > 2) return [written, written];
  if (letter === '' || /[A-Za-z0-9]/.test(letter)) throw differs(source, `\\${letter} is not known here`);
  return [
    written,
    /[\^$\\.*+?()[\]{}|/-]/.test(letter) ? (letter === '-' && !inBrackets ? '-' : written) : letter,
  ];
}

function bracketed(source: string, rest: string): [written: string, text: string] {
  let text = rest.startsWith('[^') ? '[^' : '[';
  let at = text.length;
  const first = at;
  while (at < rest.length && (rest[at] !== ']' || at === first)) {
    if (rest[at] === '\\') {
      const [written, meant] = escaped(source, rest.slice(at), true);
      text += meant;
      at += written.length;
    } else {
      const point = [...rest.slice(at, at + 2)][0] ?? '';
      text += point === ']' || point === '[' ? `\\${point}` : point;
      at += point.length;
    }
  }
  if (at >= rest.length) throw differs(source, 'it cannot be read');
  return [rest.slice(0, at + 1), `${text}]`];
}
