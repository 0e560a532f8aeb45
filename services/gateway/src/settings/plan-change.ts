import { isDeepStrictEqual } from 'node:util';
import type { PlexServerWish, SettingsWish } from '@marquee/contracts';
import {
  type KeptSections,
  type KeptServer,
  type KeptSettings,
  keptSections,
  placeOfToken,
} from './kept-settings.ts';
import type { SettingsChange } from './settings-store.ts';

type Seal = (text: string, place: string) => string;

/** What a wish changes of what is kept. */
export function planChange(kept: KeptSettings, wish: SettingsWish, seal: Seal): SettingsChange {
  const { general, signIn, plex } = wish;
  const sealed = plex === undefined ? new Map() : changedTokens(kept, plex.servers, seal);
  const servers = plex?.servers.map(({ id, name, url }) => ({ id, name, url: plainUrl(url) }));
  const wished: Partial<KeptSections> = {
    ...(general === undefined ? {} : { general }),
    ...(signIn === undefined ? {} : { signIn }),
    ...(plex === undefined || servers === undefined ? {} : { plex: { mode: plex.mode, servers } }),
  };
  const sections: Partial<KeptSections> = {};
  if (wished.general && !isDeepStrictEqual(wished.general, kept.general)) sections.general = wished.general;
  if (wished.signIn && !isDeepStrictEqual(wished.signIn, kept.signIn)) sections.signIn = wished.signIn;
  if (wished.plex && (sealed.size > 0 || !isDeepStrictEqual(wished.plex, kept.plex))) {
    sections.plex = keptSections.plex.parse(wished.plex);
  }
  return { sections, sealed };
}

/** A token belongs to the address it was given for: with another one it is forgotten unless it is given again. */
function changedTokens(
  { plex, sealed }: KeptSettings,
  wished: readonly PlexServerWish[],
  seal: Seal,
): Map<string, string | null> {
  const changes = new Map<string, string | null>();
  for (const { id, url, token } of wished) {
    const place = placeOfToken(id);
    const known = plex.servers.find((server) => server.id === id);
    if (typeof token === 'string') changes.set(place, seal(token, place));
    else if (sealed.has(place) && (token === null || !isSameOrigin(known, url))) changes.set(place, null);
  }
  for (const { id } of plex.servers) {
    const place = placeOfToken(id);
    if (sealed.has(place) && !wished.some((server) => server.id === id)) changes.set(place, null);
  }
  return changes;
}

export function isSameOrigin(known: KeptServer | undefined, url: string): boolean {
  return known !== undefined && new URL(known.url).origin === new URL(url).origin;
}

/** One spelling, so that the same address is the same setting. */
export function plainUrl(url: string): string {
  return new URL(url).href.replace(/\/+$/, '');
}
