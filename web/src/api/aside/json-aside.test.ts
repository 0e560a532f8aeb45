import { dataOf, fetchForData, writtenBody } from './json-aside.ts';

const LONG = 'é'.repeat(2_000_000);
const answered = async (body: string, headers: Record<string, string> = {}) => {
  window.fetch = async () =>
    new Response(body, { status: 201, headers: { 'content-type': 'application/json', ...headers } });
  return await fetchForData('http://marquee/api/x');
};

test.each([
  ['a small answer', { a: 1 }],
  ['a large answer', { a: LONG }],
])('%s says what it says, and keeps its status and headers', async (_name, data) => {
  const answer = await answered(JSON.stringify(data), { etag: '"x"' });
  expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"x"']);
  expect(await dataOf(answer)).toEqual(data);
});

test('of a large answer nothing is left to be copied', async () => {
  const answer = await answered(JSON.stringify({ a: LONG }));
  expect(await answer.clone().text()).toBe('');
  expect(await dataOf(answer)).toEqual({ a: LONG });
});

test('a large answer that is no JSON fails as a small one does', async () => {
  for (const body of ['<html>', `<html>${LONG}`])
    await expect(answered(body).then(dataOf)).rejects.toThrow(SyntaxError);
  expect(await answered('').then(dataOf)).toBeNull();
});

test('a body with a large text becomes bytes, others are left alone', async () => {
  const small = { text: 'a' };
  expect(await writtenBody(small)).toBe(small);
  const large = await writtenBody({ text: LONG });
  expect(large).toBeInstanceOf(Blob);
  expect((large as Blob).size).toBe(new TextEncoder().encode(JSON.stringify({ text: LONG })).length);
});
