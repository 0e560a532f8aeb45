import type { Settings } from '@marquee/contracts';
import {
  changesOf,
  forgetsToken,
  newServer,
  plexDraftOf,
  refusedFields,
  serverWish,
  wishOf,
} from './settings-draft.ts';

const saved: Settings = {
  general: { instanceName: 'Marquee' },
  signIn: { plex: true, plexPeople: 'invited' },
  plex: {
    mode: 'servers',
    servers: [
      { id: 'plex', name: 'Attic', url: 'http://attic:32400', token: { set: true, unreadable: false } },
    ],
    managed: false,
  },
};
const draft = plexDraftOf(saved.plex);
const [attic] = draft.servers;
if (!attic) throw new Error('There is a server');

test('only what really differs is a change', () => {
  expect(changesOf({ general: { instanceName: 'Marquee' }, plex: draft }, saved)).toEqual({});
  expect(changesOf({ general: { instanceName: 'Cinema' } }, saved)).toEqual({
    general: { instanceName: 'Cinema' },
  });
});

test('a token that was not typed is not sent, so that the saved one stays', () => {
  expect(serverWish(attic)).toEqual({ id: 'plex', name: 'Attic', url: 'http://attic:32400' });
  expect(serverWish({ ...attic, typedToken: '' })).not.toHaveProperty('token');
  expect(serverWish({ ...attic, typedToken: ' abc ' }).token).toBe('abc');
});

test('a new address forgets the saved token unless another one is typed', () => {
  expect(forgetsToken(attic)).toBe(false);
  expect(forgetsToken({ ...attic, url: 'http://cellar:32400' })).toBe(true);
  expect(forgetsToken({ ...attic, url: 'http://cellar:32400', typedToken: 'abc' })).toBe(false);
});

test('what the contract would refuse is known by its field before it is sent', () => {
  const servers = [
    { ...attic, name: ' ' },
    { ...newServer(['plex']), url: 'attic' },
  ];
  expect(refusedFields({ plex: { mode: 'servers', servers } })).toEqual(
    expect.arrayContaining(['plex.servers.0.name', 'plex.servers.1.name', 'plex.servers.1.url']),
  );
  expect(refusedFields({ plex: draft })).toEqual([]);
});

test('sections nobody touched are left out of the wish', () => {
  expect(wishOf({ signIn: { plex: false, plexPeople: 'invited' } })).toEqual({
    signIn: { plex: false, plexPeople: 'invited' },
  });
});

test('a new server gets an id that is free', () => {
  expect(newServer(['plex', 'plex-2']).id).toBe('plex-3');
});
