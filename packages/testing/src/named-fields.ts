import { type AnyRoute, API_PREFIX } from '@marquee/contracts';
import { z } from 'zod';

type Step = string | number;
type Where = 'params' | 'query' | 'body';

/** A place of a request where a text goes that could name a file. */
export interface NamedField {
  where: Where;
  at: readonly Step[];
  /** `FilePath`, `FileId` … where the contract calls it so. */
  type: string | undefined;
}

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
});
type Schema = z.output<typeof Schema>;

/** All texts of a request that are not one of a few words, found in the same schemas that OpenAPI is printed from. */
export function namedFields({ params, query, body }: AnyRoute): NamedField[] {
  return [
    ...fieldsIn('params', params),
    ...fieldsIn('query', query),
    ...fieldsIn('body', body).filter(({ type, at }) => type !== undefined || isName(at.at(-1))),
  ];
}

const isName = (step: Step | undefined): boolean =>
  typeof step === 'string' && /(path|name|file|folder|font|image|title|id)s?$/i.test(step);

function fieldsIn(where: Where, schema: z.ZodType | undefined): NamedField[] {
  if (schema === undefined) return [];
  const root = Schema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const definitions = z.record(z.string(), z.unknown()).parse(root.$defs ?? {});
  const found = new Map<string, NamedField>();
  const walk = (
    one: unknown,
    at: readonly Step[],
    type: string | undefined,
    open: readonly string[],
  ): void => {
    const node: Schema = Schema.parse(one === true || one === undefined ? {} : one);
    const name = node.$ref?.split('/').at(-1);
    if (name !== undefined) {
      if (!open.includes(name)) walk(definitions[name], at, name, [...open, name]);
      return;
    }
    for (const part of [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])])
      walk(part, at, type, open);
    if (node.items !== undefined) walk(node.items, [...at, 0], type, open);
    for (const [key, inner] of Object.entries(node.properties ?? {}))
      walk(inner, [...at, key], undefined, open);
    if (node.type === 'string' && node.enum === undefined && node.const === undefined && at.length > 0)
      found.set(at.join('.'), { where, at, type });
  };
  walk(root, [], undefined, []);
  return [...found.values()];
}

export interface NamedRequest {
  method: string;
  /** As it goes over the wire: nobody tidies it up. */
  path: string;
  body: string | Uint8Array | undefined;
  type: string;
}

/** The request of the route's examples, with this text in that place; undefined where it cannot be sent. */
export function requestWith(
  route: AnyRoute,
  field: NamedField | undefined,
  text: string,
  known: Readonly<Record<string, string>>,
): NamedRequest | undefined {
  const { examples } = route;
  const base = (example: unknown) =>
    JSON.parse(JSON.stringify(example ?? {}).replaceAll('"demo.', '"attic.'));
  const parts: Record<Where, unknown> = {
    params: { ...base(examples?.params), ...known },
    query: base(examples?.query),
    body: base(examples?.body),
  };
  if (field !== undefined)
    parts[field.where] = put(withoutIdBeside(parts[field.where], field), field.at, text);
  const isSendable = field?.where === 'body' || (text !== '' && !/\p{Cs}/u.test(text));
  if (!isSendable) return undefined;
  const values = z.record(z.string(), z.unknown()).parse(parts.params);
  const path = String(route.path).replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  );
  const query = Object.entries(z.record(z.string(), z.unknown()).parse(parts.query))
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  return {
    method: route.method.toUpperCase(),
    path: `${API_PREFIX}${path}${query === '' ? '' : `?${query}`}`,
    ...(route.upload
      ? { body: 'no such thing', type: String(route.upload[0]) }
      : {
          body: route.body === undefined ? undefined : JSON.stringify(parts.body),
          type: 'application/json',
        }),
  };
}

/** A new file is named instead of one that is there, wherever it is named. */
function withoutIdBeside(base: unknown, { type, at: [step = '', ...below], ...field }: NamedField): unknown {
  const map = z.record(z.string(), z.unknown()).safeParse(base).data;
  if (map === undefined || type !== 'FilePath') return base;
  if (below.length > 0) return { ...map, [step]: withoutIdBeside(map[step], { ...field, type, at: below }) };
  if (Object.hasOwn(map, step)) return base;
  const { fileId: _instead, ...rest } = map;
  return rest;
}

function put(base: unknown, [step, ...rest]: readonly Step[], text: string): unknown {
  if (step === undefined) return text;
  if (typeof step === 'number') {
    const [first, ...others] = Array.isArray(base) ? base : [];
    return [put(first, rest, text), ...others];
  }
  const map = z.record(z.string(), z.unknown()).safeParse(base).data ?? {};
  return { ...map, [step]: put(map[step], rest, text) };
}
