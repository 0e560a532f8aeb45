import { describeAttributes } from '../attributes/overlay-attributes.ts';
import type { FileKind } from './default-files.ts';
import { variablesOf } from './default-variables.ts';
import { COLLECTION_KEYS } from './definitions/collection-keys.ts';
import { DYNAMIC_KEYS } from './definitions/dynamic-keys.ts';
import type { KeySpec, KeyTable } from './key-spec.ts';
import { flag, of, schedule, text, texts, whole, word, words } from './specs.ts';

const anything = (help: string): KeySpec => of({ type: 'any' }, help);
const shown = (where: string): KeySpec =>
  of(
    { type: 'either', of: [{ type: 'boolean' }, { type: 'schedule' }] },
    `Whether to show it ${where}, or when.`,
  );
const SEPARATORS = [
  ...['orig', 'amethyst', 'aqua', 'blue', 'forest', 'fuchsia', 'gold', 'gray', 'green', 'navy', 'ocean'],
  ...['olive', 'orchid', 'orig', 'pink', 'plum', 'purple', 'red', 'rust', 'salmon', 'sand', 'stb', 'tan'],
];

/** Variables that many of Kometa's own files read, and what they do there. */
const KNOWN: KeyTable = {
  use_all: flag(true, 'Whether to make all of it; false makes only what is switched on by itself.'),
  use_separator: flag(true, 'Whether to make the line that its collections stand behind.'),
  use_other: flag(true, 'Whether to make one more collection of all the rest.'),
  use_year_collections: flag(true, 'Whether to make a collection for each year.'),
  sep_style: word(
    [...new Set(SEPARATORS)],
    'orig',
    'The colour of the line that its collections stand behind.',
  ),
  collection_section: text('Digits that say where its collections stand among the others.'),
  collection_mode: word(
    ['default', 'hide', 'hide_items', 'show_items'],
    null,
    'How Plex shows the collections.',
  ),
  sort_prefix: text('What the titles for sorting begin with.', { default: '!' }),
  sort_by: anything('In which order items are taken, by one or several of Plex’s orders.'),
  schedule: schedule('When it is run.'),
  limit: whole(1, null, 'How many items at most.'),
  minimum_items: whole(1, null, 'With fewer items a collection is not made.'),
  ignore_ids: of(words, 'TMDb and TVDb ids that count for nothing.'),
  ignore_imdb_ids: of(words, 'IMDb ids that count for nothing.'),
  language: text('Language of names and summaries, as de or fr.', { default: 'default' }),
  name_format: text('How collections are called; <<key_name>> is the name.'),
  summary_format: text('What is said of collections; <<key_name>> is the name.'),
  url_poster: text('Address of the poster.'),
  url_background: text('Address of the background.'),
  file_poster: text('Path of the poster.'),
  file_background: text('Path of the background.'),
  visible_library: shown('in the library'),
  visible_home: shown('on your home'),
  visible_shared: shown('on the home of others'),
  hub_priority: whole(1, null, 'Its place among what Plex recommends.'),
  sync_mode: word(['sync', 'append'], 'sync', 'Whether what no longer belongs is taken out.'),
  cache_builders: whole(0, null, 'For how many days what was found is kept.'),
  delete_collections_named: of(texts, 'Collections of these names are deleted.'),
  radarr_add_missing: flag(false, 'Whether what is missing is added to Radarr.'),
  sonarr_add_missing: flag(false, 'Whether what is missing is added to Sonarr.'),
  radarr_folder: text('The folder that Radarr puts it in.'),
  sonarr_folder: text('The folder that Sonarr puts it in.'),
  radarr_tag: of(words, 'Tags in Radarr.'),
  sonarr_tag: of(words, 'Tags in Sonarr.'),
  item_radarr_tag: of(words, 'Tags in Radarr for what is already there.'),
  item_sonarr_tag: of(words, 'Tags in Sonarr for what is already there.'),
  libraries: of(words, 'The libraries that playlists are made of.'),
  sync_to_users: of(words, 'With whom playlists are shared: all, or names.'),
  exclude_users: of(words, 'With whom playlists are not shared.'),
  delete_playlist: flag(false, 'Whether to delete the playlists.'),
  region: text('ISO 3166-1 code of the country whose services count.'),
  originals_only: flag(false, 'Whether only what the services made themselves counts.'),
  builder_level: word(['show', 'season', 'episode'], null, 'What it is drawn on.'),
  overlay_level: word(['show', 'season', 'episode'], null, 'What it is drawn on.'),
  rating1: word(['critic', 'audience', 'user'], null, 'Which of Plex’s ratings stands first.'),
  rating2: word(['critic', 'audience', 'user'], null, 'Which of Plex’s ratings stands second.'),
  rating3: word(['critic', 'audience', 'user'], null, 'Which of Plex’s ratings stands third.'),
  rating_alignment: word(
    ['horizontal', 'vertical'],
    'vertical',
    'Whether ratings stand beside or above each other.',
  ),
  horizontal_position: word(['left', 'center', 'right'], null, 'Where ratings or flags stand, across.'),
  vertical_position: word(['top', 'center', 'bottom'], null, 'Where ratings or flags stand, down.'),
  use_edition: flag(true, 'Whether to draw editions.'),
  use_resolution: flag(true, 'Whether to draw resolutions.'),
  use_subtitles: flag(false, 'Whether subtitles count instead of sound.'),
  use_lowercase: flag(false, 'Whether codes of languages are written small.'),
};

