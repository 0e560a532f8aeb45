import { MAX_FILE_BYTES, Problem, problem } from '@marquee/contracts';
import type { WholeDefinition } from '@marquee/kometa';
import { fileIdOf } from '../files/file-id.ts';
import { textOf } from '../files/file-text.ts';
import { hiddenText } from '../files/hidden-text.ts';
import type { Finding } from '../problems/finding.ts';
import { CONFIG } from './edit-file.ts';
import type { ResourcePorts } from './list-definitions.ts';
import { type BlockPlace, blockEtag } from './read-definition.ts';
import { definitionIdOf } from './resource.ts';
import { work } from './work.ts';

/** A named block of config.yml. */
export interface ConfigBlock extends WholeDefinition {
  id: string;
  place: BlockPlace;
}

/** The blocks below a key of config.yml; none where there is no such file. */
export async function blocksWithin(ports: ResourcePorts, within: readonly string[]): Promise<ConfigBlock[]> {
  const text = await configText(ports);
  if (text === null) return [];
  const all = await work(ports.desk, { kind: 'whole-definitions', text, within });
  return all.map((block) => ({
    ...block,
    id: definitionIdOf({ path: CONFIG, section: within, name: block.name }),
    place: { path: CONFIG, within, name: block.name },
  }));
}

/** As it is shown; null where there is no such file. */
export async function configText({ saving }: ResourcePorts): Promise<string | null> {
  const found = await saving.folder.read(CONFIG, MAX_FILE_BYTES).catch((cause: unknown) => {
    if (cause instanceof Problem && cause.code === 'config.file-not-found') return undefined;
    throw cause;
  });
  const text = found && textOf(found.bytes);
  return text === undefined ? null : hiddenText(CONFIG, text);
}

export function blockWith(blocks: readonly ConfigBlock[], id: string): ConfigBlock {
  const block = blocks.find((one) => one.id === id);
  if (block === undefined) throw problem('config.definition-not-found');
  return block;
}

/** What every answer says of a block. */
export const placeView = ({ id, line }: ConfigBlock) => ({
  id,
  fileId: fileIdOf(CONFIG),
  file: CONFIG,
  line,
});

export const wholeView = ({ values, text }: ConfigBlock) => ({ values, text, etag: blockEtag(text) });

/** Of what stands below a path of config.yml. */
export function countWithin(findings: readonly Finding[], within: readonly string[]) {
  const inside = findings.filter(({ file, path }) => file === CONFIG && isWithin(path, within));
  const count = (severity: Finding['severity']) => inside.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}

export const isWithin = (path: Finding['path'], within: readonly string[]): boolean =>
  within.every((step, depth) => String(path[depth]) === step);
