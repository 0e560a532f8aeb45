import { type Problem, problem } from '@marquee/contracts';

function refused(message: string, cause?: unknown): Problem {
  return problem('request.malformed', { details: [{ message, path: 'path' }], cause });
}

/**
 * Refuses every path that two readers could understand differently. What passes has one reading only: no encoded
 * slash, backslash, percent sign or control byte, no dot segments, nothing raw that belongs encoded.
 */
export function checkPath(url: string): void {
  if (!url.startsWith('/')) throw refused('The request target must be a path.');
  const path = url.split('?', 1)[0] ?? '';
  if (!/^[!-~]*$/.test(path) || /[\\#]/.test(path))
    throw refused('The path holds a byte that must be percent-encoded.');
  if (/%(2f|5c|25|7f|[01][0-9a-f])/i.test(path)) {
    throw refused('The path holds an encoded slash, backslash, percent sign or control byte.');
  }
  for (const segment of path.split('/')) {
    const text = decode(segment);
    if (text === '.' || text === '..') throw refused('The path holds a dot segment.');
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw refused('The path holds bad percent-encoding.', cause);
  }
}
