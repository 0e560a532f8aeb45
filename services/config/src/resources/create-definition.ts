import { type DefinitionValues, problem } from '@marquee/contracts';
import { checkNewPath } from '../files/config-path.ts';
import { kindOfFile } from '../files/file-kind.ts';
import { pathOfFile } from '../files/find-file.ts';
import type { Deed } from '../files/save-file.ts';
import type { Section } from './definition-task.ts';
import { quoted, writeAll } from './edit-definition.ts';
import { CONFIG, checkTarget, type OpenFile, openFile, refusal, writeOf } from './edit-file.ts';
import type { ResourcePorts } from './list-definitions.ts';
import { listAsPlaylists, listInLibrary } from './list-in-library.ts';
import { readDefinition } from './read-definition.ts';
import type { Resource } from './resource.ts';
import { work } from './work.ts';

interface NewDefinition<S extends Section> extends Deed {
  fileId?: string | undefined;
  newFile?: string | undefined;
  section: S;
  name: string;
  values: DefinitionValues;
  library?: string | undefined;
}

/** Into a file that is there or a new one, which config.yml lists from then on where a library is named. */
export async function createDefinition<S extends Section>(
  ports: ResourcePorts,
  resource: Resource<S>,
  { fileId = '', newFile, section, name, values, library, ...deed }: NewDefinition<S>,
) {
  const { saving, desk } = ports;
  const path = newFile === undefined ? await pathOfFile(saving.folder, fileId) : checkedName(newFile);
  const list = await listingOf(ports, resource, { path, library, isNew: newFile !== undefined });
  const write = async () => {
    checkTarget(path);
    const file = newFile === undefined ? await openFile(saving, path) : nothingAt(path);
    const changes = [{ name, change: { kind: 'create', values } as const }];
    const made = await work(desk, {
      kind: 'change-definitions',
      text: file.shown,
      within: [section],
      changes,
    });
    const [refused] = made.refused;
    if (refused) throw refusal(refused, path, 'body.values');
    const writes = [writeOf(file, made.text)];
    if (list !== null) {
      const config = await openFile(saving, CONFIG);
      writes.push(writeOf(config, await list(config)));
    }
    await writeAll(ports, writes, { ...deed, message: `Add ${quoted(name)} to ${path}` });
  };
  await (list === null ? saving.turns.inTurn(path, write) : saving.turns.alone(write));
  return await readDefinition(ports, resource, { path, section, name });
}

/** What makes config.yml list the file; null where it does, or need not. */
async function listingOf(
  ports: ResourcePorts,
  { listedAs }: Resource,
  { path, library, isNew }: { path: string; library: string | undefined; isNew: boolean },
): Promise<((config: OpenFile) => Promise<string>) | null> {
  if (listedAs === 'playlist') {
    const isConfigThere = (await ports.saving.folder.look(CONFIG)) !== undefined;
    return isNew && isConfigThere ? (config) => listAsPlaylists(ports, config, path) : null;
  }
  const listed = await ports.index.libraries(listedAs);
  if (library === undefined || listed.get(path)?.includes(library)) return null;
  return (config) => listInLibrary(ports, config, { library, path, kind: listedAs });
}

const nothingAt = (path: string): OpenFile => ({ path, bytes: null, text: '', shown: '' });

function checkedName(path: string): string {
  const verdict = checkNewPath(path);
  const message = verdict.ok
    ? 'Definitions are written into a file that ends in .yml or .yaml.'
    : verdict.reason;
  if (!verdict.ok || kindOfFile(path) !== 'yaml') {
    throw problem('config.name-refused', { details: [{ path: 'body.newFile', message }] });
  }
  return path;
}
