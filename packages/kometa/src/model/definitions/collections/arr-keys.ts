import type { KeySpec, KeyTable } from '../../key-spec.ts';
import { choice, tags, text, yesNo } from '../values.ts';

const libraries = ['movie', 'show'] as const;
const known = (value: KeySpec['value'], help: string): KeySpec => ({ value, help, libraries });

const shared = (arr: 'radarr' | 'sonarr', name: string): KeyTable => ({
  [`${arr}_add_missing`]: known(yesNo, `Give ${name} what is missing.`),
  [`${arr}_add_existing`]: known(yesNo, `Give ${name} what the library has already.`),
  [`${arr}_upgrade_existing`]: known(yesNo, `Give what ${name} has the quality written here.`),
  [`${arr}_monitor_existing`]: known(yesNo, `Give what ${name} has the watch written here.`),
  [`${arr}_ignore_cache`]: known(yesNo, `Ask ${name} even for what it was given before.`),
  [`${arr}_folder`]: known(text, `In which folder ${name} puts it.`),
  [`${arr}_quality`]: known(text, `Which quality ${name} looks for.`),
  [`${arr}_tag`]: known(tags, `Tags it gets in ${name}.`),
  [`${arr}_search`]: known(yesNo, `Let ${name} look for it at once.`),
});

/** What Radarr is told of what a definition finds. */
export const RADARR_KEYS: KeyTable = {
  ...shared('radarr', 'Radarr'),
  radarr_monitor: known(choice('movie', 'collection', 'none', 'true', 'false'), 'What Radarr watches for.'),
  radarr_availability: known(
    choice('announced', 'cinemas', 'released', 'db'),
    'From when on Radarr looks for it.',
  ),
};

/** What Sonarr is told of what a definition finds. */
export const SONARR_KEYS: KeyTable = {
  ...shared('sonarr', 'Sonarr'),
  sonarr_monitor: known(
    choice('all', 'future', 'missing', 'existing', 'pilot', 'first', 'latest', 'none'),
    'Which episodes Sonarr watches for.',
  ),
  sonarr_language: known(text, 'Which language Sonarr looks for.'),
  sonarr_series: known(choice('standard', 'daily', 'anime'), 'What kind of show it is to Sonarr.'),
  sonarr_season: known(yesNo, 'Let Sonarr make a folder for each season.'),
  sonarr_cutoff_search: known(yesNo, 'Let Sonarr look for a better quality at once.'),
};
