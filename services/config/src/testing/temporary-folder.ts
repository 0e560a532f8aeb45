import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with a config folder inside, and room beside it for what must not be reached. */
export async function temporaryFolder(files: Record<string, string | Uint8Array> = {}) {
  const outer = await realpath(await mkdtemp(join(tmpdir(), 'marquee-config-')));
  const root = join(outer, 'config');
  await mkdir(root);
  const put = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) await put(path, content);
  return { outer, root, put, remove: () => rm(outer, { recursive: true, force: true }) };
}
