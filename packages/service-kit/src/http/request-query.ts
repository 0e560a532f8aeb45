import { type Problem, problem } from '@marquee/contracts';

/** The query as plain fields. A repeated one is refused: which of the two counts would be anybody's guess. */
export function readQuery(url: string): Record<string, string> {
  const start = url.indexOf('?');
  const fields = new Map<string, string>();
  if (start === -1) return {};
  for (const pair of url.slice(start + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    if (fields.has(name)) throw repeated(name);
    fields.set(name, equals === -1 ? '' : decode(pair.slice(equals + 1)));
  }
  // fromEntries defines own fields, so even `__proto__` is only a name, which the schema then refuses.
  return Object.fromEntries(fields);
}

function repeated(name: string): Problem {
  return problem('request.invalid', {
    details: [
      { message: 'Given more than once.', path: `query.${name.slice(0, 100)}`, fix: 'Give it once only.' },
    ],
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw problem('request.malformed', {
      details: [{ message: 'The query holds bad percent-encoding.', path: 'query' }],
      cause,
    });
  }
}
