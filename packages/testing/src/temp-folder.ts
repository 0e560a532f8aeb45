import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TempFolder {
  path: string;
  remove(): Promise<void>;
}

export async function tempFolder(name = 'marquee-test'): Promise<TempFolder> {
  const path = await mkdtemp(join(tmpdir(), `${name}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A fresh folder for each test of the file, gone after it. Call it at the top level or in a describe. */
export function useTempFolder(): () => string {
  let folder: TempFolder | undefined;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(async () => {
    await folder?.remove();
    folder = undefined;
  });
  return () => {
    if (!folder) throw new Error('The temp folder exists only while a test runs');
    return folder.path;
  };
}
