import { readQuery } from './request-query.ts';

test('fields are decoded, an empty one is an empty text', () => {
  expect(readQuery('/x?a=1&b=two+words&c=%C3%A9%26&d=&e')).toEqual({
    a: '1',
    b: 'two words',
    c: 'é&',
    d: '',
    e: '',
  });
  expect(readQuery('/x')).toEqual({});
  expect(readQuery('/x?&&')).toEqual({});
});

test('a repeated field is refused, however it is spelled', () => {
  expect(() => readQuery('/x?a=1&%61=2')).toThrow(
    expect.objectContaining({
      code: 'request.invalid',
      details: [expect.objectContaining({ path: 'query.a' })],
    }),
  );
});

test('bad percent-encoding is malformed', () => {
  expect(() => readQuery('/x?a=%e9')).toThrow(expect.objectContaining({ code: 'request.malformed' }));
});

test('a field called __proto__ is only a field', () => {
  const fields = readQuery('/x?__proto__=1&constructor=2');
  expect(Object.keys(fields)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
});
