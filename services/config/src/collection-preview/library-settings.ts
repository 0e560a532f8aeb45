import { Problem } from '@marquee/contracts';
import { settingsFor } from '@marquee/kometa';
import type { ConfigFolder } from '../files/config-folder.ts';

/** Read anew for each preview, so not for ever. */
const MOST_BYTES = 1_000_000;

export interface KnownSettings {
  settings: ReadonlyMap<string, unknown>;
  /** What to say where they could not be read. */
  note: string | null;
}

/** What `config.yml` sets for the library, as its collections would be run. */
export async function knownSettings(folder: ConfigFolder, library: string): Promise<KnownSettings> {
  try {
    const { bytes } = await folder.read('config.yml', MOST_BYTES);
    return { settings: settingsFor(bytes.toString('utf8'), library), note: null };
  } catch (cause) {
    if (!(cause instanceof Problem) || !cause.code.startsWith('config.')) throw cause;
    const note =
      cause.code === 'config.file-not-found'
        ? null
        : 'config.yml could not be read, so the settings of the library are not known';
    return { settings: new Map(), note };
  }
}
