import type { Meaning } from '../yaml/meaning.ts';
import { type Entries, entriesOf, isNothing, NOTHING } from './entries.ts';
import { type FolderNames, listedPlaces } from './listed-places.ts';
import { pythonString } from './python-values.ts';
import { rootOf } from './template-shelf.ts';

/** `template_variables` that config.yml gives a file in the library that Plex calls so: its entry's before the library's. */
export function configVariables(config: string, library: string, path: string, folder: FolderNames): Entries {
  const libraries = mapIn(rootOf(config) ?? new Map(), 'libraries');
  const block = [...libraries].map(([name, value]) => ({ name, own: entriesOf(value) ?? new Map() }));
  const found = block.find(({ name, own }) => titleOf(name, own) === library);
  if (found === undefined) return new Map();
  const lists = ['collection_files', 'metadata_path'].map((list) => found.own.get(list));
  const entry = lists
    .flatMap((list) => listedPlaces(list, folder))
    .find((place) => place.place === 'file' && place.path === path);
  const own = entry?.place === 'file' ? entry.variables : new Map<string, Meaning>();
  return new Map([...mapIn(found.own, 'template_variables'), ...own]);
}

const mapIn = (entries: Entries, name: string): Entries =>
  entriesOf(entries.get(name) ?? NOTHING) ?? new Map();

function titleOf(name: string, block: Entries): string {
  const written = block.get('library_name');
  return written === undefined || isNothing(written) ? name : pythonString(written);
}
