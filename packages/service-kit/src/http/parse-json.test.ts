import { parseJson } from './parse-json.ts';

const parse = (text: string) => parseJson(Buffer.from(text));
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test('JSON in UTF-8 is read, a byte order mark and all', () => {
  expect(parse('\ufeff{"a":["é",null,1e3]}')).toEqual({ a: ['é', null, 1000] });
});

test.each(['{', '', '{"a":1,}', "{'a':1}", 'NaN', '{"a":"\n"}'])('%j is malformed', (text) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'request.malformed' }));
});

test('bytes that are no UTF-8 are malformed, not replaced', () => {
  expect(() => parseJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow(
    expect.objectContaining({ code: 'request.malformed' }),
  );
});

test('nesting is bounded, however deep somebody goes', () => {
  expect(() => parse(nested(100))).not.toThrow();
  expect(() => parse(nested(101))).toThrow(expect.objectContaining({ code: 'request.malformed' }));
  expect(() => parse(nested(200_000))).toThrow(expect.objectContaining({ code: 'request.malformed' }));
});

test.each(['{"__proto__":{"role":"admin"}}', '{"a":[{"b":{"__proto__":1}}]}', '{"\\u005f_proto__":1}'])(
  '%s is refused and reaches no prototype',
  (text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
    expect(Reflect.get({}, 'role')).toBeUndefined();
  },
);

test('of two keys of one name the last counts, as everywhere in JavaScript', () => {
  expect(parse('{"a":1,"a":2}')).toEqual({ a: 2 });
});
