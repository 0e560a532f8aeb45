import { type PlexStandIn, type PlexStandInOptions, startPlexStandIn } from '../plex-stand-in.ts';
import { demoLibrary } from './demo-library.ts';
import { demoPictures } from './demo-pictures.ts';

/** The stand-in with the demo library; what is changed there outlives the process. */
export function startDemoPlex({
  cacheDir,
  ...listening
}: { cacheDir: string } & Pick<PlexStandInOptions, 'stateFile' | 'host'>): Promise<PlexStandIn> {
  const library = demoLibrary(demoPictures({ cacheDir, library: () => library }));
  return startPlexStandIn({ library, ...listening });
}
