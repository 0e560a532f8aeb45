import type { BulkAction, BulkOutcome } from '@marquee/contracts';
import type { DefinitionChange, NamedChange } from '@marquee/kometa';
import { pathOfFile } from '../files/find-file.ts';
import type { Deed } from '../files/save-file.ts';
import { versionView } from '../history/view-version.ts';
import type { Section } from './definition-task.ts';
import { writeAll } from './edit-definition.ts';
import { checkTarget, type OpenFile, openFile, writeOf } from './edit-file.ts';
import type { SectionChanges } from './files-task.ts';
import { placesOf, type ResourcePorts } from './list-definitions.ts';
import { type DefinitionPlace, definitionIdOf, type Resource } from './resource.ts';
import { changeFiles, work } from './work.ts';

type Refused = BulkOutcome['refused'];

/** Many definitions as one version: what cannot be changed is told, and the others are changed. */
export async function changeMany<S extends Section>(
  ports: ResourcePorts,
  resource: Resource<S>,
  { ids, action, ...deed }: Deed & { ids: readonly string[]; action: BulkAction },
): Promise<BulkOutcome> {
  const { saving } = ports;
  const isCarried = action.kind === 'move' || action.kind === 'copy';
  const to = isCarried ? await pathOfFile(saving.folder, action.fileId) : '';
  if (isCarried) checkTarget(to);
  return await saving.turns.alone(async () => {
    const known = await placesOf(ports, resource);
    const wanted = [...new Set(ids)];
    const places = wanted.flatMap((id) => known.get(id) ?? []);
    const gone = wanted.filter((id) => !known.has(id));
    const files = createOpenFiles(ports);
    const result =
      action.kind === 'move' || action.kind === 'copy'
        ? await carryOver(ports, files, { places, to, moves: action.kind === 'move' })
        : await changeEach(ports, files, places, action);
    const message = wordsFor(resource.words, action, result.changed, to);
    const version = await writeAll(ports, files.writes(), { ...deed, message });
    return {
      version: version === undefined ? null : versionView(version),
      changed: result.changed,
      refused: [
        ...gone.map((id) => ({ id, name: '', message: 'It is not there any more' })),
        ...result.refused,
      ],
    };
  });
}

/** Each file is read once, and written once with all that was done to it. */
function createOpenFiles({ saving }: ResourcePorts) {
  const open = new Map<string, { file: OpenFile; shown: string }>();
  const at = async (path: string) => {
    const known = open.get(path);
    if (known !== undefined) return known;
    const file = await openFile(saving, path);
    const opened = { file, shown: file.shown };
    open.set(path, opened);
    return opened;
  };
  return {
    at,
    writes: () => {
      const all = [...open.values()];
      return all.map(({ file, shown }) =>
        writeOf(
          file,
          shown,
          all.flatMap((other) => (other.file === file ? [] : [other.file])),
        ),
      );
    },
  };
}
type OpenFiles = ReturnType<typeof createOpenFiles>;

async function changeEach(
  ports: ResourcePorts,
  files: OpenFiles,
  places: readonly DefinitionPlace[],
  change: DefinitionChange,
): Promise<{ changed: number; refused: Refused }> {
  const texts = new Map<string, string>();
  const changes = new Map<string, SectionChanges[]>();
  const groups = new Map<string, Group[]>();
  for (const group of groupsOf(places, ({ path, section }) => [path, section])) {
    const [{ path, section }] = group;
    texts.set(path, (await files.at(path)).shown);
    const here = { within: [section], changes: group.map(({ name }) => ({ name, change })) };
    changes.set(path, [...(changes.get(path) ?? []), here]);
    groups.set(path, [...(groups.get(path) ?? []), group]);
  }
  const refused: Refused = [];
  let changed = 0;
  for (const [path, { text, outcomes }] of await changeFiles(ports.desk, {
    kind: 'change-files',
    texts,
    changes,
  })) {
    (await files.at(path)).shown = text;
    for (const [index, outcome] of outcomes.entries()) {
      changed += outcome.changed;
      const group = groups.get(path)?.[index];
      refused.push(...outcome.refused.flatMap(({ at, message }) => told(group?.[at], message)));
    }
  }
  return { changed, refused };
}

