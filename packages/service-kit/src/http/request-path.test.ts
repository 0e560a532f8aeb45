import { Problem } from '@marquee/contracts';
import { checkPath } from './request-path.ts';

test.each([
  '/',
  '/api/notes/a1',
  '/api/notes/caf%C3%A9',
  '/a%20b',
  '/api/notes?x=..%2f..',
  '/a.b/...',
  '/ws/status',
])('%s has one reading and passes', (url) => expect(() => checkPath(url)).not.toThrow());

test.each([
  '/files/..%2f..%2fetc%2fpasswd',
  '/files/%252e%252e/x',
  '/files/..%5c',
  '/files/a%00.yml',
  '/files/../x',
  '/files/%2e%2e/x',
  '/files/.%2E/x',
  '/./x',
  '/a%0d%0aset-cookie:x',
  '/a%zz',
  '/a%c3%28',
  '/a%',
  '/a\\b',
  '/a\u0001',
  '/a b',
  '/caf\u00e9',
  'http://elsewhere/api',
  '*',
  '',
])('%j is refused as malformed', (url) => {
  expect(() => checkPath(url)).toThrow(Problem);
  expect(() => checkPath(url)).toThrow(expect.objectContaining({ code: 'request.malformed', status: 400 }));
});
