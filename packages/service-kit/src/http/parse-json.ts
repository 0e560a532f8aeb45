import { type Problem, problem } from '@marquee/contracts';

/** Deeper than any document of ours, and shallow enough for every recursive reader. */
const MAX_DEPTH = 100;

function malformed(message: string, cause?: unknown): Problem {
  return problem('request.malformed', { details: [{ message, path: 'body' }], cause });
}

/** JSON in UTF-8, neither deeper than we can walk nor with a key that could reach an object's prototype. */
export function parseJson(raw: Uint8Array): unknown {
  const value = parse(raw);
  checkTree(value);
  return value;
}

function parse(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch (cause) {
    throw malformed('The body is not valid JSON in UTF-8.', cause);
  }
}

function checkTree(root: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) throw malformed(`The body is nested deeper than ${MAX_DEPTH} levels.`);
    if (Object.hasOwn(value, '__proto__')) {
      throw problem('request.invalid', {
        details: [{ message: 'A field may not be called __proto__.', path: 'body' }],
      });
    }
    for (const child of Object.values(value)) waiting.push({ value: child, depth: depth + 1 });
  }
}
