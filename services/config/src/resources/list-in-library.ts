import { problem } from '@marquee/contracts';
import type { PlainValue, YamlPath } from '@marquee/kometa';
import { type OpenFile, refusal } from './edit-file.ts';
import type { ResourcePorts } from './list-definitions.ts';
import { work } from './work.ts';

const LISTS = { collection: 'collection_files', overlay: 'overlay_files' } as const;

/** The text of config.yml with the file in the library's list. */
export async function listInLibrary(
  ports: ResourcePorts,
  config: OpenFile,
  { library, path, kind }: { library: string; path: string; kind: keyof typeof LISTS },
): Promise<string> {
  const block = { within: ['libraries'], name: library };
  const present = await work(ports.desk, { kind: 'definition', text: config.shown, ...block });
  if (present === null) {
    throw problem('request.invalid', {
      details: [
        { path: 'body.library', message: `config.yml has no library ${library}.`, file: config.path },
      ],
    });
  }
  const list = LISTS[kind];
  const value = { ...present.values, [list]: withFile(present.values[list], path) };
  return await rewritten(ports, config, { ...block, value });
}

/** The same with the file among those of playlists, which belong to no library. */
export async function listAsPlaylists(ports: ResourcePorts, config: OpenFile, path: string): Promise<string> {
  const block = { within: [], name: 'playlist_files' };
  const present = await work(ports.desk, { kind: 'definition', text: config.shown, ...block });
  return await rewritten(ports, config, { ...block, value: withFile(present?.value, path) });
}

function withFile(present: PlainValue | undefined, path: string): PlainValue {
  const before = Array.isArray(present) ? present : [present ?? null].filter((one) => one !== null);
  return [...before, { file: `config/${path}` }];
}

async function rewritten(
  { desk }: ResourcePorts,
  config: OpenFile,
  block: { within: YamlPath; name: string; value: PlainValue },
): Promise<string> {
  const outcome = await work(desk, { kind: 'rewrite-definition', text: config.shown, ...block });
  if ('problem' in outcome) throw refusal(outcome.problem, config.path, 'body.library');
  return outcome.text;
}
