import { type Meaning, meaningOf } from '../yaml/meaning.ts';
import { ANY_FILE, readYaml } from '../yaml/yaml-tree.ts';
import { type Entries, entriesOf, NOTHING } from './entries.ts';
import { type FolderNames, listedPlaces } from './listed-places.ts';
import { NotKnown, TemplateFault } from './outcome.ts';

export interface TemplateFolder extends FolderNames {
  /** Of files that were read. */
  texts: ReadonlyMap<string, string>;
}

/** A template, and what the place that it comes from gives its variables. */
export interface FoundTemplate {
  template: Entries;
  external: Entries;
}

/** The files of the folder that `external_templates` of a file lead to. */
export function templateFiles(text: string, folder: FolderNames): string[] {
  const places = listedPlaces(rootOf(text)?.get('external_templates'), folder);
  return places.flatMap((one) => (one.place === 'file' ? [one.path] : []));
}

/** Finds templates by name: those of the file first, then those of the others in their order. */
export function templateShelf(text: string, folder: TemplateFolder): (name: string) => FoundTemplate {
  const root = rootOf(text);
  if (root === null) throw new TemplateFault('the file that it stands in cannot be read');
  const own = templatesOf(root);
  const places = listedPlaces(root.get('external_templates'), folder);
  const missing = places.find(({ place }) => place === 'missing');
  if (missing?.place === 'missing')
    throw new TemplateFault(`external_templates names ${missing.written}, which is not there`);
  const templatesAt = shelvesOf(folder);
  return (name) => {
    const template = own.get(name);
    if (template !== undefined) return { template, external: new Map() };
    for (const place of places) {
      if (place.place !== 'file')
        throw new NotKnown(`The template “${name}” may come from ${place.written}, which is not read here`);
      const found = templatesAt(place.path).get(name);
      if (found !== undefined) return { template: found, external: place.variables };
    }
    const none = own.size === 0 && places.length === 0;
    throw new TemplateFault(none ? 'the file has no templates' : `there is no template “${name}”`);
  };
}

/** Each file is read once, and not before it is asked. */
function shelvesOf({ texts }: TemplateFolder): (path: string) => Map<string, Entries> {
  const read = new Map<string, Map<string, Entries>>();
  return (path) => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const root = rootOf(texts.get(path) ?? '');
    if (root === null) throw new NotKnown(`${path}, which may hold the template, cannot be read`);
    const templates = templatesOf(root);
    read.set(path, templates);
    return templates;
  };
}

/** null for what cannot be read, or is no map. */
export function rootOf(text: string): Entries | null {
  const tree = readYaml(text, ANY_FILE);
  if (tree.root === null) return tree.faults.length === 0 ? new Map() : null;
  return entriesOf(meaningOf(tree));
}

/** What is no map is passed over. */
function templatesOf(root: Entries): Map<string, Entries> {
  const templates = entriesOf(root.get('templates') ?? NOTHING) ?? new Map<string, Meaning>();
  return new Map(
    [...templates].flatMap(([name, value]): [string, Entries][] => {
      const entries = entriesOf(value);
      return entries === null || entries.size === 0 ? [] : [[name, entries]];
    }),
  );
}
