import { problem } from '@marquee/contracts';
import type { PlainValue } from '@marquee/kometa';
import type { Deed } from '../files/save-file.ts';
import type { Finding } from '../problems/finding.ts';
import { blocksWithin, blockWith, type ConfigBlock, countWithin, placeView } from './config-blocks.ts';
import { libraryBlocks } from './config-libraries.ts';
import { quoted, removeBlock, rewriteBlock } from './edit-definition.ts';
import { CONFIG } from './edit-file.ts';
import { findingsOf, type ResourcePorts } from './list-definitions.ts';
import { blockEtag } from './read-definition.ts';

const OPERATIONS = 'operations';

interface Operations {
  library: string;
  block: ConfigBlock;
}

async function allOperations(ports: ResourcePorts): Promise<Operations[]> {
  const libraries = await libraryBlocks(ports);
  const having = libraries.filter(({ values }) => Object.hasOwn(values, OPERATIONS));
  const found = await Promise.all(
    having.map(async ({ name }) =>
      (await blocksWithin(ports, ['libraries', name])).map((block) => ({ library: name, block })),
    ),
  );
  return found.flat().filter(({ block }) => block.name === OPERATIONS);
}

function viewOf({ library, block }: Operations, findings: readonly Finding[]) {
  return {
    ...placeView(block),
    library,
    values: Array.isArray(block.value) ? block.value : block.values,
    text: block.text,
    etag: blockEtag(block.text),
    problems: countWithin(findings, ['libraries', library, OPERATIONS]),
  };
}

export async function listOperations(ports: ResourcePorts) {
  const [all, findings] = await Promise.all([allOperations(ports), findingsOf(ports)]);
  return all.map((one) => viewOf(one, findings));
}

async function readOperations(ports: ResourcePorts, library: string) {
  const [all, findings] = await Promise.all([allOperations(ports), findingsOf(ports)]);
  const found = all.find((one) => one.library === library);
  if (found === undefined) throw problem('config.definition-not-found');
  return viewOf(found, findings);
}

const placeOf = async (ports: ResourcePorts, id: string) => {
  const all = await allOperations(ports);
  const { place } = blockWith(
    all.map(({ block }) => block),
    id,
  );
  return { place, library: String(place.within.at(-1)) };
};

export async function createOperations(
  ports: ResourcePorts,
  { library, values, ...deed }: Deed & { library: string; values: PlainValue },
) {
  const block = (await libraryBlocks(ports)).find(({ name }) => name === library);
  if (block === undefined) throw problem('config.definition-not-found');
  if (Object.hasOwn(block.values, OPERATIONS)) {
    const message = `${library} has operations already.`;
    throw problem('config.definition-exists', { details: [{ path: 'body.library', file: CONFIG, message }] });
  }
  await rewriteBlock(
    ports,
    { path: CONFIG, within: ['libraries', library], name: OPERATIONS },
    {
      ...{ ...deed, value: values, mayBeNew: true, ifMatch: blockEtag('') },
      message: `Give ${quoted(library)} operations`,
    },
  );
  return await readOperations(ports, library);
}

export async function writeOperations(
  ports: ResourcePorts,
  id: string,
  { values, ...change }: Deed & { ifMatch: string | undefined; values: PlainValue },
) {
  const { place, library } = await placeOf(ports, id);
  const message = `Change the operations of ${quoted(library)}`;
  await rewriteBlock(ports, place, { ...change, value: values, message });
  return await readOperations(ports, library);
}

export async function removeOperations(
  ports: ResourcePorts,
  id: string,
  change: Deed & { ifMatch: string | undefined },
) {
  const { place, library } = await placeOf(ports, id);
  const message = `Take the operations of ${quoted(library)} away`;
  return await removeBlock(ports, place, { ...change, message });
}
