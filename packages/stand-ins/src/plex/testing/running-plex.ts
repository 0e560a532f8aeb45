import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlexStandIn, type PlexStandInOptions, startPlexStandIn } from '../plex-stand-in.ts';
import { smallLibrary } from './small-library.ts';

const running: PlexStandIn[] = [];
const folders: string[] = [];

export const startPlex = async (options: Partial<PlexStandInOptions> = {}): Promise<PlexStandIn> => {
  const plex = await startPlexStandIn({ library: smallLibrary(), ...options });
  running.push(plex);
  return plex;
};

export const emptyFolder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'marquee-plex-'));
  folders.push(made);
  return made;
};

export const call = (plex: PlexStandIn, url: string, init: RequestInit = {}) =>
  fetch(`${plex.url}${url}`, { ...init, headers: { 'X-Plex-Token': plex.token, ...init.headers } });

/** Stops every server of a test and tells which errors requests were able to cause. */
export const stopAll = async (): Promise<unknown[]> => {
  const failures = running.flatMap((plex) => plex.failures);
  await Promise.all(running.splice(0).map((plex) => plex.close()));
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
  return failures;
};
