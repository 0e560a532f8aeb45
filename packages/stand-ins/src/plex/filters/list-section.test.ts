import { noon, openPlex } from '../testing/open-plex.ts';

const [amber, brass, cinder, duenen] = ['The Amber Road', 'Brass & Bone', 'Cinder', 'Dünen'];
const all = [amber, brass, cinder, duenen];

const films = (query: string) => openPlex().titles(`/library/sections/1/all?type=1&${query}`);

test.each<[query: string, found: string[]]>([
  ['title=bone', [brass]],
  ['title!=bone', [amber, cinder, duenen]],
  ['title==cinder', [cinder]],
  ['title==cind', []],
  ['title!==cinder', [amber, brass, duenen]],
  ['title<=the', [amber]],
  ['title>=road', [amber]],
  ['year=2005', [brass, cinder]],
  ['year!=2005', [amber, duenen]],
  ['year>>=2005', [duenen]],
  ['year<<=2005', [amber]],
  ['year>=2005', [brass, cinder, duenen]],
  ['year<=2005', [amber, brass, cinder]],
  ['year=1999,2021', [amber, duenen]],
  ['decade=2000', [brass, cinder]],
  ['userRating>>=4', [amber]],
  ['userRating=-1', [brass, duenen]],
  ['audienceRating<<=6', [cinder]],
  ['genre=drama', [amber, cinder, duenen]],
  ['genre=History,Comedy', [amber, brass, cinder]],
  ['genre=Drama&genre=Comedy', [cinder]],
  ['genre!=Comedy', [amber, duenen]],
  ['genre=nothing%20like%20it', []],
  ['director=Ada%20Quill', [amber, cinder]],
  ['actor=Cy%20Vale', [brass, cinder]],
  ['country=Japan', [brass]],
  ['label=Keep', [brass]],
  ['contentRating=PG,R', [amber, brass, cinder]],
  ['studio==North%20Light', [amber]],
  ['resolution=1080', [brass, cinder]],
  ['resolution=4K', [amber]],
  ['hdr=1', [amber]],
  ['hdr=0', [brass, cinder, duenen]],
  ['hdr!=1', [brass, cinder, duenen]],
  ['duplicate=1', [cinder]],
  ['audioLanguage=de', [amber]],
  ['audioLanguage=Deutsch', [amber]],
  ['subtitleLanguage=en', all],
  ['unwatched=1', [brass, cinder, duenen]],
  ['unwatched=0', [amber]],
  ['viewCount>>=1', [amber]],
  ['originallyAvailableAt>>=2005-03-01', [brass]],
  ['originallyAvailableAt<<=2005-03-01', [amber, cinder]],
  ['addedAt>>=1650000102', [cinder, duenen]],
  [`lastViewedAt>>=-${Math.ceil((noon - 1_690_000_000) / 86_400) + 1}d`, [amber]],
  ['lastViewedAt>>=-1d', []],
  ['guid=tmdb%3A%2F%2F102', [brass]],
  ['id=103', [cinder]],
  ['push=1&genre=History&or=1&contentRating=R&pop=1', [amber, brass]],
  ['push=1&push=1&genre=Comedy&and=1&year=2005&pop=1&or=1&title=amber&pop=1&userRating>>=1', [amber, cinder]],
  ['movie.year=2021', [duenen]],
  ['noSuchField=1', all],
  ['year=abc', all],
  ['originallyAvailableAt>>=never', all],
])('%s finds %j', async (query, found) => {
  expect(await films(query)).toEqual(found);
});

test.each<[query: string, order: string[]]>([
  ['sort=titleSort', all],
  ['sort=titleSort:desc', [duenen, cinder, brass, amber]],
  ['sort=year:desc,titleSort:desc', [duenen, cinder, brass, amber]],
  ['sort=originallyAvailableAt', [duenen, amber, cinder, brass]],
  ['sort=originallyAvailableAt:nullsLast', [amber, cinder, brass, duenen]],
  ['sort=movie.addedAt:desc', [duenen, cinder, brass, amber]],
  ['sort=userRating:desc', [amber, cinder, brass, duenen]],
  ['sort=nonsense:sideways', all],
  ['sort=year:desc&limit=1', [duenen]],
])('%s puts them in the order %j', async (query, order) => {
  expect(await films(query)).toEqual(order);
});

test.each<[type: number, query: string, found: string[]]>([
  [4, 'show.title=lant', ['First Light', 'Second Sight', 'Third Rail']],
  [4, 'show.title=other', []],
  [4, 'season.index=2', ['Third Rail']],
  [4, 'genre=Mystery', ['First Light', 'Second Sight', 'Third Rail']],
  [4, 'episode.hdr=1', ['Second Sight']],
  [3, 'show.genre=Mystery', ['Season 1', 'Season 2']],
  [2, 'episode.hdr=1', ['Lanterns']],
  [2, 'resolution=4k', []],
  [2, 'show.network=Channel%20Nine', ['Lanterns']],
  [2, 'unwatchedLeaves=1', ['Lanterns']],
])('in a library of shows, type %i with %s finds %j', async (type, query, found) => {
  expect(await openPlex().titles(`/library/sections/2/all?type=${type}&${query}`)).toEqual(found);
});

test('tracks are found by what their artist is', async () => {
  const plex = openPlex();
  expect(await plex.titles('/library/sections/3/all?type=10&artist.genre=Folk&track.userRating>>=6')).toEqual(
    ['Ebb'],
  );
  expect(await plex.titles('/library/sections/3/all?type=9&artist.title=Kite')).toEqual(['Low Sun']);
});

test('a tag is found by its number as well as by its name', async () => {
  const plex = openPlex();
  const genres = (await plex.json('/library/sections/1/genre')).Directory ?? [];
  const comedy = genres.find(({ title }) => title === 'Comedy');
  expect(await plex.titles(`/library/sections/1/all?genre=${comedy?.key}`)).toEqual([brass, cinder]);
});

test('a rating is that of whoever asks', async () => {
  const plex = openPlex();
  const found = await plex.json('/library/sections/1/all?userRating>>=1', { token: 'sam-token' });
  expect(found.size).toBe(0);
});

test('every listed filter answers with its choices, and every choice finds something', async () => {
  const plex = openPlex();
  for (const [section, type] of [
    [1, 1],
    [2, 2],
    [2, 4],
    [3, 8],
    [3, 9],
    [3, 10],
  ] as const) {
    const meta = (await plex.json(`/library/sections/${section}/all?includeMeta=1&X-Plex-Container-Size=0`))
      .Meta;
    const filters = (meta?.Type ?? [])
      .filter(({ key }) => String(key).endsWith(`type=${type}`))
      .flatMap(({ Filter }) => (Array.isArray(Filter) ? Filter : []))
      .filter(({ filterType }) => filterType !== 'boolean');
    for (const filter of filters) {
      for (const choice of (await plex.json(filter.key)).Directory ?? []) {
        const found = await plex.json(`${String(choice.fastKey)}&X-Plex-Container-Size=0`);
        expect([filter.key, choice.title, found.totalSize]).not.toEqual([filter.key, choice.title, 0]);
      }
    }
  }
});
