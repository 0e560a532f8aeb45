/** Where a setting stands that may cost more than was meant. */
export type RiskScope = 'library' | 'settings' | 'operations' | 'plex' | 'radarr' | 'sonarr' | 'definition';

/** A setting that does what it says, and that people come to regret. */
export interface Risk {
  /** What its code says after `risk.`. */
  name: string;
  scopes: readonly RiskScope[];
  keys: readonly string[];
  /** `value` is plain data. */
  isRisky(value: unknown): boolean;
  /** `info`: many mean it; it is told, and held against nobody. */
  severity: 'warning' | 'info';
  /** What it does, and why that may hurt. */
  why: string;
  /** What makes it harmless. */
  mend?: 'remove' | 'false';
}

const isOn = (value: unknown) => value === true || value === 'true';
const isOff = (value: unknown) => value === false || value === 'false';
const isSet = (value: unknown) => value !== null && value !== undefined && !isOff(value) && value !== '';
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const textOf = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : '');
/** A map's own value; plain data has no prototype. */
function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
const sourceOf = (value: unknown) =>
  textOf(typeof value === 'object' && value !== null && !Array.isArray(value) ? at(value, 'source') : value);

const MASS = [
  ...['mass_genre_update', 'mass_content_rating_update', 'mass_studio_update', 'mass_original_title_update'],
  ...['mass_audience_rating_update', 'mass_critic_rating_update', 'mass_user_rating_update'],
  ...['mass_episode_audience_rating_update', 'mass_episode_critic_rating_update'],
  ...['mass_episode_user_rating_update', 'mass_originally_available_update', 'mass_added_at_update'],
] as const;
const LEAVES_VALUES = ['lock', 'unlock'];
const EMPTIES = ['remove', 'reset'];

export const RISKS: readonly Risk[] = [
  {
    name: 'reapply-overlays',
    scopes: ['library'],
    keys: ['reapply_overlays', 'reapply_overlay'],
    isRisky: isOn,
    severity: 'warning',
    why: 'draws every overlay anew at each run, though nothing has changed; Plex keeps each old poster, so its data folder grows without end',
    mend: 'false',
  },
  {
    name: 'reset-overlays',
    scopes: ['library'],
    keys: ['reset_overlays', 'reset_overlay'],
    isRisky: isSet,
    severity: 'warning',
    why: 'takes every poster anew at each run, so posters that you chose yourself are lost; it is meant for one run',
    mend: 'remove',
  },
  {
    name: 'remove-overlays',
    scopes: ['library'],
    keys: ['remove_overlays', 'remove_overlay', 'revert_overlays'],
    isRisky: isOn,
    severity: 'warning',
    why: 'takes all overlays off at each run; it is meant for one run',
    mend: 'false',
  },
  {
    name: 'delete-collections',
    scopes: ['operations'],
    keys: ['delete_collections'],
    isRisky: (value) => isOff(at(value, 'managed')) || isOff(at(value, 'configured')),
    severity: 'warning',
    why: 'deletes collections that Kometa did not make, or that no file names, with their posters; those that you or another program made are among them',
  },
  {
    name: 'delete-collections',
    scopes: ['operations'],
    keys: ['delete_collections'],
    isRisky: (value) => isSet(value) && !isOff(at(value, 'managed')) && !isOff(at(value, 'configured')),
    severity: 'info',
    why: 'deletes collections that fit its conditions at each run',
  },
  {
    name: 'mass-empty',
    scopes: ['operations'],
    keys: MASS,
    isRisky: (value) => listed(value).some((one) => EMPTIES.includes(textOf(one))),
    severity: 'warning',
    why: 'empties this field of every item of the library; what you wrote there yourself is lost',
  },
  {
    name: 'mass-update',
    scopes: ['operations'],
    keys: MASS,
    isRisky: (value) =>
      isSet(value) && !listed(value).some((one) => [...LEAVES_VALUES, ...EMPTIES].includes(textOf(one))),
    severity: 'info',
    why: 'writes over this field of every item of the library, also where you changed it by hand',
  },
  {
    name: 'mass-pictures',
    scopes: ['operations'],
    keys: ['mass_poster_update', 'mass_background_update'],
    isRisky: (value) => ['tmdb', 'plex'].includes(sourceOf(value)) && !isOn(at(value, 'ignore_locked')),
    severity: 'warning',
    why: 'writes over the pictures of every item; those that you chose yourself are lost unless ignore_locked is true',
  },
  {
    name: 'titles',
    scopes: ['operations'],
    keys: ['remove_title_parentheses'],
    isRisky: isOn,
    severity: 'info',
    why: 'changes titles for good; what stood in brackets is not kept anywhere',
  },
  {
    name: 'everything-to-arr',
    scopes: ['operations'],
    keys: ['radarr_add_all_existing', 'radarr_add_all', 'sonarr_add_all_existing', 'sonarr_add_all'],
    isRisky: isOn,
    severity: 'warning',
    why: 'gives everything in the library to Radarr or Sonarr, which then may replace files; it is meant for one run',
    mend: 'false',
  },
  {
    name: 'remove-by-tag',
    scopes: ['operations'],
    keys: ['radarr_remove_by_tag', 'sonarr_remove_by_tag'],
    isRisky: isSet,
    severity: 'info',
    why: 'removes what carries these tags from Radarr or Sonarr at each run',
  },
  {
    name: 'add-missing',
    scopes: ['radarr', 'sonarr'],
    keys: ['add_missing', 'add'],
    isRisky: isOn,
    severity: 'warning',
    why: 'gives what any collection lacks to Radarr or Sonarr, charts of hundreds of titles too; say it in the collections that are meant instead',
    mend: 'false',
  },
  {
    name: 'add-existing',
    scopes: ['radarr', 'sonarr'],
    keys: ['add_existing', 'upgrade_existing'],
    isRisky: isOn,
    severity: 'warning',
    why: 'tells Radarr or Sonarr of what you have already, which then may look for other files of it',
    mend: 'false',
  },
  {
    name: 'certificates',
    scopes: ['settings', 'plex'],
    keys: ['verify_ssl'],
    isRisky: isOff,
    severity: 'warning',
    why: 'takes any certificate: whoever is on the way can read your tokens',
  },
  {
    name: 'empty-trash',
    scopes: ['plex'],
    keys: ['empty_trash'],
    isRisky: isSet,
    severity: 'warning',
    why: 'empties Plex’s trash after runs; items whose disk was away for a moment are gone, with what was watched and all edits',
    mend: 'false',
  },
  {
    name: 'below-minimum',
    scopes: ['settings', 'definition'],
    keys: ['delete_below_minimum'],
    isRisky: isOn,
    severity: 'info',
    why: 'deletes a collection that has too few items for once, and with it the poster and the place that you gave it',
  },
  {
    name: 'not-scheduled',
    scopes: ['settings'],
    keys: ['delete_not_scheduled'],
    isRisky: isOn,
    severity: 'warning',
    why: 'deletes every collection on days on which it is not scheduled, also those that are only updated weekly',
    mend: 'false',
  },
  {
    name: 'not-scheduled',
    scopes: ['definition'],
    keys: ['delete_not_scheduled'],
    isRisky: isOn,
    severity: 'info',
    why: 'deletes the collection on days on which it is not scheduled',
  },
  {
    name: 'delete-named',
    scopes: ['definition'],
    keys: ['delete_collections_named'],
    isRisky: isSet,
    severity: 'info',
    why: 'deletes collections of these names at each run',
  },
];
