import type { OverlayKind } from '../attributes/attribute.ts';
import type { Span } from '../yaml/places.ts';
import { pythonInteger } from '../yaml/read-values.ts';
import { type Findings, shown } from './problems.ts';

const MAX_NAME = 20_000;
const beforeBrackets = /^(?:audience|critic|user)_rating([0%#]?)$/;

/** Which kind a name asks for: its beginning decides, as in Kometa. */
export function kindOfName(name: string): OverlayKind {
  if (name.startsWith('blur')) return 'blur';
  if (name.startsWith('text')) return 'text';
  return name.startsWith('backdrop') ? 'backdrop' : 'image';
}

/** The name as Kometa normalises it, or null when it is refused. */
export function readName(name: string, span: Span, findings: Findings): string | null {
  const refuse = (code: string, message: string, mend: string) => {
    findings.refuse({ code, message, mend, span, attribute: 'name' });
    return null;
  };
  if (name.length > MAX_NAME) {
    return refuse('name-too-long', `The name has ${name.length} characters`, `Use ${MAX_NAME} at most`);
  }
  if (name.includes('|')) {
    return refuse('name-bar', 'A name cannot hold a |', 'Use another character, such as · or /');
  }
  switch (kindOfName(name)) {
    case 'blur':
      return readBlur(name, span, findings);
    case 'text': {
      const text = /text\((.+)\)/.exec(name)?.[1];
      if (text === undefined) {
        return refuse(
          'text-unreadable',
          `Kometa finds no text in ${shown(name)}`,
          'Write text(what to draw), on one line. A picture’s name cannot begin with “text”',
        );
      }
      return `text(${withBrackets(text)})`;
    }
    case 'backdrop':
      if (name === 'backdrop') return name;
      return refuse(
        'backdrop-name',
        `A name that begins with “backdrop” must be just that, not ${shown(name)}: Kometa fails on it`,
        'Write backdrop, or give the picture another name',
      );
    case 'image':
      return name;
  }
}

function readBlur(name: string, span: Span, findings: Findings): string {
  const radius = pythonInteger(/\(([^)]+)\)/.exec(name)?.[1] ?? '');
  if (radius !== null && Number.isSafeInteger(radius)) return `blur(${radius})`;
  findings.warn({
    code: 'blur-unreadable',
    message: `Kometa finds no number in ${shown(name)} and blurs by 50`,
    mend: 'Write blur(50), or another whole number',
    span,
    attribute: 'name',
  });
  return 'blur(50)';
}

/** Kometa still reads ratings as they were written before there were variables. */
function withBrackets(text: string): string {
  const modifier = beforeBrackets.exec(text)?.[1];
  if (modifier === undefined) return text;
  const variable = modifier === '' ? text : text.slice(0, -1);
  if (modifier === '') return `<<${variable}>>`;
  if (modifier === '#') return `<<${variable}#>>`;
  return modifier === '%' ? `<<${variable}%>>%` : `<<${variable}%>>`;
}
