import { statfs } from 'node:fs/promises';

export async function diskSpace(path: string) {
  const { bavail, blocks, bsize } = await statfs(path);
  return { path, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
