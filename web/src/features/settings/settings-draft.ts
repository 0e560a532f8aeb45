import {
  type PlexServerSettings,
  type PlexServerWish,
  PlexServerWish as PlexServerWishSchema,
  type Settings,
  SettingsWish,
} from '@marquee/contracts';

/** A server as it stands in the form. */
export interface ServerDraft {
  id: string;
  name: string;
  url: string;
  /** What was typed for a new token; undefined while the saved one is kept. */
  typedToken: string | undefined;
  saved: PlexServerSettings | undefined;
}
export interface PlexDraft {
  mode: 'demo' | 'servers';
  servers: ServerDraft[];
}

/** What a person changed and has not saved, by section; the rest follows what is saved. */
export interface Edits {
  general?: Settings['general'];
  signIn?: Settings['signIn'];
  plex?: PlexDraft;
}

export function plexDraftOf({ mode, servers }: Settings['plex']): PlexDraft {
  return {
    mode: mode === 'servers' ? 'servers' : 'demo',
    servers: servers.map((saved) => ({
      id: saved.id,
      name: saved.name,
      url: saved.url,
      typedToken: undefined,
      saved,
    })),
  };
}

export function serverWish({ id, name, url, typedToken }: ServerDraft): PlexServerWish {
  return { id, name: name.trim(), url: url.trim(), ...(typedToken && { token: typedToken.trim() }) };
}

export function wishOf({ general, signIn, plex }: Edits): SettingsWish {
  return {
    ...(general && { general }),
    ...(signIn && { signIn }),
    ...(plex && { plex: { mode: plex.mode, servers: plex.servers.map(serverWish) } }),
  };
}

/** Sections that differ from what is saved; typing a thing and taking it back is no change. */
export function changesOf(edits: Edits, saved: Settings): Edits {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const { general, signIn, plex } = edits;
  return {
    ...(general && !same(general, saved.general) && { general }),
    ...(signIn && !same(signIn, saved.signIn) && { signIn }),
    ...(plex && !same(plex, plexDraftOf(saved.plex)) && { plex }),
  };
}

/** Which fields the contract would refuse, as dotted paths. */
export function refusedFields(edits: Edits): string[] {
  const refused = SettingsWish.safeParse(wishOf(edits)).error?.issues ?? [];
  return refused.map(({ path }) => path.join('.'));
}

export function refusedServerFields(draft: ServerDraft): string[] {
  return (PlexServerWishSchema.safeParse(serverWish(draft)).error?.issues ?? []).map(({ path }) =>
    path.join('.'),
  );
}

/** A saved token belongs to its address: sent elsewhere it would give the server away. */
export function forgetsToken({ saved, url, typedToken }: ServerDraft): boolean {
  return Boolean(saved?.token.set) && saved?.url !== url.trim() && !typedToken;
}

export function newServer(taken: readonly string[]): ServerDraft {
  let id = 'plex';
  for (let number = 2; taken.includes(id); number += 1) id = `plex-${number}`;
  return { id, name: '', url: '', typedToken: '', saved: undefined };
}
