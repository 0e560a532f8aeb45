import { named, type SeededFault } from '../diagnostics/seeded-faults.ts';

const SECRET = '  client_secret: abc\n';

/** Faults that Kometa does not stumble over: it does what the file says, or goes without, and people are sorry later. */
export const DOCTOR_FAULTS: readonly SeededFault[] = named('config.yml', [
  ['    remove_overlays: false', '    remove_overlays: true', 'risk.remove-overlays', 'mended'],
  ['    remove_overlays: false', '    reapply_overlays: true', 'risk.reapply-overlays', 'mended'],
  ['    remove_overlays: false', '    reset_overlays: tmdb', 'risk.reset-overlays', 'mended'],
  [
    '    overlay_files:\n      - default: status',
    '    reapply_overlays: true\n    overlay_files:\n      - default: status',
    'risk.reapply-overlays',
    'mended',
  ],
  [
    '    overlay_files:\n      - default: status',
    '    reset_overlays: plex\n    overlay_files:\n      - default: status',
    'risk.reset-overlays',
    'mended',
  ],
  ['      split_duplicates: true', '      mass_genre_update: remove', 'risk.mass-empty', 'told'],
  ['      split_duplicates: true', '      mass_studio_update: reset', 'risk.mass-empty', 'told'],
  ['      split_duplicates: true', '      mass_user_rating_update: reset', 'risk.mass-empty', 'told'],
  ['      split_duplicates: true', '      mass_poster_update: tmdb', 'risk.mass-pictures', 'told'],
  [
    '      split_duplicates: true',
    '      mass_background_update: {source: plex}',
    'risk.mass-pictures',
    'told',
  ],
  [
    '      split_duplicates: true',
    '      delete_collections: {managed: false}',
    'risk.delete-collections',
    'told',
  ],
  [
    '      split_duplicates: true',
    '      delete_collections: {configured: false, less: 2}',
    'risk.delete-collections',
    'told',
  ],
  ['      split_duplicates: true', '      radarr_add_all_existing: true', 'risk.everything-to-arr', 'mended'],
  ['  add_missing: false', '  add_missing: true', 'risk.add-missing', 'mended'],
  ['  add_missing: false', '  add_existing: true', 'risk.add-existing', 'mended'],
  ['  add_missing: false', '  upgrade_existing: true', 'risk.add-existing', 'mended'],
  ['  verify_ssl: true', '  verify_ssl: false', 'risk.certificates', 'told'],
  ['  clean_bundles: false', '  verify_ssl: false', 'risk.certificates', 'told'],
  ['  clean_bundles: false', '  empty_trash: true', 'risk.empty-trash', 'mended'],
  ['  item_refresh_delay: 0', '  delete_not_scheduled: true', 'risk.not-scheduled', 'mended'],
  ...['mdb', 'mdb_average', 'omdb', 'mdb_tomatoes'].map(
    (source) =>
      [
        '      mass_critic_rating_update: imdb',
        `      mass_user_rating_update: ${source}`,
        'credentials.missing',
        'told',
        'libraries:',
      ] as const,
  ),
  [
    '      mass_critic_rating_update: imdb',
    '      mass_genre_update: omdb',
    'credentials.missing',
    'told',
    'libraries:',
  ],
  ['      - default: imdb', '      - default: tautulli', 'credentials.missing', 'told', 'libraries:'],
  ['      - default: imdb', '      - default: myanimelist', 'credentials.missing', 'told', 'libraries:'],
  ...['notifiarr', 'gotify', 'ntfy', 'apprise'].map(
    (service) =>
      [
        '  error: https://example.org/hook',
        `  error: ${service}`,
        'credentials.missing',
        'told',
        'libraries:',
      ] as const,
  ),
  [`trakt:\n  client_id: abc\n${SECRET}`, '', 'credentials.missing', 'told', 'libraries:'],
  [SECRET, '  client_secret:\n', 'credentials.missing', 'told', 'trakt:'],
  ['  client_id: abc\n', '  client_id:\n', 'credentials.missing', 'told', 'trakt:'],
]);
