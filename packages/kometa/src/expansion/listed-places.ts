import { isYaml, placeOf } from '../diagnostics/kometa-folder.ts';
import { locations } from '../model/file-blocks.ts';
import type { Meaning } from '../yaml/meaning.ts';
import { type Entries, entriesOf, NOTHING } from './entries.ts';
import { pythonString } from './python-values.ts';

/** What of a folder is looked at; paths begin below it. */
export interface FolderNames {
  kindOf(path: string): 'file' | 'folder' | null;
  /** Names in a folder. */
  namesIn(path: string): readonly string[];
}

/** Where an entry of a list of files leads, and what it gives to variables there. */
export type ListedPlace =
  | { place: 'file'; path: string; variables: Entries }
  | { place: 'missing' | 'elsewhere'; written: string };

/** All that `external_templates`, or a list of files in config.yml, leads to, in order. */
export function listedPlaces(list: Meaning | undefined, folder: FolderNames): ListedPlace[] {
  if (list === undefined || list.type === 'null') return [];
  return (list.type === 'list' ? list.items : [list]).flatMap((block) => {
    const entries = entriesOf(block);
    if (entries === null) return placesOf('file', pythonString(block), new Map(), folder);
    const variables = entriesOf(entries.get('template_variables') ?? NOTHING) ?? new Map<string, Meaning>();
    return [...entries].flatMap(([location, value]) =>
      Object.hasOwn(locations, location) ? placesOf(location, pythonString(value), variables, folder) : [],
    );
  });
}

function placesOf(location: string, written: string, variables: Entries, folder: FolderNames): ListedPlace[] {
  if (location === 'default' || location === 'pmm')
    return [{ place: 'elsewhere', written: `Kometa’s own file “${written}”` }];
  const place = location === 'file' || location === 'folder' ? placeOf(written) : null;
  if (place?.place !== 'inside')
    return [{ place: 'elsewhere', written: `${location}: ${withoutSecrets(written)}` }];
  const found = [place.path, `${place.path}.yml`, `${place.path}.yaml`].find(
    (path) => folder.kindOf(path) === location,
  );
  if (found === undefined) return [{ place: 'missing', written }];
  if (location === 'file') return [{ place: 'file', path: found, variables }];
  return folder
    .namesIn(found)
    .map((name) => (found === '' ? name : `${found}/${name}`))
    .filter((path) => isYaml(path) && folder.kindOf(path) === 'file')
    .map((path) => ({ place: 'file', path, variables }));
}

/** An address may hold a password. */
const withoutSecrets = (written: string): string =>
  written.replace(/[?#].*$/, '').replace(/\/\/[^/@]*@/, '//');
