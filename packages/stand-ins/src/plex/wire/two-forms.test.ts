import { openPlex } from '../testing/open-plex.ts';
import { readXml, type XmlNode } from '../testing/read-xml.ts';
import { smallLibrary } from '../testing/small-library.ts';

const asMetadata = new Set(['Video', 'Track', 'Photo', 'Playlist']);
const alone = new Set(['Meta', 'Preferences', 'Player', 'Session', 'User']);

const nameOf = ({ tag, attributes }: XmlNode): string =>
  asMetadata.has(tag) || (tag === 'Directory' && 'ratingKey' in attributes) ? 'Metadata' : tag;

/** What the JSON must be, judged by the XML: the same attributes as text, children in lists by name. */
const expected = (node: XmlNode): Record<string, unknown> => {
  const object: Record<string, unknown> = { ...node.attributes };
  for (const child of node.children) {
    const name = nameOf(child);
    const there = object[name];
    if (alone.has(name)) object[name] = expected(child);
    else if (Array.isArray(there)) there.push(expected(child));
    else object[name] = [expected(child)];
  }
  return object;
};

const asText = (value: unknown): unknown => {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asText(one)]));
  return value;
};

const pages = [
  '/',
  '/identity',
  '/:/prefs',
  '/accounts',
  '/library',
  '/library/sections',
  '/library/sections/1',
  '/library/sections/1/prefs',
  '/library/sections/1/all?includeGuids=1',
  '/library/sections/2/all?type=4&includeMeta=1',
  '/library/sections/3/collections?includeMeta=1',
  '/library/sections/1/genre',
  '/library/sections/1/firstCharacter',
  '/library/metadata/101',
  '/library/metadata/101,201,311?includePreferences=1',
  '/library/metadata/1000?includePreferences=1',
  '/library/metadata/101/posters',
  '/library/metadata/201/children',
  '/library/metadata/101/related',
  '/library/collections/1000/children',
  '/playlists',
  '/playlists/1001/items',
  '/status/sessions',
  '/status/sessions/history/all',
  '/hubs',
  '/hubs/sections/1/manage',
  '/hubs/search?query=a',
];

const prepared = async () => {
  const library = smallLibrary();
  const [film] = library.items;
  if (film) film.title = 'A "quoted" <title> & ünïcode\n\u0007 🎬';
  const plex = openPlex(library);
  await plex.put('/library/sections/1/all?type=1&id=101,102&collection[0].tag.tag=Both&label[0].tag.tag=L');
  await plex.ask(
    '/playlists?type=audio&title=P&smart=0&uri=server://m/com.plexapp.plugins.library/library/metadata/310',
    {
      method: 'POST',
    },
  );
  await plex.ask('/hubs/sections/1/manage?metadataItemId=1000&promotedToRecommended=1', { method: 'POST' });
  await plex.ask('/:/timeline?ratingKey=102&state=playing&time=5000');
  return plex;
};

test.each(pages)('%s says the same in XML and in JSON', async (page) => {
  const plex = await prepared();
  const xml = await plex.ask(page);
  const json = await plex.ask(page, { headers: { accept: 'application/json, text/plain' } });
  expect([xml.status, xml.contentType]).toEqual([200, 'text/xml;charset=utf-8']);
  expect([json.status, json.contentType]).toEqual([200, 'application/json']);
  const fromXml = expected(readXml(xml.text));
  const fromJson = asText(JSON.parse(json.text.replaceAll('\\u0007', '')).MediaContainer);
  expect(fromJson).toEqual(fromXml);
  expect(Number(fromXml.size)).toBeGreaterThanOrEqual(0);
});

test('a container of XML has as many children as it says', async () => {
  const plex = await prepared();
  for (const page of pages) {
    const root = readXml((await plex.ask(page)).text);
    const counted = root.children.filter(({ tag }) => tag !== 'Meta').length;
    expect([page, Number(root.attributes.size)]).toEqual([page, counted]);
  }
});

test('numbers are numbers and keys stay text in JSON', async () => {
  const [film] = (await openPlex().json('/library/metadata/101')).Metadata ?? [];
  expect(film).toMatchObject({ ratingKey: '101', year: 1999, rating: 7.5, librarySectionID: 1 });
});
