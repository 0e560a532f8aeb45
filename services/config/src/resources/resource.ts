import { createHash } from 'node:crypto';
import type { YamlPath } from '@marquee/kometa';
import type { Section } from './definition-task.ts';

/** Named blocks of YAML files, and how config.yml lists these files. */
export interface Resource<S extends Section = Section> {
  sections: readonly S[];
  listedAs: 'collection' | 'playlist' | 'overlay';
  /** One of them, and several. */
  words: readonly [string, string];
}

/** Where a block stands; ids mean something only while it stands there. */
export interface DefinitionPlace<S extends string = Section> {
  path: string;
  section: S;
  name: string;
}

/** `section` is the way to what holds it, where that is no section of a file. */
export function definitionIdOf({
  path,
  section,
  name,
}: {
  path: string;
  section: string | YamlPath;
  name: string;
}): string {
  const place = JSON.stringify([path, section, name]);
  return createHash('sha256').update(place, 'utf8').digest('base64url').slice(0, 22);
}
