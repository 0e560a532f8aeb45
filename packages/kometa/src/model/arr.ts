import type { KeyTable } from './key-spec.ts';
import { flag, of, secret, text, word, words } from './specs.ts';

const shared = (name: string): KeyTable => ({
  url: text(`Address of ${name}.`),
  token: secret(`API key of ${name}.`),
  add_missing: flag(false, `Whether to add to ${name} what a collection lacks.`),
  add: flag(false, 'The old name of add_missing.', { renamedTo: 'add_missing' }),
  add_existing: flag(false, `Whether to add to ${name} what Plex already has.`),
  upgrade_existing: flag(false, 'Whether to give what is there already the quality profile.'),
  monitor_existing: flag(false, 'Whether to monitor what is there already.'),
  root_folder_path: text(`Root folder in ${name}; capitals count.`),
  quality_profile: text(`Quality profile in ${name}; capitals count.`),
  tag: of(words, 'Tags for what is added.'),
  search: flag(false, 'Whether to search for what is added.'),
  ignore_cache: flag(false, 'Whether to ask again for what was added before.'),
  plex_path: text(`The folder as Plex sees it, where ${name} sees another.`),
});

export const radarrKeys: KeyTable = {
  ...shared('Radarr'),
  monitor: flag(true, 'Whether to monitor what is added.'),
  availability: word(
    ['announced', 'cinemas', 'released', 'db'],
    'announced',
    'From when on a film counts as available.',
  ),
  radarr_path: text('The folder as Radarr sees it, where Plex sees another.'),
};

export const sonarrKeys: KeyTable = {
  ...shared('Sonarr'),
  monitor: word(
    ['all', 'future', 'missing', 'existing', 'pilot', 'first', 'latest', 'none'],
    'all',
    'Which episodes to monitor.',
  ),
  language_profile: text('Language profile in Sonarr; capitals count.'),
  series_type: word(['standard', 'daily', 'anime'], 'standard', 'How Sonarr numbers episodes.'),
  season_folder: flag(true, 'Whether seasons get folders.'),
  cutoff_search: flag(false, 'Whether to search for better quality of what is added.'),
  sonarr_path: text('The folder as Sonarr sees it, where Plex sees another.'),
};
