/** A folder of Kometa's without faults, and faults to put into it one at a time: what tests and measurements find again. */
export const SOUND_FOLDER: Readonly<Record<string, string>> = {
  'config.yml': `libraries:
  Movies:
    schedule: daily
    collection_files:
      - default: basic
        template_variables:
          use_newly: false
          visible_home: true
      - default: imdb
        schedule: weekly(sunday)
      - file: config/films.yml
      - file: config/more.yml
    overlay_files:
      - default: ribbon
      - default: ratings
        template_variables:
          rating1: critic
          rating1_font: x.ttf
          horizontal_position: left
      - file: config/badges.yml
      - file: config/corners.yml
    metadata_files:
      - file: config/facts.yml
      - file: config/more-facts.yml
    operations:
      mass_critic_rating_update: imdb
      split_duplicates: true
      genre_mapper:
        Action/Adventure: Action
    settings:
      sync_mode: sync
      minimum_items: 2
    remove_overlays: false
  TV Shows:
    template_variables:
      sep_style: gray
    collection_files:
      - default: network
    overlay_files:
      - default: status
playlist_files:
  - default: playlist
  - file: config/lists.yml
settings:
  run_order:
    - operations
    - metadata
    - collections
    - overlays
  cache: true
  cache_expiration: 60
  asset_folders: true
  asset_depth: 0
  sync_mode: append
  minimum_items: 1
  delete_below_minimum: true
  item_refresh_delay: 0
  show_missing: true
  tvdb_language: eng
  verify_ssl: true
  overlay_artwork_filetype: jpg
  overlay_artwork_quality: 75
webhooks:
  error: https://example.org/hook
plex:
  url: http://plex:32400
  token: abc
  timeout: 60
  clean_bundles: false
tmdb:
  apikey: abc
  language: en
  cache_expiration: 60
radarr:
  url: http://radarr:7878
  token: abc
  add_missing: false
  root_folder_path: /films
  monitor: true
  availability: announced
  quality_profile: HD
  search: false
trakt:
  client_id: abc
  client_secret: abc
`,
  'films.yml': `templates:
  chart:
    sort_title: "!<<order>>"
    sync_mode: sync
collections:
  Best:
    template: {name: chart, order: 1}
    imdb_chart: top_movies
    collection_order: custom
    summary: The best.
  Newest:
    plex_search:
      all:
        genre: Drama
        year.gte: 2020
      sort_by: added.desc
      limit: 50
    visible_home: true
    schedule: weekly(monday)
  Long:
    plex_all: true
    filters:
      duration.gte: 150
      genre: Drama
    limit: 20
    minimum_items: 3
  Known:
    tmdb_discover:
      vote_count.gte: 1000
      sort_by: popularity.desc
      limit: 10
    sync_mode: append
    collection_mode: hide
dynamic_collections:
  Decades:
    type: decade
    exclude:
      - "1900"
    title_format: Films of <<key_name>>
`,
  'badges.yml': `overlays:
  4K:
    overlay:
      name: 4K
      group: resolution
      weight: 20
      horizontal_align: left
      horizontal_offset: 15
      vertical_align: top
      vertical_offset: 15
    plex_search:
      all:
        resolution: 4k
  HD:
    overlay:
      name: HD
      queue: corner
      weight: 10
    plex_all: true
  Runtime:
    overlay:
      name: text(<<runtimeH>>h)
      horizontal_offset: 0
      horizontal_align: center
      vertical_offset: 20
      vertical_align: bottom
      font_size: 40
      font_color: "#FFFFFF"
      back_color: "#00000080"
      back_radius: 10
      back_width: 200
      back_height: 60
    plex_all: true
queues:
  corner:
    - horizontal_align: right
      horizontal_offset: 10
      vertical_align: top
      vertical_offset: 10
    - vertical_offset: 100
`,
  'facts.yml': `metadata:
  Heat:
    match:
      title: Heat
      year: 1995
    content_rating: R
    genre.sync: Crime
    sort_title: Heat 1
  Alien:
    critic_rating: 8.5
    originally_available: 1979-05-25
`,
  'more.yml': `collections:
  Quiet:
    imdb_chart: popular_movies
    schedule: daily
  Loud:
    tmdb_popular: 20
    schedule: range(12/01-12/31)
  Old:
    plex_search:
      all:
        year.lte: 1960
    schedule: monthly(1)
  Odd:
    trakt_list: https://trakt.tv/users/a/lists/b
    schedule: yearly(12/24)
`,
  'corners.yml': `overlays:
  Left:
    overlay: {name: Left, group: side, weight: 10}
    plex_all: true
  Right:
    overlay:
      name: Right
      group: side
      weight: 20
    plex_all: true
  Top:
    overlay:
      name: Top
      queue: edge
      weight: 30
    plex_all: true
  Bottom:
    overlay:
      name: Bottom
      queue: edge
      weight: 40
    plex_all: true
queues:
  edge:
    - horizontal_align: left
      horizontal_offset: 5
      vertical_align: top
      vertical_offset: 5
    - vertical_offset: 50
`,
  'more-facts.yml': `metadata:
  Ran:
    sort_title: Ran
  Jaws:
    content_rating: PG
`,
  'lists.yml': `playlists:
  Saga:
    libraries: Movies, TV Shows
    trakt_list: https://trakt.tv/users/a/lists/b
    sync_mode: sync
    summary: All of it.
`,
};

