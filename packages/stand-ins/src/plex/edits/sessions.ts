import type { PlexItem, PlexSession } from '../model.ts';
import { type PlexRequest, plexParameter } from '../wire/request.ts';
import type { World } from '../world/world.ts';

type PlayState = PlexSession['state'] | 'stopped';

const playerOf = (request: PlexRequest): PlexSession['player'] => ({
  title: plexParameter(request, 'X-Plex-Device-Name') ?? 'Player',
  product: plexParameter(request, 'X-Plex-Product') ?? 'Plex Web',
  platform: plexParameter(request, 'X-Plex-Platform') ?? 'Web',
  machineIdentifier: plexParameter(request, 'X-Plex-Client-Identifier') ?? 'player',
  address: '127.0.0.1',
});

/** One session per player: begun by its first report, ended by `stopped`. */
export const followSession = (
  world: World,
  item: PlexItem,
  request: PlexRequest,
  state: PlayState,
  viewOffset: number,
): void => {
  const player = playerOf(request);
  const { sessions } = world.state;
  const there = sessions.find(
    (one) =>
      one.accountId === request.account.id && one.player.machineIdentifier === player.machineIdentifier,
  );
  const sessionKey = there?.sessionKey ?? Math.max(0, ...sessions.map((one) => one.sessionKey)) + 1;
  world.state.sessions = sessions.filter((one) => one !== there);
  if (state !== 'stopped')
    world.state.sessions.push({
      sessionKey,
      ratingKey: item.ratingKey,
      accountId: request.account.id,
      state,
      viewOffset,
      player,
    });
  world.changed({ type: 'playing', sessionKey, ratingKey: item.ratingKey, state, viewOffset });
};
