import type { KeyTable } from '../key-spec.ts';
import { anything, either, map, tags, text } from './values.ts';

/** What a template has beside the keys of the definitions that it writes. */
export const TEMPLATE_KEYS: KeyTable = {
  default: {
    value: { type: 'dictionary', of: anything },
    help: 'Values of variables that a call leaves out.',
  },
  optional: { value: tags, help: 'Variables that take their keys away when a call leaves them out.' },
  conditionals: {
    value: { type: 'dictionary', of: anything },
    help: 'Variables whose values depend on others.',
  },
  move_prefix: { value: tags, help: 'Words that move from the front of a name to its end for sorting.' },
};

const extra = {
  template_variables: { value: anything, help: 'Values for the variables of these templates.' },
};
const place = (help: string) => ({ value: text, help });

/** Where templates of other files come from. */
export const EXTERNAL_TEMPLATE = either(
  text,
  map({
    default: place('One of the files that come with Kometa.'),
    pmm: { ...place('One of the files that come with Kometa.'), renamedTo: 'default' },
    file: place('A file on Kometa’s machine.'),
    folder: place('A folder of files on Kometa’s machine.'),
    url: place('The address of a file.'),
    git: place('A file of Kometa’s community.'),
    repo: place('A file of your own repository.'),
    ...extra,
  }),
);

/** What templates may use without anyone giving it a value. */
export const BUILT_IN_VARIABLES: readonly string[] = [
  ...['collection_name', 'playlist_name', 'overlay_name', 'mapping_name', 'library_type', 'library_typeU'],
  ...['library_name', 'current_year', 'current_month', 'current_day', 'key', 'key_name', 'value', 'title'],
  'smart_label',
];
