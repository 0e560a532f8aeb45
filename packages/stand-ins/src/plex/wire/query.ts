/** A query as Plex reads it: ordered, repeatable, and with operators where others have only `=`. */
export type Operator = '=' | '!=' | '==' | '!==' | '<=' | '>=' | '<<=' | '>>=';

export interface Parameter {
  name: string;
  operator: Operator;
  value: string;
}

export interface Query {
  list: Parameter[];
  /** The first plain `name=value`. */
  get(name: string): string | undefined;
  all(name: string): string[];
  has(name: string): boolean;
}

const operators: Operator[] = ['!==', '<<=', '>>=', '==', '!=', '<=', '>=', '='];

/** Percent-decodes; text that is not valid stays as it came, because a query must never crash the server. */
export const decodeText = (text: string): string => {
  const spaced = text.replaceAll('+', ' ');
  return spaced.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
};

// The operator ends in the raw `=` that separates name and value; its other characters may be percent-encoded.
const pairShape = /^((?:(?!%21|%3C|%3D|%3E)[^=!<>])*)((?:[!<>=]|%21|%3C|%3D|%3E)*=)(.*)$/is;

const readPair = (pair: string): Parameter | undefined => {
  const found = pairShape.exec(pair);
  if (!found) return pair === '' ? undefined : { name: decodeText(pair), operator: '=', value: '' };
  const [, rawName = '', rawOperator = '=', rawValue = ''] = found;
  const written = decodeText(rawOperator);
  const operator = operators.find((known) => written.startsWith(known)) ?? '=';
  return {
    name: decodeText(rawName),
    operator,
    value: written.slice(operator.length) + decodeText(rawValue),
  };
};

export const queryOf = (list: Parameter[]): Query => ({
  list,
  get: (name) => list.find((one) => one.name === name && one.operator === '=')?.value,
  all: (name) => list.filter((one) => one.name === name && one.operator === '=').map((one) => one.value),
  has: (name) => list.some((one) => one.name === name),
});

export const parseQuery = (raw: string): Query =>
  queryOf(raw.split('&').flatMap((pair) => readPair(pair) ?? []));
