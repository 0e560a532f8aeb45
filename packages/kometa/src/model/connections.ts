import type { KeyTable, ValueSpec } from './key-spec.ts';
import { cacheDays, flag, map, of, secret, text, texts, whole } from './specs.ts';

const NO_LONGER_READ = 'Kometa 2.4 asks AniDB without an account';
const maintenance: ValueSpec = { type: 'either', of: [{ type: 'boolean' }, { type: 'schedule' }] };

/** What stood under `plex` once. */
const settingsOnceInPlex = [
  'asset_directory',
  'sync_mode',
  'show_unmanaged',
  'show_filtered',
  'show_unfiltered',
  'show_missing',
  'save_missing',
] as const;

export const plexKeys: KeyTable = {
  url: text('Address of the Plex server; the word ENV takes it from --plex-url.', { required: true }),
  token: secret('Token of the Plex server’s owner; the word ENV takes it from --plex-token.', {
    required: true,
  }),
  timeout: whole(0, 60, 'Seconds to wait for Plex.'),
  verify_ssl: flag(null, 'Whether to check the certificate of Plex; as in settings when blank.'),
  db_cache: whole(
    0,
    null,
    'Megabytes that Plex’s database may keep in memory; Kometa changes Plex’s own setting.',
  ),
  clean_bundles: of(maintenance, 'Clean Plex’s bundles after a run: always, never or by a schedule.', {
    default: 'false',
  }),
  empty_trash: of(maintenance, 'Empty Plex’s trash after a run: always, never or by a schedule.', {
    default: 'false',
  }),
  optimize: of(maintenance, 'Optimize Plex’s database after a run: always, never or by a schedule.', {
    default: 'false',
  }),
  ...Object.fromEntries(
    settingsOnceInPlex.map((name) => [
      name,
      of({ type: 'any' }, 'Now in settings.', { movedTo: 'settings' }),
    ]),
  ),
};

export const tautulliKeys: KeyTable = {
  url: text('Address of Tautulli.', { required: true }),
  apikey: secret('Tautulli’s API key.', { required: true }),
};

const hook = (when: string) =>
  of(texts, `Where to send word ${when}: a URL, notifiarr, gotify, ntfy or apprise.`);
const oldHook = (when: string) =>
  of(texts, `Where to send word when ${when}; now part of changes.`, { renamedTo: 'changes' });

export const libraryWebhookKeys: KeyTable = {
  changes: hook('of changed collections'),
  collection_creation: oldHook('a collection is made'),
  collection_addition: oldHook('a collection grows'),
  collection_removal: oldHook('a collection shrinks'),
  collection_changes: oldHook('a collection changes'),
};

export const webhookKeys: KeyTable = {
  error: hook('of errors'),
  version: hook('of a new version of Kometa'),
  run_start: hook('of the start of a run'),
  run_end: hook('of the end of a run'),
  delete: hook('of deleted collections'),
  ...libraryWebhookKeys,
};

export const connectionSections: KeyTable = {
  plex: map(plexKeys, 'The Plex server. Libraries may name another.'),
  tmdb: map(
    {
      apikey: secret('API key of TMDb.', { required: true }),
      language: text('ISO 639-1 code of the language of answers.', { default: 'en' }),
      region: text('ISO 3166-1 code of the region of answers, in capitals.'),
      cache_expiration: cacheDays,
    },
    'The Movie Database; Kometa does not run without it.',
  ),
  tautulli: map(tautulliKeys, 'Tautulli, for what is watched most. Libraries may name another.'),
  github: map({ token: secret('A personal access token, for more requests an hour.') }, 'GitHub.'),
  omdb: map({ apikey: secret('API key of OMDb.', { required: true }), cache_expiration: cacheDays }, 'OMDb.'),
  mdblist: map(
    { apikey: secret('API key of MDBList.', { required: true }), cache_expiration: cacheDays },
    'MDBList, for ratings and lists.',
  ),
  notifiarr: map(
    {
      apikey: secret('API key of Notifiarr.', { required: true }),
      url: text('Address of Notifiarr.', { ignored: 'Kometa knows Notifiarr’s address' }),
    },
    'Notifiarr, for webhooks.',
  ),
  gotify: map(
    {
      url: text('Address of the Gotify server.', { required: true }),
      token: secret('Token of the Gotify application.', { required: true }),
    },
    'Gotify, for webhooks.',
  ),
  ntfy: map(
    {
      url: text('Address of the ntfy server.', { required: true }),
      token: secret('Access token of ntfy.', { required: true }),
      topic: text('Topic of ntfy to publish to.', { required: true }),
    },
    'ntfy, for webhooks.',
  ),
  apprise: map(
    { config: text('Path or URL of Apprise’s own configuration.', { required: true }) },
    'Apprise, for webhooks.',
  ),
  anidb: map(
    {
      language: text('Language of titles from AniDB.', { default: 'en' }),
      cache_expiration: cacheDays,
      enable_mature: flag(false, 'Whether to take titles for adults.'),
      client: text('Name of the API client.', { ignored: NO_LONGER_READ }),
      version: text('Version of the API client.', { ignored: NO_LONGER_READ }),
      username: text('Name of the account.', { ignored: NO_LONGER_READ }),
      password: secret('Password of the account.', { ignored: NO_LONGER_READ }),
    },
    'AniDB.',
  ),
  trakt: map(
    {
      client_id: secret('Client ID of the Trakt application.', { required: true }),
      client_secret: secret('Client secret of the Trakt application.', { required: true }),
      pin: secret('PIN that Trakt shows once, to sign in.'),
      force_refresh: flag(null, 'Whether to fetch a new token at the next start.'),
      authorization: map(
        {
          access_token: secret('Written by Kometa.'),
          token_type: text('Written by Kometa.'),
          expires_in: text('Written by Kometa.'),
          refresh_token: secret('Written by Kometa.'),
          scope: text('Written by Kometa.'),
          created_at: text('Written by Kometa.'),
        },
        'Written by Kometa when it has signed in.',
      ),
    },
    'Trakt.',
  ),
  mal: map(
    {
      client_id: secret('Client ID of the MyAnimeList application.', { required: true }),
      client_secret: secret('Client secret of the MyAnimeList application.', { required: true }),
      localhost_url: secret('The address that the browser was sent to when signing in, used once.'),
      cache_expiration: cacheDays,
      authorization: map(
        {
          access_token: secret('Written by Kometa.'),
          token_type: text('Written by Kometa.'),
          expires_in: text('Written by Kometa.'),
          refresh_token: secret('Written by Kometa.'),
        },
        'Written by Kometa when it has signed in.',
      ),
    },
    'MyAnimeList.',
  ),
  simkl: map({ user_token: secret('Reserved: nothing uses it yet.') }, 'Simkl.'),
};
