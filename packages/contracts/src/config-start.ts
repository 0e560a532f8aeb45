import { z } from 'zod';
import { FileId, FilePath } from './config-files.ts';
import { ConfigVersion } from './config-versions.ts';
import { LibraryId, ServerId } from './ids.ts';
import { LibraryKind } from './libraries.ts';
import { route } from './route.ts';

const DefaultName = z.string().regex(/^[a-z_]{1,60}$/);

const Offer = z
  .object({
    name: DefaultName.describe('What it is called by default:'),
    title: z.string(),
    what: z.string(),
    chosen: z.boolean().describe('Whether it is good for most'),
  })
  .meta({ id: 'StartOffer', description: 'A file of Kometa’s own that needs nothing but Plex and TMDb' });
const Offers = z
  .object({ collections: z.array(Offer), overlays: z.array(Offer) })
  .meta({ id: 'StartOffers', description: 'For libraries of one kind' });

export const ConfigStart = z
  .object({
    hasConfig: z.boolean().describe('Whether there is a config.yml already; then none is made'),
    servers: z.array(
      z.object({
        id: ServerId,
        name: z.string(),
        connection: z
          .enum(['ready', 'admin-only', 'demo', 'no-token'])
          .describe('Whether Marquee’s own address and token of it may be taken; if not, why'),
        url: z.string().nullable().describe('Where Marquee reaches it; only when it may be taken'),
        libraries: z.array(
          z.object({ id: LibraryId, title: z.string(), kind: LibraryKind, items: z.int().nonnegative() }),
        ),
      }),
    ),
    offers: z.object({ movie: Offers, show: Offers }),
  })
  .meta({ id: 'ConfigStart' });
export type ConfigStart = z.infer<typeof ConfigStart>;

const names = z.array(DefaultName).max(60);
const key = z.string().trim().min(1).max(400);

export const MakeConfig = z
  .strictObject({
    plex: z.union([
      z.strictObject({ from: z.literal('marquee'), serverId: ServerId }),
      z.strictObject({ from: z.literal('typed'), url: z.url({ protocol: /^https?$/ }).max(300), token: key }),
    ]),
    tmdbKey: key.describe('Kometa does not run without one'),
    libraries: z
      .array(z.strictObject({ id: LibraryId, collections: names, overlays: names }))
      .min(1)
      .max(200),
  })
  .meta({ id: 'MakeConfig' });
export type MakeConfig = z.infer<typeof MakeConfig>;

const tag = 'Config';
const offerExample = {
  name: 'basic',
  title: 'Newest',
  what: 'What is newly released, and what was added lately.',
  chosen: true,
};

export const configStartRoutes = {
  propose: route({
    method: 'get',
    path: '/config/start',
    summary: 'What a first config.yml could hold',
    description: 'The libraries that Plex has, and which of Kometa’s own files are good for them.',
    tag,
    role: 'editor',
    reply: ConfigStart,
    timeoutMs: 30_000,
    errors: ['config.folder-missing'],
    examples: {
      reply: {
        hasConfig: false,
        servers: [
          {
            ...{ id: 'attic', name: 'Attic', connection: 'ready', url: 'http://192.168.1.10:32400' },
            libraries: [{ id: 'attic.1', title: 'Films', kind: 'movie', items: 64 }],
          },
        ],
        offers: {
          movie: { collections: [offerExample], overlays: [] },
          show: { collections: [offerExample], overlays: [] },
        },
      },
    },
  }),
  make: route({
    method: 'post',
    path: '/config/start',
    summary: 'Write a first config.yml, with its keys in .env',
    description:
      'Never over one that is there. Marquee’s own token of a Plex server is taken only for admins, and never leaves the server.',
    tag,
    role: 'editor',
    body: MakeConfig,
    status: 201,
    reply: z
      .object({ fileId: FileId, path: FilePath, version: ConfigVersion.nullable() })
      .meta({ id: 'MadeConfig' }),
    timeoutMs: 30_000,
    errors: ['config.file-exists', 'library.not-found', 'config.folder-missing', 'service.disk-full'],
    examples: {
      body: {
        plex: { from: 'typed', url: 'http://192.168.1.10:32400', token: 'a-token-of-plex' },
        tmdbKey: 'a-key-of-tmdb',
        libraries: [{ id: 'demo.1', collections: ['basic', 'imdb'], overlays: ['resolution'] }],
      },
      reply: { fileId: 'Q0n7mX2b9c1d4e5f6g7h8i', path: 'config.yml', version: null },
    },
  }),
};
