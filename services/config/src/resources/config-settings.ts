import { problem } from '@marquee/contracts';
import type { PlainMap } from '@marquee/kometa';
import { fileIdOf } from '../files/file-id.ts';
import type { Deed } from '../files/save-file.ts';
import { configText, isWithin } from './config-blocks.ts';
import { rewriteBlock } from './edit-definition.ts';
import { CONFIG } from './edit-file.ts';
import { findingsOf, type ResourcePorts } from './list-definitions.ts';
import { blockEtag } from './read-definition.ts';
import { work } from './work.ts';

const PLACE = { path: CONFIG, within: [], name: 'settings' };

/** What Kometa would not take is told beside them. */
export async function readSettings(ports: ResourcePorts) {
  const text = await configText(ports);
  if (text === null) throw problem('config.file-not-found');
  const block = await work(ports.desk, { kind: 'definition', text, within: [], name: PLACE.name });
  const shown = block?.text ?? '';
  const findings = await findingsOf(ports);
  return {
    values: block?.values ?? {},
    text: shown,
    etag: blockEtag(shown),
    problems: findings
      .filter(({ file, path }) => file === CONFIG && isWithin(path, [PLACE.name]))
      .map((finding) => ({ ...finding, fileId: fileIdOf(CONFIG) })),
  };
}

export async function writeSettings(
  ports: ResourcePorts,
  { values, ...change }: Deed & { ifMatch: string | undefined; values: PlainMap },
) {
  const message = 'Change the settings';
  await rewriteBlock(ports, PLACE, { ...change, value: values, mayBeNew: true, message });
  return await readSettings(ports);
}
