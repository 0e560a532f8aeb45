import { problem } from '@marquee/contracts';
import type { WholeDefinition, YamlPath } from '@marquee/kometa';
import { etagOf } from '../files/file-id.ts';
import type { Section } from './definition-task.ts';
import { openFile } from './edit-file.ts';
import { placesOf, type ResourcePorts, summarize } from './list-definitions.ts';
import type { DefinitionPlace, Resource } from './resource.ts';
import { work } from './work.ts';

export const blockEtag = (text: string): string => etagOf(Buffer.from(text, 'utf8'));

export async function placeOf<S extends Section>(
  ports: ResourcePorts,
  resource: Resource<S>,
  id: string,
): Promise<DefinitionPlace<S>> {
  const place = (await placesOf(ports, resource)).get(id);
  if (place === undefined) throw problem('config.definition-not-found');
  return place;
}

/** A named block of a file. */
export interface BlockPlace {
  path: string;
  within: YamlPath;
  name: string;
}

export const blockOf = ({ path, section, name }: DefinitionPlace): BlockPlace => ({
  path,
  within: [section],
  name,
});

/** In a text that is shown. */
export async function definitionIn(
  { desk }: ResourcePorts,
  text: string,
  { within, name }: Omit<BlockPlace, 'path'>,
): Promise<WholeDefinition> {
  const whole = await work(desk, { kind: 'definition', text, within, name });
  if (whole === null) throw problem('config.definition-not-found');
  return whole;
}

export async function readDefinition<S extends Section>(
  ports: ResourcePorts,
  resource: Resource<S>,
  place: DefinitionPlace<S>,
) {
  const { saving } = ports;
  const file = await saving.turns.inTurn(place.path, () => openFile(saving, place.path));
  const { values, text, ...written } = await definitionIn(ports, file.shown, blockOf(place));
  const summary = await summarize(ports, resource, { ...written, path: place.path, section: place.section });
  return { ...summary, values, text, etag: blockEtag(text) };
}
