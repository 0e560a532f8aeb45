import { z } from 'zod';

/** One recorded exchange with a Plex server, as `plex-requests.jsonl` keeps them. */
export const RecordedRequest = z.object({
  n: z.number(),
  method: z.string(),
  path: z.string(),
  query: z.string(),
  status: z.number(),
  resp_type: z.string().optional(),
  body_len: z.number().default(0),
  body_sha1: z.string().nullish(),
  'X-Plex-Container-Start': z.string().optional(),
  'X-Plex-Container-Size': z.string().optional(),
});
export type RecordedRequest = z.infer<typeof RecordedRequest>;

export const parseTrace = (text: string): RecordedRequest[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => RecordedRequest.parse(JSON.parse(line)));

const Names = z.array(z.string()).default([]);
const Scalar = z.union([z.string(), z.number()]);
const Upload = z.object({ what: z.string(), bytes: z.number().optional(), url: z.boolean().optional() });

export const RecordedItem = z.object({
  section: z.number(),
  type: z.enum(['movie', 'show', 'season', 'episode', 'artist', 'album', 'track']),
  title: z.string(),
  titleSort: z.string().nullish(),
  attrs: z.record(z.string(), Scalar).default({}),
  locks: Names,
  uploads: z.array(Upload).default([]),
  poster_version: z.number().default(1),
  media_versions: z.number().default(1),
  genres: Names,
  labels: Names,
  collections: Names,
  directors: Names,
  writers: Names,
  countries: Names,
  roles: Names,
  prefs: z.record(z.string(), z.string()).default({}),
});
export type RecordedItem = z.infer<typeof RecordedItem>;

export const RecordedCollection = z.object({
  section: z.number(),
  title: z.string(),
  titleSort: z.string().nullish(),
  smart: z.boolean().default(false),
  content: z.string().nullish(),
  items: z.array(z.number()).default([]),
  attrs: z.record(z.string(), Scalar).default({}),
  labels: Names,
  prefs: z.record(z.string(), z.string()).default({}),
  locks: Names,
  uploads: z.array(Upload).default([]),
  visibility: z.record(z.string(), z.unknown()).nullish(),
});
export type RecordedCollection = z.infer<typeof RecordedCollection>;

export const RecordedPlaylist = z.object({
  title: z.string(),
  summary: z.string().default(''),
  items: z.array(z.number()).default([]),
  uploads: z.array(Upload).default([]),
});

/** What a server knew before or after a recorded run. */
export const RecordedState = z.object({
  items: z.record(z.string(), RecordedItem),
  collections: z.record(z.string(), RecordedCollection).default({}),
  playlists: z.record(z.string(), RecordedPlaylist).default({}),
  hubs: z.record(z.string(), z.array(z.string())).default({}),
});
export type RecordedState = z.infer<typeof RecordedState>;
