import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPlexClient } from '@marquee/plex';
import { type PlexStandIn, startDemoPlex } from '@marquee/stand-ins';
import { useTempFolder } from '@marquee/testing';
import { type DressPorts, dressDemo } from './dress-demo.ts';
import { dressingBook } from './dressing-book.ts';
import type { Garment } from './dressing-order.ts';
import { keepOriginal } from './original-posters.ts';

jest.setTimeout(60_000);

const folder = useTempFolder();
let plex: PlexStandIn;
let client: ReturnType<typeof createPlexClient>;
let picture: Uint8Array;

beforeEach(async () => {
  plex = await startDemoPlex({ cacheDir: join(folder(), 'art') });
  client = createPlexClient({ baseUrl: plex.url, token: plex.token, clientIdentifier: 'test', version: '0' });
  picture = (await client.images.download((await itemOf(1001)).thumb ?? '')).bytes;
});
afterEach(async () => {
  client.close();
  await plex.close();
});

const itemOf = (ratingKey: number) => client.metadata.get(String(ratingKey));
const dressed = () =>
  plex.state.items.filter(
    ({ tags, pictures }) =>
      tags.label?.includes('Overlay') && pictures.poster?.selected?.startsWith('upload://'),
  );
const originals = (library: string) =>
  readdir(join(folder(), 'kometa/overlays', `${library} Original Posters`)).then((names) => names.sort());

/** Draws nothing, but remembers what it was asked for; the pictures of the demo take too long for a test. */
function ports(more: Partial<DressPorts> & { asked?: number[] } = {}): DressPorts {
  const { asked = [], ...others } = more;
  return {
    client: { ...client, images: { download: async () => ({ bytes: picture, contentType: 'image/jpeg' }) } },
    book: dressingBook(join(folder(), 'demo/dressed')),
    draw: async ({ item }) => {
      asked.push(Number(item.ratingKey));
      return { kind: 'drawn', picture };
    },
    ...{ drawnAtATime: 1, restMs: 0 },
    keepOriginal: (poster) => keepOriginal(join(folder(), 'kometa'), poster),
    log: { warn: (...words: unknown[]) => expect(words).toEqual([]) },
    stopped: new AbortController().signal,
    ...others,
  };
}

test('every film, show, season and episode is dressed, with its label and its original, and that only once', async () => {
  const asked: number[] = [];
  const once = ports({ asked });
  await once.book.begin();
  await dressDemo(once);

  const kinds = new Map<string, number>();
  for (const { kind } of dressed()) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  expect(kinds.get('movie')).toBe(68);
  expect(kinds.get('show')).toBe(8);
  expect(kinds.get('season')).toBe(20);
  expect(kinds.get('episode')).toBe(149);
  expect(asked).toHaveLength(dressed().length);
  expect(await originals('Films')).toHaveLength(68);
  expect(await readFile(join(folder(), 'kometa/overlays/Films Original Posters/1001.jpg'))).toEqual(
    Buffer.from(picture),
  );

  const again: number[] = [];
  const next = ports({ asked: again });
  await next.book.begin();
  await dressDemo(next);
  expect(again).toEqual([]);
});

test('what the dashboard shows comes first, then films as their page lists them; episodes come last', async () => {
  const asked: number[] = [];
  const once = ports({ asked });
  await once.book.begin();
  await dressDemo(once);
  const page = async (section: string, by: string, size: number) =>
    (
      await client.items.page(section, {
        type: section === '1' ? 'movie' : 'show',
        sort: { by, descending: by !== 'titleSort' },
        ...{ start: 0, size },
      })
    ).entries;
  const keys = (items: { ratingKey: string }[]) => items.map(({ ratingKey }) => Number(ratingKey));

  const best = keys(await page('1', 'audienceRating', 4));
  expect(asked.slice(0, 4)).toEqual(best);
  const newest = keys(
    [...(await page('1', 'addedAt', 18)), ...(await page('2', 'addedAt', 18))]
      .sort((one, other) => (other.addedAt ?? '').localeCompare(one.addedAt ?? ''))
      .slice(0, 18),
  );
  const early = new Set([...best, ...newest]);
  expect(new Set(asked.slice(0, early.size))).toEqual(early);
  const kindOf = new Map(plex.state.items.map(({ ratingKey, kind }) => [ratingKey, kind]));
  const later = asked.slice(early.size);
  expect(later.filter((key) => kindOf.get(key) === 'movie')).toEqual(
    keys(await page('1', 'titleSort', 100)).filter((key) => !early.has(key)),
  );
  const order = asked.map((key) => kindOf.get(key));
  expect(order.lastIndexOf('season')).toBeLessThan(order.indexOf('episode'));
});

