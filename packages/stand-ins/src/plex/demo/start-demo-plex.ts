import { type PlexStandIn, startPlexStandIn } from '../plex-stand-in.ts';
import { demoLibrary } from './demo-library.ts';
import { demoPictures } from './demo-pictures.ts';

/** The stand-in with the demo library; what is changed there outlives the process. */
export function startDemoPlex(where: { cacheDir: string; stateFile?: string }): Promise<PlexStandIn> {
  const library = demoLibrary(demoPictures({ cacheDir: where.cacheDir, library: () => library }));
  return startPlexStandIn({ library, ...(where.stateFile ? { stateFile: where.stateFile } : {}) });
}