export interface SeededFault {
  what: string;
  file: string;
  from: string;
  to: string;
  code: string;
  /** Whether its fix mends it. */
  mends: boolean;
  /** Text of the line that it is told at, where that is not the first one that changes. */
  at?: string;
}

type Row = readonly [from: string, to: string, code: string, mends: 'mended' | 'told', at?: string];

export const named = (file: string, rows: readonly Row[]): SeededFault[] =>
  rows.map(([from, to, code, mends, at]) => ({
    what: `${file}: ${to.trim() === '' ? `without ${from.trim()}` : to.trim().split('\n').join(' ⏎ ')}`,
    file,
    from,
    to,
    code,
    mends: mends === 'mended',
    ...(at === undefined ? {} : { at }),
  }));

/** A key of the file, misspelt. */
const misspelt = (code: string, ...keys: readonly (readonly [string, string])[]): Row[] =>
  keys.map(([from, to]) => [`${from}:`, `${to}:`, code, 'mended']);

export const SEEDED_FAULTS: readonly SeededFault[] = [
  ...named('config.yml', [
    ...misspelt(
      'config.unknown-key',
      ['    collection_files', '    colection_files'],
      ['    overlay_files', '    overlay_file'],
      ['    metadata_files', '    metadata_fiels'],
      ['    operations', '    opperations'],
      ['    template_variables', '    template_variabels'],
      ['    remove_overlays', '    remove_overlys'],
      ['playlist_files', 'playlst_files'],
      ['\nwebhooks', '\nwebhoks'],
      ['\nradarr', '\nraddarr'],
      ['  cache_expiration', '  cache_expiraton'],
      ['  asset_folders', '  aset_folders'],
      ['  asset_depth', '  asset_dept'],
      ['  delete_below_minimum', '  delete_below_minimun'],
      ['  item_refresh_delay', '  item_refresh_dely'],
      ['  tvdb_language', '  tvdb_langauge'],
      ['  verify_ssl', '  verify_sll'],
      ['  overlay_artwork_filetype', '  overlay_artwork_fileype'],
      ['  overlay_artwork_quality', '  overlay_artwork_qualty'],
      ['  run_order', '  run_ordr'],
      ['  timeout', '  timeot'],
      ['  clean_bundles', '  clean_bundels'],
      ['  root_folder_path', '  root_folder_pth'],
      ['  availability', '  availabilty'],
      ['  quality_profile', '  quality_profil'],
      ['  add_missing', '  add_mising'],
      ['      mass_critic_rating_update', '      mass_critic_rating_updat'],
      ['      split_duplicates', '      split_duplicate'],
      ['      genre_mapper', '      genre_maper'],
    ),
    ['  cache: true', '  cache: yes', 'config.wrong-type', 'mended'],
    ['  asset_folders: true', '  asset_folders: "on"', 'config.wrong-type', 'mended'],
    ['  verify_ssl: true', '  verify_ssl: 1', 'config.wrong-type', 'mended'],
    ['  show_missing: true', '  show_missing: maybe', 'config.wrong-type', 'told'],
    ['  cache_expiration: 60\n  asset', '  cache_expiration: "60"\n  asset', 'config.wrong-type', 'mended'],
    ['  cache_expiration: 60\n  asset', '  cache_expiration: 0\n  asset', 'config.wrong-type', 'told'],
    ['  asset_depth: 0', '  asset_depth: deep', 'config.wrong-type', 'told'],
    ['  sync_mode: append', '  sync_mode: Append', 'config.wrong-type', 'mended'],
    ['  sync_mode: append', '  sync_mode: appnd', 'config.wrong-type', 'mended'],
    ['  overlay_artwork_filetype: jpg', '  overlay_artwork_filetype: jpgg', 'config.wrong-type', 'mended'],
    ['  overlay_artwork_quality: 75', '  overlay_artwork_quality: 175', 'config.wrong-type', 'told'],
    ['    - metadata\n', '    - metdata\n', 'config.wrong-type', 'mended'],
    ['  timeout: 60', '  timeout: soon', 'config.wrong-type', 'told'],
    ['  availability: announced', '  availability: anounced', 'config.wrong-type', 'mended'],
    [
      '      mass_critic_rating_update: imdb',
      '      mass_critic_rating_update: imbd',
      'config.wrong-type',
      'mended',
    ],
    ['      split_duplicates: true', '      split_duplicates: yes', 'config.wrong-type', 'mended'],
    ['    remove_overlays: false', '    remove_overlays: no', 'config.wrong-type', 'mended'],
    ['    schedule: daily', '    schedule: weekly(someday)', 'schedule.weekday', 'told'],
    ['    schedule: daily', '    schedule: date(12/25/2020)', 'schedule.past', 'told'],
    [
      '    schedule: daily',
      '    schedule: all[weekly(monday), weekly(tuesday)]',
      'schedule.impossible',
      'told',
    ],
    ['    schedule: daily', '    schedule: hourly(25)', 'schedule.hour', 'told'],
    ['        schedule: weekly(sunday)', '        schedule: monthly(32)', 'schedule.month-day', 'told'],
    ['      - default: basic', '      - default: basik', 'config.unknown-default', 'mended'],
    ['      - default: ribbon', '      - default: ribon', 'config.unknown-default', 'mended'],
    ['      - default: network', '      - default: flixpatrol', 'config.unknown-default', 'told'],
    ['      - default: imdb', '      - default: status', 'config.unknown-default', 'told'],
    ['          use_newly', '          ues_newly', 'config.unknown-variable', 'mended'],
    ['          visible_home', '          visible_hom', 'config.unknown-variable', 'mended'],
    ['      sep_style', '      sep_stlye', 'config.unknown-variable', 'mended'],
    ['          rating1_font: x.ttf', '          ratng1_font: x.ttf', 'config.unknown-variable', 'told'],
    ['          horizontal_position', '          horizontal_postion', 'config.unknown-variable', 'mended'],
    ['config/films.yml', 'config/film.yml', 'config.missing-file', 'mended'],
    ['config/badges.yml', 'config/bagdes.yml', 'config.missing-file', 'mended'],
    ['config/lists.yml', 'lists.yml', 'config.bare-path', 'mended'],
    ['config/facts.yml', 'config/films.yml', 'config.wrong-kind', 'told'],
    [
      '      - file: config/films.yml',
      '      - url: https://example.org/a.yml',
      'config.not-checked',
      'told',
    ],
    ['      - file: config/facts.yml', '      - schedule: daily', 'config.no-location', 'told'],
    ['      - default: network', '      - default: director', 'config.kind-guessed', 'told'],
    [
      '    overlay_files:\n      - default: ribbon',
      '    overlay_path:\n      - default: ribbon',
      'config.renamed-key',
      'mended',
    ],
    ['      sync_mode: sync\n', '      sync_mode: sync\n      cache: true\n', 'config.ignored-key', 'mended'],
    ['\nplex:', '\ndelete_not_scheduled: true\nplex:', 'config.wrong-place', 'mended'],
    ['    remove_overlays: false', '    asset_depth: 1', 'config.wrong-place', 'mended'],
    ['  token: abc\n  timeout', '  token:\n  timeout', 'config.blank-required', 'told'],
    ['  token: abc\n  timeout', '  token: <<nobody>>\n  timeout', 'config.placeholder', 'told'],
    ['  url: http://plex:32400\n', '', 'config.missing-key', 'told', '  token: abc'],
    ['  apikey: abc\n', '', 'config.missing-key', 'told', '  language: en'],
    [
      'tmdb:\n  apikey: abc\n  language: en\n  cache_expiration: 60\n',
      '',
      'config.missing-key',
      'told',
      'libraries:',
    ],
    ['  cache: true', '  cache: true\n  cache: false', 'yaml.duplicate-key', 'told'],
    ['  cache: true', '\tcache: true', 'yaml.tab', 'mended'],
    ['  cache: true', '  cache:\ttrue', 'yaml.tab', 'mended'],
    ['  cache: true', '  cache: [true', 'yaml.syntax', 'told', '  cache_expiration: 60'],
    ['  cache: true', '  cache: !secret x', 'yaml.tag', 'told'],
    ['  cache: true', '  cache: *other', 'yaml.alias-unknown', 'told'],
    ['  cache: true', '  cache: 2026-02-30', 'yaml.value', 'told'],
    ['settings:\n  run_order', 'settings: all\nother:\n  run_order', 'config.wrong-type', 'told'],
    ['config/more.yml', 'config/mor.yml', 'config.missing-file', 'mended'],
    ['config/corners.yml', 'config/corner.yml', 'config.missing-file', 'mended'],
    ['config/more-facts.yml', 'config/more-fact.yml', 'config.missing-file', 'mended'],
    ['config/facts.yml', 'config/nothing-like-it.yml', 'config.missing-file', 'told'],
    ['      - file: config/more.yml', '      - folder: config/nowhere', 'config.missing-folder', 'told'],
    ['      - file: config/more.yml', '      - file: /data/more.yml', 'config.not-checked', 'told'],
    ['      - file: config/more.yml', '      - git: somebody/films', 'config.not-checked', 'told'],
    ['      - file: config/more.yml', '      - repo: films', 'config.not-checked', 'told'],
    ['config/badges.yml', 'badges.yml', 'config.bare-path', 'mended'],
    ['config/corners.yml', 'config/more.yml', 'config.wrong-kind', 'told'],
    ['config/more.yml', 'config/corners.yml', 'config.wrong-kind', 'told'],
    ['config/lists.yml', 'config/facts.yml', 'config.wrong-kind', 'told'],
    [
      '  verify_ssl: true',
      '  verify_ssl: true\n  asset_directory: config/nowhere',
      'config.missing-folder',
      'told',
    ],
    ['  url: http://plex:32400', '  url: <<plexurl>>', 'config.placeholder', 'told'],
    ['tmdb:\n  apikey: abc', 'tmdb:\n  apikey: <<tmdb>>', 'config.placeholder', 'told'],
    ['  url: http://radarr:7878', '  url: <<radarr>>', 'config.placeholder', 'told'],
    ['  token: abc\n  add_missing', '  token: <<radarrkey>>\n  add_missing', 'config.placeholder', 'told'],
    ['  client_id: abc', '  client_id: <<trakt>>', 'config.placeholder', 'told'],
    ['  client_secret: abc', '  client_secret: <<trakt-secret>>', 'config.placeholder', 'told'],
    ['  error: https://example.org/hook', '  error: <<hook>>', 'config.placeholder', 'told'],
    ['  root_folder_path: /films', '  root_folder_path: <<films>>', 'config.placeholder', 'told'],
    ['      - default: ratings', '      - default: raitings', 'config.unknown-default', 'mended'],
    ['      - default: status', '      - default: statuss', 'config.unknown-default', 'mended'],
    ['      - default: network', '      - default: netwrok', 'config.unknown-default', 'mended'],
    ['  - default: playlist', '  - default: playlst', 'config.unknown-default', 'mended'],
    ['      - default: imdb', '      - default: imbd', 'config.unknown-default', 'mended'],
    ['      - default: ribbon', '      - default: other_award', 'config.unknown-default', 'told'],
    [
      '          use_newly: false',
      '          use_newly: false\n          radarr_add_mising: true',
      'config.unknown-variable',
      'mended',
      '          radarr_add_mising: true',
    ],
    [
      '          use_newly: false',
      '          use_newly: false\n          rating1: critic',
      'config.unknown-variable',
      'told',
      '          rating1: critic',
    ],
    [
      '          rating1: critic',
      '          rating1: critic\n          collection_section: 1',
      'config.unknown-variable',
      'told',
      '          collection_section: 1',
    ],
    [
      '          rating1: critic',
      '          rating1: critic\n          back_colr: "#000"',
      'config.unknown-variable',
      'mended',
      '          back_colr: "#000"',
    ],
    [
      '          rating1: critic',
      '          rating1: critic\n          vertical_positon: top',
      'config.unknown-variable',
      'mended',
      '          vertical_positon: top',
    ],
    ['    schedule: daily', '    schedule: range(13/01-13/31)', 'schedule.range', 'told'],
    [
      '    schedule: daily',
      '    schedule: all[monthly(31), range(02/01-02/28)]',
      'schedule.impossible',
      'told',
    ],
    ['    schedule: daily', '    schedule: all[monthly(1), monthly(2)]', 'schedule.impossible', 'told'],
    ['    schedule: daily', '    schedule: sometimes', 'schedule.unknown', 'told'],
    ['    schedule: daily', '    schedule: yearly(25/12)', 'schedule.year-day', 'told'],
    ['        schedule: weekly(sunday)', '        schedule: date(01/01/2001)', 'schedule.past', 'told'],
    ['    remove_overlays: false', '    revert_overlays: false', 'config.renamed-key', 'mended'],
    ['    remove_overlays: false', '    reapply_overlay: false', 'config.renamed-key', 'mended'],
    ['    remove_overlays: false', '    reset_overlay: tmdb', 'config.renamed-key', 'mended'],
    ['    remove_overlays: false', '    radarr_add_all: true', 'config.ignored-key', 'mended'],
    ['    remove_overlays: false', '    sonarr_add_all: true', 'config.ignored-key', 'mended'],
    ['      - default: basic', '      - pmm: basic', 'config.renamed-key', 'mended'],
    [
      '  clean_bundles: false',
      '  clean_bundles: false\n  show_unmanaged: true',
      'config.moved-key',
      'mended',
      '  show_unmanaged: true',
    ],
    [
      '  clean_bundles: false',
      '  clean_bundles: false\n  save_missing: true',
      'config.moved-key',
      'mended',
      '  save_missing: true',
    ],
    ['    schedule: daily', '    mass_audience_rating_update: tmdb', 'config.wrong-place', 'mended'],
    ['    schedule: daily', '    delete_not_scheduled: true', 'config.wrong-place', 'mended'],
    ['    schedule: daily', '    collections: {}', 'config.wrong-place', 'told'],
    ['      split_duplicates: true', '      overlay_files: []', 'config.unknown-key', 'mended'],
    ['      minimum_items: 2', '      remove_overlays: true', 'config.wrong-place', 'told'],
    ['\ntrakt:', '\ncollection_files: []\ntrakt:', 'config.wrong-place', 'told'],
    [
      '  - default: playlist\n  - file: config/lists.yml\n',
      '',
      'config.blank-list',
      'told',
      'playlist_files:',
    ],
    ['  cache: true', '  cache: \u0007', 'yaml.character', 'told'],
    ['trakt:\n', 'base: &base [1]\ntrakt:\n  <<: *base\n', 'yaml.merge', 'told', '  <<: *base'],
    ['trakt:\n', '---\ntrakt:\n', 'yaml.documents', 'told', 'trakt:'],
    ['    schedule: daily', '    schedule: hourly(1-2-3)', 'schedule.hour', 'told'],
    ['    schedule: daily', '    schedule: monthly', 'schedule.no-parameter', 'told'],
    ['    schedule: daily', '    schedule: all[daily', 'schedule.all', 'told'],
    ['    schedule: daily', '    schedule: date(12/25)', 'schedule.date', 'told'],
    [
      '      mass_critic_rating_update: imdb',
      '      mass_imdb_parental_labels: without_none',
      'config.renamed-value',
      'mended',
    ],
  ]),
  ...named('films.yml', [
    ...misspelt(
      'definition.unknown-key',
      ['    imdb_chart', '    imdb_chrt'],
      ['    collection_order', '    colection_order'],
      ['    summary', '    sumary'],
      ['    plex_search', '    plex_serch'],
      ['    visible_home', '    visible_hom'],
      ['    minimum_items', '    minimun_items'],
      ['    collection_mode', '    collection_mod'],
      ['    tmdb_discover', '    tmdb_discovr'],
      ['    filters', '    filtrs'],
    ),
    ['collections:\n  Best', 'colections:\n  Best', 'collection.unknown-key', 'mended'],
    ['{name: chart, order', '{name: chrat, order', 'definition.unknown-template', 'mended'],
    ['    sync_mode: append', '    sync_mode: apend', 'definition.wrong-value', 'mended'],
    ['    visible_home: true', '    visible_home: perhaps', 'definition.wrong-value', 'told'],
    ['    limit: 20', '    limit: many', 'definition.wrong-value', 'told'],
    ['    minimum_items: 3', '    minimum_items: -1', 'definition.wrong-value', 'told'],
    ['    schedule: weekly(monday)', '    schedule: weekly(funday)', 'schedule.weekday', 'told'],
    ['    imdb_chart: top_movies', '    imdb_chart: top_moveis', 'definition.wrong-value', 'mended'],
    ['    imdb_chart: top_movies', '    imdb_chart:', 'definition.blank-builder', 'told'],
    ['        genre: Drama\n        year', '        gnre: Drama\n        year', 'search.unknown', 'mended'],
    ['      sort_by: added.desc', '      sort_by: aded.desc', 'definition.wrong-value', 'mended'],
    ['        year.gte: 2020', '        year.gte: new', 'definition.wrong-value', 'told'],
    ['      duration.gte: 150', '      duratoin.gte: 150', 'filter.unknown', 'mended'],
    ['      duration.gte: 150', '      duration.gte: long', 'definition.wrong-value', 'told'],
    ['      vote_count.gte: 1000', '      vote_cout.gte: 1000', 'definition.unknown-key', 'mended'],
    ['    type: decade', '    type: decad', 'definition.wrong-value', 'mended'],
    ['    type: decade\n', '', 'dynamic.no-type', 'told', '  Decades:'],
    ['    exclude:', '    exlude:', 'dynamic.unknown-key', 'mended'],
    ['    title_format', '    title_fromat', 'dynamic.unknown-key', 'mended'],
    ['    plex_all: true\n', '', 'definition.no-builder', 'told', '  Long:'],
    ['    imdb_chart: top_movies', '    imdb_cahrt: top_movies', 'definition.unknown-key', 'mended'],
    ['    schedule: weekly(monday)', '    schedule: date(01/01/2001)', 'schedule.past', 'told'],
    [
      '    tmdb_discover:',
      '    anidb_popular: true\n    tmdb_discover:',
      'definition.phantom-builder',
      'told',
    ],
    ['    imdb_chart: top_movies', '    plex_pilots: 1', 'definition.wrong-library', 'told'],
    ['    limit: 20', '    collection_order: custom', 'definition.custom-order', 'told'],
    ['    template: {name: chart, order: 1}', '    template: chart', 'definition.template-call', 'told'],
    ['    template: {name: chart, order: 1}', '    template: {order: 1}', 'definition.template-call', 'told'],
    [
      '    filters:\n      duration.gte: 150\n      genre: Drama',
      '    filters: long',
      'filter.not-map',
      'told',
    ],
    ['      duration.gte: 150', '      duration.gte:', 'filter.blank', 'told'],
    ['      duration.gte: 150', '      duration.begins: 150', 'filter.unknown-modifier', 'told'],
    [
      '    plex_search:\n      all:\n        genre: Drama',
      '    plex_search:\n      some:\n        genre: Drama',
      'search.unknown',
      'told',
    ],
    ['        year.gte: 2020', '        year.gte:', 'search.blank', 'told'],
    ['        year.gte: 2020', '        year.begins: 2020', 'search.unknown-modifier', 'told'],
    [
      '    plex_search:\n      all:\n        genre: Drama\n        year.gte: 2020\n',
      '    plex_search:\n',
      'search.no-base',
      'told',
    ],
    ['    type: decade', '    type: network', 'dynamic.wrong-library', 'told'],
    [
      '      vote_count.gte: 1000',
      '      vote_count.gte: 1000\n      with_cas: 1',
      'definition.unknown-key',
      'mended',
      '      with_cas: 1',
    ],
    ['    limit: 20', '    anilist_tag: x', 'definition.old-name', 'told'],
    ['    limit: 20', '    collection_minimum: 2', 'definition.old-name', 'mended'],
    [
      '  Known:\n    tmdb_discover:',
      '  Blank:\n  Known:\n    tmdb_discover:',
      'collection.blank-definition',
      'told',
    ],
    [
      '  Known:\n    tmdb_discover:',
      '  Blank: text\n  Known:\n    tmdb_discover:',
      'collection.wrong-type',
      'told',
    ],
  ]),
  ...named('badges.yml', [
    ...misspelt(
      'overlay.attribute-unknown',
      [
        '      vertical_align: top\n      vertical_offset: 15'.split('\n')[0]?.split(':')[0] ?? '',
        '      vertcal_align',
      ],
      ['      font_size', '      font_siz'],
      ['      font_color', '      font_colr'],
      ['      back_radius', '      back_radus'],
    ),
    ['      weight: 20\n', '', 'overlay.weight-needed', 'mended', '      group: resolution'],
    ['      weight: 10\n', '', 'overlay.weight-needed', 'mended', '      queue: corner'],
    ['      queue: corner', '      queue: cornr', 'overlay.queue-unknown', 'mended'],
    ['      queue: corner', '      queue: elsewhere', 'overlay.queue-unknown', 'told'],
    ['      horizontal_align: left', '      horizontal_align: lft', 'overlay.not-choice', 'mended'],
    ['      vertical_align: bottom', '      vertical_align: Bottom', 'overlay.choice-case', 'mended'],
    ['      font_color: "#FFFFFF"', '      font_color: "#GGGGGG"', 'overlay.not-colour', 'told'],
    ['      horizontal_offset: 15\n', '', 'overlay.offsets-together', 'told', '      vertical_offset: 15'],
    ['      font_size: 40', '      font_size: 0', 'overlay.not-integer', 'told'],
    ['      back_radius: 10', '      back_radius: round', 'overlay.not-integer', 'told'],
    ['    plex_all: true\n  Runtime', '  Runtime', 'overlay.no-builder', 'told', '  HD:'],
    ['queues:', 'qeues:', 'overlay.root-key-unknown', 'mended'],
    ['      name: text(<<runtimeH>>h)', '      name: text(<<runtme>>h)', 'overlay.variable-unknown', 'told'],
    ['  HD:', '  4K:', 'yaml.duplicate-key', 'told'],
    ['      group: resolution', '      group:', 'overlay.group-blank', 'told'],
    ['      queue: corner', '      queue:', 'overlay.queue-blank', 'told'],
    [
      '      queue: corner',
      '      queue: corner\n      group: resolution',
      'overlay.group-and-queue',
      'told',
      '      queue: corner',
    ],
    ['    - vertical_offset: 100', '    - vertical_offset: far', 'overlay.not-offset', 'told'],
    ['      horizontal_offset: 15', '      horizontal_offset: 15.5', 'overlay.not-offset', 'told'],
    ['      name: text(<<runtimeH>>h)', '      name: blur(x)', 'overlay.blur-unreadable', 'told'],
    ['      name: 4K\n', '', 'overlay.name-missing', 'told', '    overlay:'],
    ['      back_width: 200\n', '      back_align: left\n', 'overlay.back-width-needed', 'told'],
    ['      font_size: 40', '      font_style: Bold', 'overlay.font-style-alone', 'told'],
    [
      '      weight: 20',
      '      weight: 20\n      font_size: 10',
      'overlay.attribute-unused',
      'mended',
      '      font_size: 10',
    ],
    [
      '      name: text(<<runtimeH>>h)\n      horizontal_offset: 0\n',
      '      name: text(<<runtimeH>>h)\n',
      'overlay.offsets-together',
      'told',
      '      vertical_offset: 20',
    ],
    ['      name: HD', '      name: backdrop', 'overlay.backdrop-colourless', 'told'],
    ['  HD:\n', '  Blank:\n  HD:\n', 'overlay.definition-empty', 'told'],
    ['  HD:\n', '  Blank: [1]\n  HD:\n', 'overlay.definition-not-map', 'told'],
    [
      '    plex_search:\n      all:\n        resolution: 4k',
      '    plex_al: true\n    plex_all: true',
      'overlay.key-unknown',
      'told',
    ],
    [
      '  corner:\n    - horizontal_align: right\n      horizontal_offset: 10\n      vertical_align: top\n      vertical_offset: 10\n    - vertical_offset: 100',
      '  corner: here',
      'overlay.queue-not-list',
      'told',
    ],
    [
      '  corner:\n    - horizontal_align: right\n      horizontal_offset: 10\n      vertical_align: top\n      vertical_offset: 10\n    - vertical_offset: 100',
      '  corner: []',
      'overlay.queue-empty',
      'told',
    ],
    [
      '    - horizontal_align: right\n',
      '    - {}\n    - horizontal_align: right\n',
      'overlay.queue-incomplete',
      'told',
    ],
    ['    - vertical_offset: 100', '    - vertical_ofset: 100', 'overlay.queue-key-unknown', 'mended'],
    [
      '    - vertical_offset: 100',
      '    - vertical_offset: 100\n      weight: 11',
      'overlay.queue-key-unknown',
      'mended',
      '      weight: 11',
    ],
  ]),
  ...named('more.yml', [
    ['  Quiet:', '  Best:', 'file.duplicate-mapping', 'told'],
    ['  Loud:', '  Newest:', 'file.duplicate-mapping', 'told'],
    ['  Old:', '  Long:', 'file.duplicate-mapping', 'told'],
    ['  Odd:', '  Known:', 'file.duplicate-mapping', 'told'],
    [
      '    schedule: daily',
      '    schedule: all[weekly(sunday), weekly(friday)]',
      'schedule.impossible',
      'told',
    ],
    ['    schedule: range(12/01-12/31)', '    schedule: range(12/01)', 'schedule.range', 'told'],
    ['    schedule: monthly(1)', '    schedule: monthly(0)', 'schedule.month-day', 'told'],
    ['    schedule: yearly(12/24)', '    schedule: yearly(12.24)', 'schedule.year-day', 'told'],
  ]),
  ...named('corners.yml', [
    ['  Left:', '  HD:', 'file.duplicate-mapping', 'told'],
    ['  Right:', '  Runtime:', 'file.duplicate-mapping', 'told'],
    ['  Top:', '  4K:', 'file.duplicate-mapping', 'told'],
    [', weight: 10}', '}', 'overlay.weight-needed', 'told'],
    ['      weight: 20\n', '', 'overlay.weight-needed', 'mended', '      group: side'],
    ['      weight: 30\n', '', 'overlay.weight-needed', 'mended', '      queue: edge'],
    [
      '      queue: edge\n      weight: 30',
      '      queue: egde\n      weight: 30',
      'overlay.queue-unknown',
      'mended',
    ],
    [
      '      queue: edge\n      weight: 40',
      '      queue: corner\n      weight: 40',
      'overlay.queue-unknown',
      'told',
    ],
    ['      weight: 40', '      weight: 30', 'overlay.queue-weight-equal', 'told', '  Bottom:'],
  ]),
  ...named('more-facts.yml', [
    ['  Ran:', '  Heat:', 'file.duplicate-mapping', 'told'],
    ['  Jaws:', '  Alien:', 'file.duplicate-mapping', 'told'],
  ]),
  ...named('facts.yml', [
    ...misspelt(
      'definition.unknown-key',
      ['    content_rating', '    content_ratng'],
      ['    sort_title', '    sort_titel'],
      ['    critic_rating', '    critc_rating'],
      ['    originally_available', '    originaly_available'],
    ),
    ['metadata:', 'metdata:', 'metadata.unknown-key', 'mended'],
    ['    critic_rating: 8.5', '    critic_rating: good', 'definition.wrong-value', 'told'],
  ]),
  ...named('lists.yml', [
    ...misspelt(
      'definition.unknown-key',
      ['    summary', '    sumary'],
      ['    trakt_list', '    trakt_lst'],
      ['    sync_mode', '    sync_mod'],
    ),
    ['    sync_mode: sync', '    sync_mode: snyc', 'definition.wrong-value', 'mended'],
    ['    summary: All of it.', '    collection_order: custom', 'definition.not-in-playlist', 'told'],
    ['    libraries: Movies, TV Shows\n', '', 'definition.missing-key', 'told', '  Saga:'],
  ]),
];

/** The folder with one fault in it. */
export function withFault({ file, from, to, what }: SeededFault): ReadonlyMap<string, string> {
  const text = SOUND_FOLDER[file] ?? '';
  if (!text.includes(from)) throw new Error(`${what}: there is no ${from}`);
  return new Map([...Object.entries(SOUND_FOLDER), [file, text.replace(from, () => to)]]);
}

/** Where it is to be told: the first line that changes, or the one that is named. */
export function lineOfFault(fault: SeededFault): number {
  const { file, at } = fault;
  const before = (SOUND_FOLDER[file] ?? '').split('\n');
  const isIt = (line: string, index: number) => (at === undefined ? line !== before[index] : line === at);
  return (withFault(fault).get(file) ?? '').split('\n').findIndex(isIt) + 1;
}
