import { differences } from './differences.ts';

test('only what changed is told, nested values by their path', () => {
  const before = { general: { instanceName: 'Marquee' }, plex: { mode: 'demo', servers: [] } };
  const after = { general: { instanceName: 'Cellar' }, plex: { mode: 'servers', servers: [{ id: 'plex' }] } };
  expect(differences(before, after)).toEqual([
    { path: 'general.instanceName', before: 'Marquee', after: 'Cellar' },
    { path: 'plex.mode', before: 'demo', after: 'servers' },
    { path: 'plex.servers', before: '[]', after: null },
    { path: 'plex.servers.0.id', before: null, after: 'plex' },
  ]);
});

test('something new has no before, something removed no after', () => {
  expect(differences(null, { role: 'viewer' })).toEqual([{ path: 'role', before: null, after: 'viewer' }]);
  expect(differences({ disabled: false }, null)).toEqual([
    { path: 'disabled', before: 'false', after: null },
  ]);
  expect(differences(null, null)).toEqual([]);
});

test('a value that became nothing is told as such', () => {
  expect(differences({ token: 'set' }, { token: null })).toEqual([
    { path: 'token', before: 'set', after: 'null' },
  ]);
});
