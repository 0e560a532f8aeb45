import { z } from 'zod';
import { strictly } from './strict-schema.ts';

const Point = z.object({ x: z.number() });
interface Tree {
  name: string;
  children: Tree[];
}
const Tree: z.ZodType<Tree> = z.object({ name: z.string(), children: z.array(z.lazy(() => Tree)) });

test.each<[string, z.ZodType, unknown, unknown]>([
  ['an object', Point, { x: 1 }, { x: 1, y: 2 }],
  ['an object in an object', z.object({ at: Point }), { at: { x: 1 } }, { at: { x: 1, y: 2 } }],
  ['an array', z.array(Point), [{ x: 1 }], [{ x: 1, y: 2 }]],
  ['a record', z.record(z.string(), Point), { a: { x: 1 } }, { a: { x: 1, y: 2 } }],
  ['a tuple', z.tuple([Point]), [{ x: 1 }], [{ x: 1, y: 2 }]],
  ['a union', z.union([Point, z.string()]), { x: 1 }, { x: 1, y: 2 }],
  [
    'a discriminated union',
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a'), at: Point }),
      z.object({ kind: z.literal('b') }),
    ]),
    { kind: 'a', at: { x: 1 } },
    { kind: 'a', at: { x: 1, y: 2 } },
  ],
  ['an optional field', z.object({ at: Point.optional() }), {}, { at: { x: 1, y: 2 } }],
  ['a nullable field', z.object({ at: Point.nullable() }), { at: null }, { at: { x: 1, y: 2 } }],
  ['a field with a default', z.object({ at: Point.default({ x: 0 }) }), {}, { at: { x: 1, y: 2 } }],
  ['a read-only object', Point.readonly(), { x: 1 }, { x: 1, y: 2 }],
  ['what is then transformed', Point.transform(({ x }) => x), { x: 1 }, { x: 1, y: 2 }],
  [
    'a recursive schema',
    Tree,
    { name: 'a', children: [{ name: 'b', children: [] }] },
    { name: 'a', children: [{ name: 'b', children: [], extra: 1 }] },
  ],
])('%s takes what it names and refuses what it does not', (_what, schema, good, bad) => {
  expect(strictly(schema).safeParse(good).success).toBe(true);
  expect(strictly(schema).safeParse(bad).success).toBe(false);
  expect(schema.safeParse(bad).success).toBe(true);
});

test('checks, defaults and transformations stay', () => {
  const schema = z
    .object({ a: z.string().min(2), b: z.coerce.number().default(3) })
    .refine(({ a }) => a !== 'no', { error: 'not no' });
  expect(strictly(schema).parse({ a: 'ok' })).toEqual({ a: 'ok', b: 3 });
  expect(strictly(schema).safeParse({ a: 'x' }).success).toBe(false);
  expect(strictly(schema).safeParse({ a: 'no' }).success).toBe(false);
});

test('an object that the contract calls loose stays loose', () => {
  expect(strictly(z.looseObject({ a: z.string() })).safeParse({ a: '', b: 1 }).success).toBe(true);
});