function overlaySpecs(): KeyTable {
  return Object.fromEntries(
    describeAttributes().map(({ name, rule, help, defaultMeans }) => {
      const more = defaultMeans === 'none' ? {} : { default: defaultMeans };
      if (rule.is === 'integer') {
        return [name, of({ type: 'integer', min: rule.least, max: rule.most }, help, more)];
      }
      if (rule.is === 'choice') return [name, of({ type: 'choice', of: rule.options }, help, more)];
      return [name, rule.is === 'names' ? of(words, help, more) : text(help, more)];
    }),
  );
}

/** Of names that end in a key of the file, as `use_marvel`. */
const FOR_ONE = 'For one of its collections or pictures: the name goes on with its key.';

/**
 * The variables of one of Kometa's own files as a form shows them: names, and beginnings of names that end in a key of the
 * file. Kometa reads more of them than anybody has described: those take any value.
 */
export function defaultVariables(kind: FileKind, name: string): { table: KeyTable; beginnings: KeyTable } {
  const { names, beginnings } = variablesOf(kind, name);
  const keys: KeyTable = kind === 'overlay' ? overlaySpecs() : { ...COLLECTION_KEYS, ...DYNAMIC_KEYS };
  const specOf = (one: string): KeySpec => {
    if (Object.hasOwn(KNOWN, one)) return KNOWN[one] ?? anything('');
    const dynamic = /^(append|remove)_(.+)$/.exec(one);
    const base = dynamic?.[2] === undefined ? undefined : DYNAMIC_KEYS[dynamic[2]];
    if (base) {
      const does = dynamic?.[1] === 'append' ? 'Adds to' : 'Takes from';
      return of(base.value, `${does} ${dynamic?.[2]} of the file.`);
    }
    const { help, value } = (Object.hasOwn(keys, one) ? keys[one] : undefined) ?? anything('');
    return { help, value };
  };
  const described = (one: string) => specOf(one).help !== '';
  const sorted = [...new Set(names)].sort((one, other) => Number(described(other)) - Number(described(one)));
  return {
    table: Object.fromEntries(sorted.map((one) => [one, specOf(one)])),
    beginnings: Object.fromEntries(
      beginnings.map((beginning) => {
        const value = beginning === 'use_' ? flag(null, '').value : specOf(beginning.replace(/_$/, '')).value;
        return [beginning, of(value, FOR_ONE)];
      }),
    ),
  };
}
