import type { IncomingHttpHeaders } from 'node:http';

/** What programs beside Plex say to somebody who asks whether they are there, as far as that. */
export type ProgramName =
  | ('tautulli' | 'radarr' | 'sonarr' | 'tmdb' | 'omdb' | 'mdblist')
  | ('github' | 'notifiarr' | 'gotify' | 'ntfy' | 'trakt' | 'mal');

interface ProgramAnswer {
  status: number;
  body: unknown;
}

interface Asked {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

type Answer = (asked: Asked, key: string) => ProgramAnswer | null;

const arr =
  (appName: string): Answer =>
  ({ path, query }, key) => {
    if (path !== '/api/v3/system/status') return null;
    if (query.get('apikey') !== key) return { status: 401, body: { error: 'Unauthorized' } };
    return { status: 200, body: { appName, instanceName: appName, version: '5.14.0.9383' } };
  };

export const PROGRAMS: Readonly<Record<ProgramName, Answer>> = {
  radarr: arr('Radarr'),
  sonarr: arr('Sonarr'),
  // It says 400 and why for a wrong key, in the envelope of all its answers.
  tautulli: ({ path, query }, key) => {
    if (path !== '/api/v2' || query.get('cmd') !== 'get_tautulli_info') return null;
    if (query.get('apikey') !== key) {
      return { status: 400, body: { response: { result: 'error', message: 'Invalid apikey', data: {} } } };
    }
    const data = { tautulli_version: 'v2.14.6', tautulli_branch: 'master', tautulli_platform: 'Linux' };
    return { status: 200, body: { response: { result: 'success', message: null, data } } };
  },
  tmdb: ({ path, query }, key) => {
    if (path !== '/3/configuration') return null;
    if (query.get('api_key') !== key) {
      const status_message = 'Invalid API key: You must be granted a valid key.';
      return { status: 401, body: { status_code: 7, status_message, success: false } };
    }
    const images = { base_url: 'http://image.tmdb.org/t/p/', secure_base_url: 'https://image.tmdb.org/t/p/' };
    return { status: 200, body: { images, change_keys: [] } };
  },
  omdb: ({ path, query }, key) => {
    if (path !== '/' || !query.has('i')) return null;
    if (query.get('apikey') !== key) {
      return { status: 401, body: { Response: 'False', Error: 'Invalid API key!' } };
    }
    return {
      status: 200,
      body: { Title: 'The Empire Strikes Back', imdbID: query.get('i'), Response: 'True' },
    };
  },
  mdblist: ({ path, query }, key) => {
    if (path !== '/user') return null;
    if (query.get('apikey') !== key) return { status: 403, body: { error: 'Invalid API key!' } };
    return { status: 200, body: { api_requests: 1000, api_requests_count: 3, user_id: 7, user_name: 'ann' } };
  },
  github: ({ path, headers }, key) => {
    if (path !== '/rate_limit') return null;
    if (headers.authorization !== `Bearer ${key}`) {
      return { status: 401, body: { message: 'Bad credentials', status: '401' } };
    }
    const core = { limit: 5000, used: 1, remaining: 4999, reset: 1_793_000_000 };
    return { status: 200, body: { resources: { core }, rate: core } };
  },
  notifiarr: ({ path, headers }, key) => {
    if (path !== '/api/v1/user/validate') return null;
    if (headers['x-api-key'] !== key) return { status: 401, body: { result: 'error', details: {} } };
    return { status: 200, body: { result: 'success', details: { response: 'Valid' } } };
  },
  // Anybody may ask for its version.
  gotify: ({ path }) =>
    path === '/version'
      ? { status: 200, body: { version: '2.6.3', commit: 'abc', buildDate: '2026-05-01-10:00:00' } }
      : null,
  ntfy: ({ path, headers }, key) => {
    if (path !== '/v1/account') return null;
    if (headers.authorization !== `Bearer ${key}`) {
      return { status: 401, body: { code: 40101, http: 401, error: 'unauthorized' } };
    }
    return { status: 200, body: { username: 'ann', role: 'user' } };
  },
  trakt: ({ path, headers }, key) => {
    if (path !== '/genres/movies') return null;
    if (headers['trakt-api-key'] !== key || headers['trakt-api-version'] !== '2') {
      return { status: 403, body: '' };
    }
    return { status: 200, body: [{ name: 'Action', slug: 'action' }] };
  },
  mal: ({ path, headers }, key) => {
    if (path !== '/v2/anime/1') return null;
    if (headers['x-mal-client-id'] !== key) {
      return { status: 400, body: { message: 'Invalid client id', error: 'bad_request' } };
    }
    return { status: 200, body: { id: 1 } };
  },
};
