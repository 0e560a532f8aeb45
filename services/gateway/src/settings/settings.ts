import { type PlexConnection, problem, type Settings, type SettingsWish } from '@marquee/contracts';
import { type OutboundGuard, requireMatch, type Sealer, type Secrets } from '@marquee/service-kit';
import { checkWish } from './check-wish.ts';
import { type KeptSettings, placeOfToken, type SectionName, versionOf } from './kept-settings.ts';
import { isSameOrigin, planChange } from './plan-change.ts';
import type { SettingsStore } from './settings-store.ts';

/** The server that environment variables name. */
export interface ManagedPlex {
  name: string;
  url: string;
  token: string;
}

export interface SettingsPorts {
  store: SettingsStore;
  sealer: Sealer;
  guard: Pick<OutboundGuard, 'check'>;
  secrets: Secrets;
  managed?: ManagedPlex | undefined;
}

export interface SavedSettings {
  before: Settings;
  after: Settings;
  version: string;
  changed: SectionName[];
  /** Servers that got another token. */
  newTokens: string[];
}

/** What an admin can set. Secrets go in and are used; they never come out to a browser. */
export interface SettingsOfMarquee {
  read(): Promise<{ settings: Settings; version: string }>;
  save(wish: SettingsWish, options: { ifMatch: string | undefined; by: string }): Promise<SavedSettings>;
  general(): Promise<Settings['general']>;
  signIn(): Promise<Settings['signIn']>;
  plexMode(): Promise<Settings['plex']['mode']>;
  /** Those of an admin or of the environment, never the demo; with their tokens. */
  plexServers(): Promise<PlexConnection[]>;
  /** For trying a server: its token, if this is the address it was given for. */
  tokenFor(serverId: string, url: string): Promise<string | null>;
  /** Called after a change is kept; returns how to stop listening. */
  onChange(listener: (section: SectionName) => void): () => void;
}

/** Ids carry it, so it stays the same whatever the server is called. */
const MANAGED_ID = 'plex';

export function createSettings(ports: SettingsPorts): SettingsOfMarquee {
  const { store, sealer, guard, secrets, managed } = ports;
  const listeners = new Set<(section: SectionName) => void>();
  secrets.register(managed?.token);

  const sealedFor = (place: string) => `secrets:${place}`;
  const seal = (text: string, place: string) => sealer.seal(text, sealedFor(place));

  const tokenOf = ({ sealed }: KeptSettings, serverId: string): string | undefined => {
    const place = placeOfToken(serverId);
    const locked = sealed.get(place);
    const token = locked === undefined ? undefined : sealer.open(locked, sealedFor(place));
    secrets.register(token);
    return token;
  };

  const viewOfPlex = (kept: KeptSettings): Settings['plex'] => {
    if (managed !== undefined) {
      const { name, url } = managed;
      const token = { set: true, unreadable: false };
      return { mode: 'servers', servers: [{ id: MANAGED_ID, name, url, token }], managed: true };
    }
    const { mode, servers } = kept.plex;
    const withState = servers.map((server) => {
      const set = kept.sealed.has(placeOfToken(server.id));
      return { ...server, token: { set, unreadable: set && tokenOf(kept, server.id) === undefined } };
    });
    return { mode, servers: withState, managed: false };
  };
  const viewOf = (kept: KeptSettings): Settings => {
    const { general, signIn } = kept;
    return { general, signIn, plex: viewOfPlex(kept) };
  };

  const plexServers = async (): Promise<PlexConnection[]> => {
    if (managed !== undefined) return [{ id: MANAGED_ID, ...managed, demo: false }];
    const kept = await store.read();
    if (kept.plex.mode !== 'servers') return [];
    return kept.plex.servers.map((server) => ({
      ...server,
      token: tokenOf(kept, server.id) ?? null,
      demo: false,
    }));
  };

  return {
    async read() {
      const kept = await store.read();
      return { settings: viewOf(kept), version: versionOf(kept) };
    },
    async save(wish, { ifMatch, by }) {
      if (wish.plex !== undefined && managed !== undefined) throw problem('settings.managed');
      const seen = await store.read();
      requireMatch(ifMatch, versionOf(seen));
      await checkWish(wish, seen, guard);
      for (const { token } of wish.plex?.servers ?? []) secrets.register(token ?? undefined);
      const { before, after } = await store.change(by, (kept) => {
        requireMatch(ifMatch, versionOf(kept));
        return planChange(kept, wish, seal);
      });
      const changed = sectionsThatDiffer(before, after);
      for (const section of changed) for (const listener of listeners) listener(section);
      return {
        before: viewOf(before),
        after: viewOf(after),
        version: versionOf(after),
        changed,
        newTokens: after.plex.servers.map(({ id }) => id).filter((id) => hasNewToken(before, after, id)),
      };
    },
    general: async () => (await store.read()).general,
    signIn: async () => (await store.read()).signIn,
    plexMode: async () => (managed === undefined ? (await store.read()).plex.mode : 'servers'),
    plexServers,
    async tokenFor(serverId, url) {
      if (managed !== undefined) {
        const known = { id: MANAGED_ID, ...managed };
        return serverId === MANAGED_ID && isSameOrigin(known, url) ? managed.token : null;
      }
      const kept = await store.read();
      const known = kept.plex.servers.find(({ id }) => id === serverId);
      return isSameOrigin(known, url) ? (tokenOf(kept, serverId) ?? null) : null;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function hasNewToken(before: KeptSettings, after: KeptSettings, serverId: string): boolean {
  const place = placeOfToken(serverId);
  return after.sealed.has(place) && after.sealed.get(place) !== before.sealed.get(place);
}

function sectionsThatDiffer(before: KeptSettings, after: KeptSettings): SectionName[] {
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  return [
    ...(differs(before.general, after.general) ? ['general' as const] : []),
    ...(differs(before.signIn, after.signIn) ? ['signIn' as const] : []),
    ...(differs(before.plex, after.plex) || differs([...before.sealed], [...after.sealed])
      ? ['plex' as const]
      : []),
  ];
}
