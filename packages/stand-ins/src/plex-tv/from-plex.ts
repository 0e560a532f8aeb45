import type { PlexStandIn } from '../plex/plex-stand-in.ts';
import type { PlexTvAccount, PlexTvServer } from './model.ts';

/** What plex.tv knows of a Plex stand-in: its server, and everyone it is shared with. */
export const knownToPlexTv = ({ state, url }: Pick<PlexStandIn, 'state' | 'url'>) => {
  const owner = state.accounts.find(({ id }) => id === 1);
  if (!owner) throw new Error('A Plex library needs an account with id 1, its owner');
  const server: PlexTvServer = {
    name: state.server.friendlyName,
    machineIdentifier: state.server.machineIdentifier,
    version: state.server.version,
    ownerId: owner.plexId,
    url,
    access: state.accounts.map(({ plexId, accessToken }) => ({ accountId: plexId, accessToken })),
  };
  const accounts = state.accounts.map(
    ({ id, plexId, uuid, name, email, accessToken }): PlexTvAccount => ({
      id: plexId,
      uuid,
      username: name,
      title: name,
      email: email ?? `${name}@plex.invalid`,
      // The owner's server takes the token of their account; everybody else has one for each server.
      token: id === 1 ? accessToken : `${accessToken}-account`,
    }),
  );
  return { server, accounts };
};
