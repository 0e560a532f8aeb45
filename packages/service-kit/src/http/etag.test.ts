import { etagMatches, isNotModified, quoteEtag, requireMatch } from './etag.ts';

test('an entity tag gets the quotes it lacks', () => {
  expect(quoteEtag('v1')).toBe('"v1"');
  expect(quoteEtag('"v1"')).toBe('"v1"');
  expect(quoteEtag('W/"v1"')).toBe('W/"v1"');
});

test.each([
  ['"v1"', true],
  ['*', true],
  ['"v0", "v1"', true],
  ['"v0","v1" , "v2"', true],
  ['"a,b", "v1"', true],
  ['W/"v1"', false],
  ['"v2"', false],
  ['v1', false],
  ['"v1', false],
  ['"v1" "v2"', false],
  ['', false],
  ['"v1"x', false],
])('If-Match: %s against "v1" is %s', (header, matches) => {
  expect(etagMatches(header, '"v1"')).toBe(matches);
  expect(etagMatches(header, 'v1')).toBe(matches);
});

test('a weak version of ours satisfies no write', () => {
  expect(etagMatches('W/"v1"', 'W/"v1"')).toBe(false);
});

test.each([
  ['"v1"', true],
  ['W/"v1"', true],
  ['"v0", W/"v1"', true],
  ['*', true],
  ['"v2"', false],
  [undefined, false],
  ['garbage', false],
])('If-None-Match: %s against "v1" is %s', (header, fresh) => {
  expect(isNotModified(header, '"v1"')).toBe(fresh);
  expect(isNotModified(header, 'W/"v1"')).toBe(fresh);
});

test('a write without a tag needs one, a write with an old one has failed', () => {
  expect(() => requireMatch(undefined, 'v1')).toThrow(
    expect.objectContaining({ code: 'request.precondition-required' }),
  );
  expect(() => requireMatch('"v0"', 'v1')).toThrow(
    expect.objectContaining({ code: 'request.precondition-failed' }),
  );
  expect(() => requireMatch('"v1"', 'v1')).not.toThrow();
});
