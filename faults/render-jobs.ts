import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type OverlayFacts, type RenderJob, renderEnded } from '@marquee/contracts';
import { overlaySetOf, readOverlayFile } from '@marquee/kometa';
import { namedJob } from '@marquee/renderer';
import { type Blobs, type Bus, rabbitBus, redisBlobs, SHARED_BLOBS } from '@marquee/service-kit';
import sharp from 'sharp';
import { type PrivateRedis, privateRedis } from '../packages/service-kit/src/keys/testing/private-redis.ts';
import { type PrivateBroker, privateBroker } from './private-broker.ts';
import { type Product, startRenderWorker } from './product.ts';

const defaults = new URL(
  'defaults/',
  new URL(/^.*\/dist\//.exec(import.meta.url)?.[0] ?? '.', import.meta.url),
);
const POSTERS = 8;

const overlay = (name: string, more: string) => `
  ${name}:
    plex_all: true
    overlay:
      name: ${more}
      font: fonts/Roboto-Medium.ttf
      font_size: 60
      horizontal_align: ${name === 'right' ? 'right' : 'left'}
      horizontal_offset: 30
      vertical_align: ${name === 'below' ? 'bottom' : 'top'}
      vertical_offset: 30
      back_color: "#101418D9"
      back_radius: 16
      back_padding: 20`;
const FILE = `overlays:${overlay('left', 'text(4K HDR)')}${overlay('right', 'text(<<audience_rating>>)')}${overlay('below', 'text(<<title>>)')}\n`;

const facts: OverlayFacts = {
  ...{
    level: 'movie',
    title: '',
    originalTitle: null,
    showTitle: null,
    seasonTitle: null,
    seasonNumber: null,
  },
  ...{
    episodeNumber: null,
    episodeCount: null,
    edition: null,
    contentRating: null,
    originallyAvailable: null,
  },
  ...{ criticRating: 8.1, audienceRating: 8.3, userRating: null, durationMs: 6_000_000, partDurationsMs: [] },
  ...{ bitratesKbps: [], versions: 1, ratings: {} },
};

/** A broker, a Redis and workers of one's own, and drawings for them: posters of 1000×1500 with three texts. */
export interface DrawingRoom {
  bus: Bus;
  blobs: Blobs;
  /** Each another one, as WebP of quality 90. */
  jobs(count: number): RenderJob[];
  startWorker(env?: NodeJS.ProcessEnv): Promise<Product>;
  /** How often each drawing was told to have ended well, and badly. */
  ended: { well: ReadonlyMap<string, number>; badly: ReadonlyMap<string, string> };
  /** Results that lie there and whose picture does too. */
  count(jobs: readonly RenderJob[]): Promise<number>;
  forget(): void;
  remove(): Promise<void>;
}

export async function drawingRoom(): Promise<DrawingRoom> {
  const broker: PrivateBroker = await privateBroker();
  const redis: PrivateRedis = await privateRedis();
  const bus = await rabbitBus({ url: broker.url });
  const blobs: Blobs = redisBlobs(redis.url, { prefix: 'marquee:', ...SHARED_BLOBS });
  const font = await blobs.put(await readFile(new URL('fonts/Roboto-Medium.ttf', defaults)), 'font/sfnt');
  const posters = await Promise.all(Array.from({ length: POSTERS }, (_, place) => poster(place, blobs)));
  const set = overlaySetOf([readOverlayFile(FILE, { libraryKind: 'movie' })]);
  const well = new Map<string, number>();
  const badly = new Map<string, string>();
  await bus.subscribe(renderEnded, {}, ({ key, result, failure }) => {
    if (result !== null) well.set(key, (well.get(key) ?? 0) + 1);
    else badly.set(key, failure?.message ?? '');
  });
  return {
    ...{ bus, blobs },
    jobs: (count) =>
      Array.from({ length: count }, (_, place) =>
        namedJob({
          ...{ set, matched: set.definitions.map(({ key }) => key), assumed: [], before: null, sampled: [] },
          facts: { ...facts, title: randomUUID() },
          base: { blob: posters[place % POSTERS] ?? '' },
          assets: { fonts: { 'fonts/Roboto-Medium.ttf': font.hash }, images: {} },
          layout: 'basic',
          output: { kind: 'image', format: 'webp_lossy', quality: 90, width: null },
        }),
      ),
    startWorker: (env = {}) => startRenderWorker({ ...env, RABBITMQ_URL: broker.url, REDIS_URL: redis.url }),
    ended: { well, badly },
    async count(jobs) {
      let found = 0;
      for (const { key } of jobs) if ((await blobs.getNamed(`render:${key}`)) !== undefined) found += 1;
      return found;
    },
    forget() {
      well.clear();
      badly.clear();
    },
    async remove() {
      await bus.close();
      await blobs.close();
      await redis.remove();
      await broker.remove();
    },
  };
}

/** Colours that run into each other with some noise, as a photograph has it. */
async function poster(place: number, blobs: Blobs): Promise<string> {
  const size = { width: 1000, height: 1500 };
  const noise = { type: 'gaussian' as const, mean: 90 + place * 10, sigma: 30 };
  const picture = await sharp({ create: { ...size, channels: 3, background: '#000', noise } })
    .blur(4)
    .jpeg({ quality: 90 })
    .toBuffer();
  return (await blobs.put(picture, 'image/jpeg')).hash;
}

/** What a worker counts of itself. */
export async function drawnBy({ url }: Product): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return [...text.matchAll(/^renderer_drawn_total\{[^}]*\} (\d+)/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}
