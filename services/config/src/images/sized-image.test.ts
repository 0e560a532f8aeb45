import type { Blobs } from '@marquee/service-kit';
import { createLogger } from '@marquee/service-kit';
import type { PlexServer } from '../servers/plex-servers.ts';
import { plainPicture } from '../testing/hostile-pictures.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import type { Pictures } from './pictures.ts';
import { createSizedImages, etagOfImage, type ImageSource } from './sized-image.ts';

let config: RunningConfig;
beforeAll(async () => {
  config = await runningConfig();
});
afterAll(() => config.close());

const source = (server: PlexServer, name = '1001/poster/1'): ImageSource => ({
  server,
  name,
  address: '/library/metadata/1001/thumb/1700000001',
});

function brokenCache(): Blobs {
  const gone = () => Promise.reject(new Error('the cache is gone'));
  return {
    put: gone,
    get: gone,
    putNamed: gone,
    getNamed: gone,
    check: async () => ({ name: 'cache', state: 'degraded', message: '' }),
    close: async () => undefined,
  };
}

test('without its cache a picture is made again, and the log says so', async () => {
  const lines: string[] = [];
  const log = createLogger({ service: 'test', destination: { write: (line) => lines.push(line) } });
  const bytes = await plainPicture('jpeg');
  let made = 0;
  const pictures: Pictures = {
    examine: async () => ({ bytes, contentType: 'image/jpeg' }),
    shrink: async () => {
      made += 1;
      return { bytes, contentType: 'image/jpeg' };
    },
  };
  const images = createSizedImages({ blobs: brokenCache(), pictures, log });
  expect((await images.get(source(config.server), 240)).bytes).toEqual(bytes);
  expect((await images.get(source(config.server), 240)).bytes).toEqual(bytes);
  expect(made).toBe(2);
  expect(lines.join()).toContain('The picture cache does not answer');
});

test('an ETag is the same for the same picture and another for every other', () => {
  const { server } = config;
  const other = { ...server, source: 'other' };
  const tags = [
    etagOfImage(source(server), 240),
    etagOfImage(source(server), 360),
    etagOfImage(source(server), undefined),
    etagOfImage(source(server, '1001/poster/2'), 240),
    etagOfImage(source(other), 240),
  ];
  expect(new Set(tags).size).toBe(tags.length);
  expect(etagOfImage(source(server), 240)).toBe(tags[0]);
});