test('what is seen soon is drawn several at a time, before any of the group is put on; episodes one by one', async () => {
  let drawing = 0;
  const most = { soon: 0, late: 0 };
  const many = ports({ drawnAtATime: 3 });
  const { draw } = many;
  await many.book.begin();
  await dressDemo({
    ...many,
    draw: async (garment) => {
      const when = garment.item.type === 'episode' ? 'late' : 'soon';
      drawing += 1;
      most[when] = Math.max(most[when], drawing);
      // The best four, or whole groups of twelve.
      if (when === 'soon') expect(dressed().length % 12).toBe(dressed().length === 0 ? 0 : 4);
      await new Promise(setImmediate);
      drawing -= 1;
      return draw(garment);
    },
  });
  expect(most).toEqual({ soon: 3, late: 1 });
});

test('it goes on where it was stopped', async () => {
  const stopping = new AbortController();
  const asked: number[] = [];
  const first = ports({ asked, stopped: stopping.signal });
  const draw = first.draw;
  await first.book.begin();
  await dressDemo({
    ...first,
    draw: async (garment) => {
      if (asked.length === 29) stopping.abort();
      return draw(garment);
    },
  });
  expect(asked).toHaveLength(30);
  // Those of the group that was not drawn to its end wait for the next start.
  expect(dressed()).toHaveLength(28);

  const rest: number[] = [];
  await dressDemo(ports({ asked: rest }));
  expect(new Set([...asked, ...rest]).size).toBe(dressed().length);
  // The last ones only, which the demo may not have saved.
  expect(rest.filter((ratingKey) => asked.includes(ratingKey)).length).toBeLessThanOrEqual(24 + 2);
});

test('a process that dies before the upload leaves the original alone', async () => {
  const dying = new AbortController();
  const broken = {
    ...client.artwork,
    upload: async () => {
      dying.abort();
      throw new Error('killed');
    },
  };
  const first = ports({ stopped: dying.signal });
  await first.book.begin();
  await dressDemo({ ...first, client: { ...first.client, artwork: broken } });
  expect(dressed()).toEqual([]);
  const [kept] = await originals('Films');
  expect((await itemOf(Number.parseInt(kept ?? '', 10))).labels).toContain('Overlay');

  const rewritten: string[] = [];
  const second = ports();
  await dressDemo({
    ...second,
    keepOriginal: async (poster) => {
      rewritten.push(`${poster.ratingKey}.jpg`);
      await second.keepOriginal(poster);
    },
  });
  expect(rewritten).not.toContain(kept);
  expect(dressed().map(({ ratingKey }) => `${ratingKey}.jpg`)).toContain(kept);
});

test('an item without overlays keeps its poster', async () => {
  const undressed = ports({ draw: async () => ({ kind: 'nothing' }) });
  await undressed.book.begin();
  await dressDemo(undressed);
  expect(dressed()).toEqual([]);
  await expect(originals('Films')).rejects.toThrow('ENOENT');
});

test('where text cannot be drawn exactly the demo stays undressed, until it can', async () => {
  const asked: Garment[] = [];
  const inexact = ports({
    draw: async (garment) => {
      asked.push(garment);
      return { kind: 'approximate' };
    },
  });
  await inexact.book.begin();
  await dressDemo(inexact);
  expect(asked).toHaveLength(1);
  expect(dressed()).toEqual([]);

  await dressDemo(ports());
  expect(dressed().length).toBe(68 + 8 + 20 + 149);
});

test('a library that was not made here is left alone', async () => {
  const asked: number[] = [];
  await dressDemo(ports({ asked }));
  expect(asked).toEqual([]);
});
