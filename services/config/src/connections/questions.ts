import type { TriedConnection } from '@marquee/contracts';
import { z } from 'zod';

/** One harmless question, and how to read its answer. */
export interface Question {
  /** What a person calls it. */
  name: string;
  /** The keys that must have a value. */
  needs: readonly string[];
  /** `base` stands in tests for what has an address of its own. */
  address(values: Readonly<Record<string, string>>, base: string): string;
  base: string;
  /** What a good answer says; null for one of something else. */
  read(body: unknown): { message: string; version?: string } | { refused: string } | null;
  /** Statuses that mean that the key is refused. */
  refusals: readonly number[];
}

const at = (base: string, path: string, query: Record<string, string>): string =>
  `${base.replace(/\/+$/, '')}${path}?${new URLSearchParams(query)}`;

const reading =
  <T>(schema: z.ZodType<T>, tell: (answer: T) => ReturnType<Question['read']>): Question['read'] =>
  (body) => {
    const read = schema.safeParse(body);
    return read.success ? tell(read.data) : null;
  };

function arr(name: 'Radarr' | 'Sonarr'): Question {
  return {
    name,
    needs: ['url', 'token'],
    base: '',
    address: ({ url = '', token = '' }) => at(url, '/api/v3/system/status', { apikey: token }),
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
    address: ({ url = '', apikey = '' }) => at(url, '/api/v2', { apikey, cmd: 'get_tautulli_info' }),
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
    address: ({ apikey = '' }, base) => at(base, '/3/configuration', { api_key: apikey }),
    read: reading(z.object({ images: z.object({ secure_base_url: z.string() }) }), () => ({
      message: 'TMDb takes the key',
    })),
    refusals: [401, 403],
  },
  omdb: {
    name: 'OMDb',
    needs: ['apikey'],
    base: 'https://www.omdbapi.com',
    address: ({ apikey = '' }, base) => at(base, '/', { apikey, i: 'tt0080684' }),
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
    address: ({ apikey = '' }, base) => at(base, '/user', { apikey }),
    read: reading(z.object({ user_id: z.union([z.number(), z.string()]) }), () => ({
      message: 'MDBList takes the key',
    })),
    refusals: [401, 403],
  },
};
