import { open } from 'node:fs/promises';

/** A rename or a new name is only on disk once its folder is. */
export async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
