import {
  knownToPlexTv,
  type PlexLibrary,
  type PlexSection,
  type PlexTvStandInAccount,
  startPlexStandIn,
  startPlexTvStandIn,
} from '@marquee/stand-ins';

/** Numbers of accounts at plex.tv. */
export const PLEX = { ada: 9001, grace: 9002, stranger: 9003 } as const;

const section = (id: number, kind: PlexSection['kind'], title: string): PlexSection => ({
  id,
  uuid: `0000000${id}-0000-4000-8000-000000000000`,
  kind,
  title,
  agent: 'tv.plex.agents.movie',
  scanner: 'Plex',
  language: 'en-US',
  locations: [{ id, path: `/media/${id}` }],
  createdAt: 1_600_000_000,
  updatedAt: 1_700_000_000,
  scannedAt: 1_700_000_000,
  preferences: [],
});

const library = (name: string, accounts: PlexLibrary['accounts']): PlexLibrary => ({
  server: {
    machineIdentifier: `${name}-machine`,
    friendlyName: name,
    version: '1.42.0',
    platform: 'Linux',
    platformVersion: '6',
    myPlexUsername: 'owner',
    preferences: [],
  },
  accounts,
  sections: [section(1, 'movie', 'Films'), section(2, 'show', 'Series')],
  items: [],
  collections: [],
  playlists: [],
  hubs: [],
  history: [],
  sessions: [],
  tags: [],
  numbering: { nextRatingKey: 1, nextPlaylistItem: 1, nextTag: 1, nextHistory: 1 },
  images: async () => ({ bytes: new Uint8Array(), contentType: 'image/png' }),
});

const account = (plexId: number, name: string, sections: 'all' | number[]) => ({
  id: sections === 'all' ? 1 : plexId,
  plexId,
  uuid: `${name}-uuid`,
  name,
  email: `${name}@example.org`,
  accessToken: `${name}-canary-token`,
  sections,
});

/** Ada's attic, of which Grace sees the films, and a cellar of somebody else; plex.tv knows all three. */
export async function twoPlexes() {
  const [attic, cellar] = await Promise.all([
    startPlexStandIn({
      library: library('attic', [account(PLEX.ada, 'ada', 'all'), account(PLEX.grace, 'grace', [1])]),
    }),
    startPlexStandIn({ library: library('cellar', [account(PLEX.stranger, 'stranger', 'all')]) }),
  ]);
  const known = [knownToPlexTv(attic), knownToPlexTv(cellar)];
  const accounts = known.flatMap((one): PlexTvStandInAccount[] => one.accounts);
  const plexTv = await startPlexTvStandIn({ accounts, servers: known.map(({ server }) => server) });
  return {
    attic,
    cellar,
    plexTv,
    async close() {
      await Promise.all([attic.close(), cellar.close(), plexTv.close()]);
    },
  };
}
