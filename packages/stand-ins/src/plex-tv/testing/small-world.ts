import type { PlexTvStandInOptions } from '../plex-tv-stand-in.ts';

const account = (id: number, name: string) => ({
  id,
  uuid: `${name}-uuid`,
  username: name,
  title: name,
  email: `${name}@example.org`,
  token: `${name}-account-token`,
});
const server = (name: string, ownerId: number, others: number[]) => ({
  name,
  machineIdentifier: `${name}-machine`,
  version: '1.42.0',
  ownerId,
  url: 'http://127.0.0.1:32400',
  access: [ownerId, ...others].map((accountId) => ({ accountId, accessToken: `${name}-token-${accountId}` })),
});

/** An owner with a friend, and a stranger with a server of their own. */
export const smallWorld = (): PlexTvStandInOptions => ({
  accounts: [account(9001, 'owner'), account(9002, 'sam'), account(9003, 'stranger')],
  servers: [server('attic', 9001, [9002]), server('cellar', 9003, [])],
});
