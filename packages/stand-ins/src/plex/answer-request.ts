import type { PlexAccount } from './model.ts';
import { findRoute } from './routes/route.ts';
import { plexRoutes } from './routes/routes.ts';
import { identityRoute } from './routes/server-routes.ts';
import { type Answer, forbidden, notFound, unauthorized } from './wire/answer.ts';
import { type PlexRequest, plexParameter } from './wire/request.ts';
import { ownsServer, type World } from './world/world.ts';

export type Incoming = Omit<PlexRequest, 'parts' | 'account'>;

export const accountOf = (
  request: Pick<PlexRequest, 'headers' | 'query'>,
  world: World,
): PlexAccount | undefined => {
  const token = plexParameter(request, 'X-Plex-Token');
  return token === undefined || token === ''
    ? undefined
    : world.state.accounts.find(({ accessToken }) => accessToken === token);
};

const nobody: PlexAccount = { id: 0, plexId: 0, uuid: '', name: '', accessToken: '', sections: [] };

/** From a request to its answer, with no network in between: who asks, may they, and what is it. */
export const answerRequest = async (request: Incoming, world: World): Promise<Answer> => {
  const open = findRoute([identityRoute], request.method, request.path);
  if (open) return identityRoute.answer({ ...request, parts: {}, account: nobody }, world);
  const account = accountOf(request, world);
  if (!account) return unauthorized;
  const found = findRoute(plexRoutes, request.method, request.path);
  if (!found) return notFound;
  if (found.route.audience === 'owner' && !ownsServer(account)) return forbidden;
  return found.route.answer({ ...request, parts: found.parts, account }, world);
};
