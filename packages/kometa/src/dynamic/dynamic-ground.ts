import type { PlainMap } from '../definitions/not-changed.ts';
import { writtenDefinitions } from '../definitions/written-definitions.ts';
import { configVariables } from '../expansion/config-variables.ts';
import { plainMeaning } from '../expansion/expand-templates.ts';
import type { TemplateFolder } from '../expansion/template-shelf.ts';

/** What a block of dynamic collections depends on beside itself: its file and what config.yml gives it in a library. */
export function dynamicGround(
  folder: TemplateFolder,
  { path, library }: { path: string; library: string },
): { variables: PlainMap; taken: string[] } {
  const given = configVariables(folder.texts.get('config.yml') ?? '', library, path, folder);
  const written = writtenDefinitions(folder.texts.get(path) ?? '', ['collections']) ?? [];
  return {
    variables: Object.fromEntries([...given].map(([key, value]) => [key, plainMeaning(value)])),
    taken: written.map(({ name }) => name),
  };
}
