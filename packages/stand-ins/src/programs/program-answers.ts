/** What programs beside Plex say to somebody who asks whether they are there, as far as that. */
export type ProgramName = 'tautulli' | 'radarr' | 'sonarr' | 'tmdb' | 'omdb' | 'mdblist';

interface ProgramAnswer {
  status: number;
  body: unknown;
}

type Answer = (path: string, query: URLSearchParams, key: string) => ProgramAnswer | null;

const arr =
  (appName: string): Answer =>
  (path, query, key) => {
    if (path !== '/api/v3/system/status') return null;
    if (query.get('apikey') !== key) return { status: 401, body: { error: 'Unauthorized' } };
    return { status: 200, body: { appName, instanceName: appName, version: '5.14.0.9383' } };
  };

export const PROGRAMS: Readonly<Record<ProgramName, Answer>> = {
  radarr: arr('Radarr'),
  sonarr: arr('Sonarr'),
  // It says 400 and why for a wrong key, in the envelope of all its answers.
  tautulli: (path, query, key) => {
    if (path !== '/api/v2' || query.get('cmd') !== 'get_tautulli_info') return null;
    if (query.get('apikey') !== key) {
      return { status: 400, body: { response: { result: 'error', message: 'Invalid apikey', data: {} } } };
    }
    const data = { tautulli_version: 'v2.14.6', tautulli_branch: 'master', tautulli_platform: 'Linux' };
    return { status: 200, body: { response: { result: 'success', message: null, data } } };
  },
  tmdb: (path, query, key) => {
    if (path !== '/3/configuration') return null;
    if (query.get('api_key') !== key) {
      const status_message = 'Invalid API key: You must be granted a valid key.';
      return { status: 401, body: { status_code: 7, status_message, success: false } };
    }
    const images = { base_url: 'http://image.tmdb.org/t/p/', secure_base_url: 'https://image.tmdb.org/t/p/' };
    return { status: 200, body: { images, change_keys: [] } };
  },
  omdb: (path, query, key) => {
    if (path !== '/' || !query.has('i')) return null;
    if (query.get('apikey') !== key) {
      return { status: 401, body: { Response: 'False', Error: 'Invalid API key!' } };
    }
    return {
      status: 200,
      body: { Title: 'The Empire Strikes Back', imdbID: query.get('i'), Response: 'True' },
    };
  },
  mdblist: (path, query, key) => {
    if (path !== '/user') return null;
    if (query.get('apikey') !== key) return { status: 403, body: { error: 'Invalid API key!' } };
    return { status: 200, body: { api_requests: 1000, api_requests_count: 3, user_id: 7, user_name: 'ann' } };
  },
};
