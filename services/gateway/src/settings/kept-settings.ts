import { createHash } from 'node:crypto';
import { PlexServerSettings, Settings } from '@marquee/contracts';
import { z } from 'zod';

const { general, signIn, plex } = Settings.shape;

/** The sections as they are kept: without secrets, which lie sealed in a place of their own. */
export const keptSections = {
  general,
  signIn,
  plex: z.object({ mode: plex.shape.mode, servers: z.array(PlexServerSettings.omit({ token: true })) }),
};
export type SectionName = keyof typeof keptSections;
export type KeptSections = { [Name in SectionName]: z.infer<(typeof keptSections)[Name]> };
export type KeptServer = KeptSections['plex']['servers'][number];

export interface KeptSettings extends KeptSections {
  /** Sealed secrets by their place. */
  sealed: ReadonlyMap<string, string>;
}

/** As long as nobody has said otherwise. */
export const unsetSections: KeptSections = {
  general: { instanceName: 'Marquee' },
  signIn: { plex: true, plexPeople: 'invited' },
  plex: { mode: 'unset', servers: [] },
};

export function placeOfToken(serverId: string): string {
  return `plex.servers.${serverId}.token`;
}

/** Every change changes it, also that of a secret; what a secret is cannot be read from it. */
export function versionOf({ sealed, ...sections }: KeptSettings): string {
  const secrets = [...sealed].toSorted(([one], [other]) => one.localeCompare(other));
  const state = JSON.stringify([sections.general, sections.signIn, sections.plex, secrets]);
  return createHash('sha256').update(state).digest('base64url').slice(0, 27);
}
