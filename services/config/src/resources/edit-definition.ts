import { type Problem, problem } from '@marquee/contracts';
import type { EditProblem, PlainMap, PlainValue } from '@marquee/kometa';
import { requireMatch } from '@marquee/service-kit';
import type { Deed } from '../files/save-file.ts';
import { type FileWrite, writeFiles } from '../files/write-files.ts';
import type { Section } from './definition-task.ts';
import { openFile, refusal, writeOf } from './edit-file.ts';
import type { ResourcePorts } from './list-definitions.ts';
import {
  type BlockPlace,
  blockEtag,
  blockOf,
  definitionIn,
  placeOf,
  readDefinition,
} from './read-definition.ts';
import type { Resource } from './resource.ts';
import { work } from './work.ts';

interface Change extends Deed {
  ifMatch: string | undefined;
}

interface Rewrite extends Change {
  value: PlainValue;
  to?: string;
  after?: string | null | undefined;
  /** Where nothing is it is written; the ETag is that of an empty text then. */
  mayBeNew?: boolean;
}

/** By the smallest edits; nothing is written where it says so already. */
export async function rewriteBlock(
  ports: ResourcePorts,
  place: BlockPlace,
  { ifMatch, value, to, after, mayBeNew = false, ...deed }: Rewrite,
): Promise<void> {
  const { saving, desk } = ports;
  const { path, within, name } = place;
  await saving.turns.inTurn(path, async () => {
    const file = await openFile(saving, path);
    const present = await work(desk, { kind: 'definition', text: file.shown, within, name });
    if (present === null && !mayBeNew) throw problem('config.definition-not-found');
    requireMatch(ifMatch, blockEtag(present?.text ?? ''));
    const task = { kind: 'rewrite-definition', text: file.shown, within, name, to, value, after } as const;
    const outcome = await work(desk, task);
    if ('problem' in outcome) throw refusal(outcome.problem, path, 'body.values');
    const message = deed.message || `Change ${quoted(to ?? name)} in ${path}`;
    await writeAll(ports, [writeOf(file, outcome.text)], { ...deed, message });
  });
}

export async function removeBlock(
  ports: ResourcePorts,
  place: BlockPlace,
  { ifMatch, ...deed }: Change,
): Promise<{ versionId: string }> {
  const { saving, desk } = ports;
  const { path, within, name } = place;
  return await saving.turns.inTurn(path, async () => {
    const file = await openFile(saving, path);
    requireMatch(ifMatch, blockEtag((await definitionIn(ports, file.shown, place)).text));
    const changes = [{ name, change: { kind: 'delete' } as const }];
    const outcome = await work(desk, { kind: 'change-definitions', text: file.shown, within, changes });
    const [refused] = outcome.refused;
    if (refused) throw refusal(refused, path, 'params.definitionId');
    const message = deed.message || `Remove ${quoted(name)} from ${path}`;
    const version = await writeAll(ports, [writeOf(file, outcome.text)], { ...deed, message });
    if (version === undefined) throw problem('config.definition-not-found');
    return { versionId: version.id };
  });
}

export async function writeDefinition<S extends Section>(
  ports: ResourcePorts,
  resource: Resource<S>,
  { id, values, name, ...change }: Change & { id: string; values: PlainMap; name?: string | undefined },
) {
  const place = await placeOf(ports, resource, id);
  const to = name ?? place.name;
  await rewriteBlock(ports, blockOf(place), { ...change, value: values, to });
  return await readDefinition(ports, resource, { ...place, name: to });
}

/** Its lines are what was written; all else of the file stays. */
export async function writeDefinitionText<S extends Section>(
  ports: ResourcePorts,
  resource: Resource<S>,
  { id, text, ifMatch, ...deed }: Change & { id: string; text: string },
) {
  const { saving, desk } = ports;
  const place = await placeOf(ports, resource, id);
  const { path } = place;
  const { within, name } = blockOf(place);
  const to = await saving.turns.inTurn(path, async () => {
    const file = await openFile(saving, path);
    requireMatch(ifMatch, blockEtag((await definitionIn(ports, file.shown, { within, name })).text));
    const task = { kind: 'replace-definition', text: file.shown, within, name, block: text } as const;
    const outcome = await work(desk, task);
    if ('problem' in outcome) throw refusalOfLines(outcome.problem, path);
    const message = deed.message || `Change ${quoted(outcome.name)} in ${path}`;
    await writeAll(ports, [writeOf(file, outcome.text)], { ...deed, message });
    return outcome.name;
  });
  return await readDefinition(ports, resource, { ...place, name: to });
}

/** What is wrong in the lines themselves is mended where they were written. */
function refusalOfLines(trouble: EditProblem, file: string): Problem {
  if (trouble.code !== 'edit.invalid-body') return refusal(trouble, file, 'body.text');
  const details = [{ path: 'body.text', file, message: `${trouble.message}.` }];
  return problem('config.lines-refused', { details });
}

export async function removeDefinition<S extends Section>(
  ports: ResourcePorts,
  resource: Resource<S>,
  { id, ...change }: Change & { id: string },
): Promise<{ versionId: string }> {
  return await removeBlock(ports, blockOf(await placeOf(ports, resource, id)), change);
}

/** With the files' turns; what stays as it is is not written. */
export async function writeAll({ saving }: ResourcePorts, writes: readonly (FileWrite | null)[], deed: Deed) {
  const changed = writes.filter((write) => write !== null);
  if (changed.length === 0) return undefined;
  return await writeFiles(saving, changed, { ...deed, origin: 'save' });
}

export const quoted = (name: string): string => `“${name.slice(0, 100)}”`;
