import type { TriedConnection } from '@marquee/contracts';
import { z } from 'zod';

interface Asked {
  url: string;
  /** Where the key goes in them. */
  headers?: Readonly<Record<string, string>>;
}

/** One harmless question, and how to read its answer. */
export interface Question {
  /** What a person calls it. */
  name: string;
  /** The keys that must have a value. */
  needs: readonly string[];
  /** `base` stands in tests for what has an address of its own. */
  ask(values: Readonly<Record<string, string>>, base: string): Asked;
  base: string;
  /** What a good answer says; null for one of something else. */
  read(body: unknown): { message: string; version?: string } | { refused: string } | null;
  /** Statuses that mean that the key is refused. */
  refusals: readonly number[];
}

const at = (base: string, path: string, query: Record<string, string> = {}): string => {
  const asked = new URLSearchParams(query).toString();
  return `${base.replace(/\/+$/, '')}${path}${asked && `?${asked}`}`;
};

const reading =
  <T>(schema: z.ZodType<T>, tell: (answer: T) => ReturnType<Question['read']>): Question['read'] =>
  (body) => {
    const read = schema.safeParse(body);
    return read.success ? tell(read.data) : null;
  };

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function arr(name: 'Radarr' | 'Sonarr'): Question {
  return {
    name,
    needs: ['url', 'token'],
    base: '',
    ask: ({ url = '', token = '' }) => ({ url: at(url, '/api/v3/system/status', { apikey: token }) }),
    read: reading(z.object({ appName: z.string(), version: z.string() }), ({ appName, version }) =>
      appName === name
        ? { message: `${name} answers`, version }
        : { refused: `${appName} answers there, not ${name}.` },
    ),
    refusals: [401, 403],
  };
}

export const QUESTIONS: Readonly<Record<Exclude<TriedConnection, 'plex'>, Question>> = {
  tautulli: {
    name: 'Tautulli',
    needs: ['url', 'apikey'],
    base: '',
    ask: ({ url = '', apikey = '' }) => ({ url: at(url, '/api/v2', { apikey, cmd: 'get_tautulli_info' }) }),
    read: reading(
      z.object({
        response: z.object({
          result: z.string(),
          message: z.string().nullish(),
          data: z.object({ tautulli_version: z.string().optional() }).optional(),
        }),
      }),
      ({ response: { result, message, data } }) => {
        if (result !== 'success')
          return { refused: `${message || 'The key is refused'}. Check the API key.` };
        const version = data?.tautulli_version;
        return { message: 'Tautulli answers', ...(version === undefined ? {} : { version }) };
      },
    ),
    refusals: [400, 401, 403],
  },
  radarr: arr('Radarr'),
  sonarr: arr('Sonarr'),
  tmdb: {
    name: 'TMDb',
    needs: ['apikey'],
    base: 'https://api.themoviedb.org',
    ask: ({ apikey = '' }, base) => ({ url: at(base, '/3/configuration', { api_key: apikey }) }),
    read: reading(z.object({ images: z.object({ secure_base_url: z.string() }) }), () => ({
      message: 'TMDb takes the key',
    })),
    refusals: [401, 403],
  },
  omdb: {
    name: 'OMDb',
    needs: ['apikey'],
    base: 'https://www.omdbapi.com',
    ask: ({ apikey = '' }, base) => ({ url: at(base, '/', { apikey, i: 'tt0080684' }) }),
    read: reading(
      z.object({ Response: z.enum(['True', 'False']), Error: z.string().optional() }),
      (answer) =>
        answer.Response === 'True'
          ? { message: 'OMDb takes the key' }
          : { refused: `${answer.Error ?? 'The key is refused.'} Check the API key.` },
    ),
    refusals: [401, 403],
  },
  mdblist: {
    name: 'MDBList',
    needs: ['apikey'],
    base: 'https://api.mdblist.com',
    ask: ({ apikey = '' }, base) => ({ url: at(base, '/user', { apikey }) }),
    read: reading(z.object({ user_id: z.union([z.number(), z.string()]) }), () => ({
      message: 'MDBList takes the key',
    })),
    refusals: [401, 403],
  },
  github: {
    name: 'GitHub',
    needs: ['token'],
    base: 'https://api.github.com',
    ask: ({ token = '' }, base) => ({ url: at(base, '/rate_limit'), headers: bearer(token) }),
    read: reading(
      z.object({ resources: z.object({ core: z.object({ limit: z.number() }) }) }),
      ({ resources: { core } }) => ({ message: `GitHub takes the token: ${core.limit} requests an hour` }),
    ),
    refusals: [401, 403],
  },
  notifiarr: {
    name: 'Notifiarr',
    needs: ['apikey'],
    base: 'https://notifiarr.com',
    ask: ({ apikey = '' }, base) => ({
      url: at(base, '/api/v1/user/validate'),
      headers: { 'x-api-key': apikey },
    }),
    read: reading(z.object({ result: z.literal('success') }), () => ({
      message: 'Notifiarr takes the key',
    })),
    refusals: [400, 401, 403],
  },
  gotify: {
    name: 'Gotify',
    // An application's token can do nothing but send a message: that is no harmless question.
    needs: ['url', 'token'],
    base: '',
    ask: ({ url = '' }) => ({ url: at(url, '/version') }),
    read: reading(z.object({ version: z.string(), buildDate: z.string() }), ({ version }) => ({
      message: 'Gotify answers. Whether it takes the token, the first message will show',
      version,
    })),
    refusals: [],
  },
  ntfy: {
    name: 'ntfy',
    needs: ['url', 'token', 'topic'],
    base: '',
    ask: ({ url = '', token = '' }) => ({ url: at(url, '/v1/account'), headers: bearer(token) }),
    read: reading(z.object({ username: z.string() }), () => ({ message: 'ntfy takes the token' })),
    refusals: [401, 403],
  },
  trakt: {
    name: 'Trakt',
    // Its access token lasts a day, and Kometa fetches the next one: that it has ended is no fault.
    needs: ['client_id'],
    base: 'https://api.trakt.tv',
    ask: ({ client_id = '' }, base) => ({
      url: at(base, '/genres/movies'),
      headers: { 'trakt-api-version': '2', 'trakt-api-key': client_id },
    }),
    read: reading(z.array(z.object({ slug: z.string() })), () => ({ message: 'Trakt takes the client ID' })),
    refusals: [401, 403],
  },
  mal: {
    name: 'MyAnimeList',
    needs: ['client_id'],
    base: 'https://api.myanimelist.net',
    ask: ({ client_id = '' }, base) => ({
      url: at(base, '/v2/anime/1', { fields: 'id' }),
      headers: { 'x-mal-client-id': client_id },
    }),
    read: reading(z.object({ id: z.number() }), () => ({ message: 'MyAnimeList takes the client ID' })),
    refusals: [400, 401, 403],
  },
};
