import { UserName } from '@marquee/contracts';
import fc from 'fast-check';
import { sqlitePeople } from '../adapters/sqlite-people.ts';
import { type TestStore, testStore } from '../testing/gateway-store.ts';
import { addPlexPerson, nameFromPlex } from './add-plex-person.ts';

test.each([
  ['Grace', 'Grace'],
  ['  Grace 🎬 Hopper! ', 'Grace  Hopper'],
  ['\u202egrace\u0000', 'grace'],
  ['ｇｒａｃｅ', 'grace'],
  ['🎬', 'Plex 7'],
  ['аdmin', 'Plex 7'],
  ['', 'Plex 7'],
])('%j becomes the name %j', (name, kept) => {
  expect(nameFromPlex(name, 7)).toBe(kept);
});

test('whatever plex.tv tells, the name is one that may stand here', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      expect(UserName.safeParse(nameFromPlex(name, 7)).success).toBe(true);
    }),
  );
});

describe('people', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
  });
  afterAll(() => store.close());

  test('of one name get names of their own, and one account is added once', async () => {
    const people = sqlitePeople(store.store.db, () => new Date());
    const add = (plexId: number, name = 'Grace') =>
      addPlexPerson(people, { plexId, name, role: 'viewer', libraries: [] });
    const names = [];
    for (const plexId of [1, 2, 3]) names.push((await add(plexId)).user.name);
    expect(names).toEqual(['Grace', 'Grace (Plex)', 'Grace (Plex 2)']);
    expect(await add(2, 'Another')).toMatchObject({ added: false, user: { name: 'Grace (Plex)' } });
    expect((await add(4, 'GRACE')).user.name).toBe('GRACE (Plex 3)');
  });
});
