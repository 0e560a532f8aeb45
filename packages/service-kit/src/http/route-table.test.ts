import { type AnyRoute, route } from '@marquee/contracts';
import { z } from 'zod';
import { createRouteTable } from './route-table.ts';

const given = (method: AnyRoute['method'], path: string): AnyRoute =>
  route({ method, path, summary: 's', tag: 't', role: 'viewer', reply: z.object({}) });

test('an address that is spelled out is not taken for a parameter, whatever the method', () => {
  const table = createRouteTable();
  const [readAll, remove] = [given('post', '/notes/read-all'), given('delete', '/notes/:noteId')];
  for (const known of [remove, readAll, given('get', '/notes')]) table.add(known);
  expect(table.isFor(remove, '/api/notes/read-all')).toBe(false);
  expect(table.isFor(readAll, '/api/notes/read-all')).toBe(true);
  expect(table.isFor(remove, '/api/notes/a1')).toBe(true);
  expect(table.methodsFor('/api/notes/read-all')).toEqual(['POST']);
  expect(table.methodsFor('/api/notes/a1')).toEqual(['DELETE']);
  expect(table.methodsFor('/api/notes')).toEqual(['GET', 'HEAD']);
  expect(table.methodsFor('/api/nothing')).toEqual([]);
});

test('what must never start does not: a route without a role, or two for one address', () => {
  const table = createRouteTable();
  expect(() => table.add({ ...given('get', '/a'), role: undefined as unknown as 'viewer' })).toThrow(
    'has no role',
  );
  table.add(given('get', '/a/:id'));
  expect(() => table.add(given('get', '/a/:name'))).toThrow('served twice');
});
