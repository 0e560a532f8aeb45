/** What findings of a kind are called together, by the end of their code. */
const TITLES: Readonly<Record<string, string>> = {
  // broken
  'missing-file': 'Files that are not there',
  'missing-folder': 'Folders that are not there',
  'missing-key': 'Keys that must be there',
  'missing-value': 'Values that must be there',
  'wrong-type': 'Values of the wrong type',
  'wrong-value': 'Values that Kometa does not take',
  'wrong-place': 'Keys in the wrong place',
  'wrong-kind': 'Files listed as what they are not',
  'wrong-library': 'Keys for another kind of library',
  'wrong-level': 'Keys for another level',
  'unknown-key': 'Keys that Kometa does not know',
  'unknown-default': 'Files that Kometa does not have',
  'unknown-template': 'Templates that are not there',
  'unknown-variable': 'Template variables that nothing reads',
  'no-location': 'Blocks that do not say where the file is',
  'no-builder': 'Definitions that say nothing of what is in them',
  'phantom-builder': 'Builders that Kometa does not have',
  'blank-builder': 'Builders without a value',
  'template-call': 'Templates called in a way that does not work',
  'not-in-playlist': 'Builders that playlists do not take',
  'custom-order': 'Orders that do not work',
  'duplicate-key': 'Keys that stand twice',
  syntax: 'Text that is no YAML',
  tab: 'Tabs where YAML wants spaces',
  // credentials
  missing: 'Services without keys',
  placeholder: 'Placeholders that nothing fills in',
  'blank-required': 'Required keys that are blank',
  // risky
  'reapply-overlays': 'Overlays drawn anew at each run',
  'reset-overlays': 'Posters taken anew at each run',
  'remove-overlays': 'Overlays taken off at each run',
  'delete-collections': 'Collections that are deleted',
  'mass-empty': 'Fields that are emptied',
  'mass-update': 'Fields that are written over',
  'mass-pictures': 'Pictures that are written over',
  titles: 'Titles that are changed for good',
  'everything-to-arr': 'Libraries given to Radarr or Sonarr',
  'remove-by-tag': 'Titles removed from Radarr or Sonarr',
  'add-missing': 'Everything missing is asked for',
  'add-existing': 'Everything there is told to Radarr or Sonarr',
  certificates: 'Certificates that are not checked',
  'empty-trash': 'Trash emptied after runs',
  'below-minimum': 'Small collections that are deleted',
  'not-scheduled': 'Collections deleted out of their schedule',
  'delete-named': 'Collections deleted by name',
  'keys-in-git': 'Keys in a git repository',
  // dead
  past: 'Schedules whose date has gone by',
  impossible: 'Schedules that can never match',
  // ignored
  'ignored-key': 'Keys that Kometa does not look at',
  'unknown-root': 'Sections that Kometa does not look at',
  'root-key-unknown': 'Sections that Kometa does not look at',
  'attribute-unused': 'Attributes without effect',
  'duplicate-mapping': 'Names that an earlier file has',
  'blank-definition': 'Definitions that are blank',
  'blank-list': 'Lists that are blank',
  'not-map': 'Entries that are no definitions',
  // renamed
  'renamed-key': 'Keys with an old name',
  'old-name': 'Keys with an old name',
  'renamed-value': 'Values with an old name',
  'moved-key': 'Keys that belong elsewhere now',
  // doubtful
  'bare-path': 'Paths that Kometa looks for elsewhere',
  'kind-guessed': 'Files for another kind of library, it seems',
  'not-checked': 'Not checked',
  'too-large': 'Too large',
  // unused
  unused: 'Files that nothing leads to',
};

/** Codes of overlays and queues are many, and mostly come alone. */
const OTHERS: readonly (readonly [begins: string, title: string])[] = [
  ['yaml.', 'Text that YAML does not allow'],
  ['overlay.queue', 'Queues that do not work as written'],
  ['overlay.', 'Overlays that do not work as written'],
  ['search.', 'Searches that do not work as written'],
  ['filter.', 'Filters that do not work as written'],
  ['dynamic.', 'Dynamic collections that do not work as written'],
  ['schedule.', 'Schedules that Kometa does not understand'],
];

/** A heading for findings of one code. */
export function titleOf(code: string): string {
  const end = code.slice(code.indexOf('.') + 1);
  const own = Object.hasOwn(TITLES, end) ? TITLES[end] : undefined;
  return own ?? OTHERS.find(([begins]) => code.startsWith(begins))?.[1] ?? 'Worth a look';
}