/** One after the other until no more are refused: what cannot be taken away here is not written there. */
async function carryOver(
  ports: ResourcePorts,
  files: OpenFiles,
  { places, to, moves }: { places: readonly DefinitionPlace[]; to: string; moves: boolean },
): Promise<{ changed: number; refused: Refused }> {
  const refused: Refused = [];
  let left = places.filter(({ path }) => !moves || path !== to);
  for (;;) {
    const trial = await carryTrial(ports, files, { places: left, to, moves });
    refused.push(...trial.refused.flatMap(([place, message]) => told(place, message)));
    if (trial.refused.length === 0) {
      for (const [path, text] of trial.texts) (await files.at(path)).shown = text;
      return { changed: left.length, refused };
    }
    const not = new Set(trial.refused.map(([place]) => place));
    left = left.filter((place) => !not.has(place));
  }
}

async function carryTrial(
  { desk }: ResourcePorts,
  files: OpenFiles,
  { places, to, moves }: { places: readonly DefinitionPlace[]; to: string; moves: boolean },
) {
  const refused: [DefinitionPlace, string][] = [];
  const texts = new Map<string, string>();
  const textAt = async (path: string) => texts.get(path) ?? (await files.at(path)).shown;
  const change = async (path: string, group: Group, changes: readonly NamedChange[]) => {
    const { section } = group[0];
    const task = {
      kind: 'change-definitions',
      text: await textAt(path),
      within: [section],
      changes,
    } as const;
    const outcome = await work(desk, task);
    texts.set(path, outcome.text);
    for (const { at, message } of outcome.refused) {
      const place = group[at];
      if (place !== undefined) refused.push([place, message]);
    }
  };
  const there = (await work(desk, { kind: 'definitions', text: await textAt(to) })) ?? [];
  const taken = new Set(there.map(({ section, name }) => nameKey(section, name)));
  const blocks = new Map<DefinitionPlace, string>();
  for (const group of groupsOf(places, ({ path, section }) => [path, section])) {
    const [{ path, section }] = group;
    const names = group.map(({ name }) => name);
    const text = (await files.at(path)).shown;
    const read = await work(desk, { kind: 'definition-blocks', text, within: [section], names });
    for (const [index, place] of group.entries()) blocks.set(place, read[index] ?? '');
    const drops = names.map((name): NamedChange => ({ name, change: { kind: 'delete' } }));
    if (moves) await change(path, group, drops);
  }
  for (const group of groupsOf(places, ({ section }) => [section])) {
    const additions = group.map((place): NamedChange => {
      const { section, name } = place;
      const as = moves ? name : freeName(taken, section, name);
      return { name, change: { kind: 'add', block: blocks.get(place) ?? '', as } };
    });
    await change(to, group, additions);
  }
  return { texts, refused };
}

const nameKey = (section: string, name: string): string => JSON.stringify([section, name]);

function freeName(taken: Set<string>, section: string, name: string): string {
  const candidates = [name, `${name} (copy)`];
  for (let number = 2; candidates.every((one) => taken.has(nameKey(section, one))); number += 1) {
    candidates.push(`${name} (copy ${number})`);
  }
  const free = candidates.find((one) => !taken.has(nameKey(section, one))) ?? name;
  taken.add(nameKey(section, free));
  return free;
}

type Group = readonly [DefinitionPlace, ...DefinitionPlace[]];

/** In the order in which they were asked for. */
function groupsOf(
  places: readonly DefinitionPlace[],
  by: (place: DefinitionPlace) => readonly string[],
): Group[] {
  const groups = new Map<string, [DefinitionPlace, ...DefinitionPlace[]]>();
  for (const place of places) {
    const key = JSON.stringify(by(place));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return [...groups.values()];
}

const told = (place: DefinitionPlace | undefined, message: string): Refused =>
  place === undefined ? [] : [{ id: definitionIdOf(place), name: place.name, message }];

export function wordsFor(words: Resource['words'], action: BulkAction, count: number, to: string): string {
  const what = `${count} ${words[count === 1 ? 0 : 1]}`;
  switch (action.kind) {
    case 'enable':
      return `Switch on ${what}`;
    case 'disable':
      return `Switch off ${what}`;
    case 'delete':
      return `Remove ${what}`;
    case 'move':
      return `Move ${what} to ${to}`;
    case 'copy':
      return `Copy ${what} to ${to}`;
    case 'set':
      return `Set ${action.path.join(' › ').slice(0, 100)} of ${what}`;
    case 'unset':
      return `Take ${action.path.join(' › ').slice(0, 100)} from ${what}`;
    case 'set-variables':
      return `Set template variables of ${what}`;
  }
}
