import type { ConfigFile, ConfigOverview } from '@marquee/contracts';
import type { ConfigFolder } from './config-folder.ts';
import { viewOfFile } from './file-view.ts';

export async function overviewOf(folder: ConfigFolder): Promise<ConfigOverview> {
  const [{ entries, truncated }, writable] = await Promise.all([folder.list(), folder.writable()]);
  return {
    path: folder.path,
    writable,
    files: entries.length,
    hasConfig: entries.some(({ path }) => path === 'config.yml'),
    truncated,
  };
}

export async function listFiles(folder: ConfigFolder): Promise<ConfigFile[]> {
  return (await folder.list()).entries.map(viewOfFile);
}
