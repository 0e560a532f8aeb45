import type { OutboundGuard, Store } from '@marquee/service-kit';
import { createGateway, type Gateway } from './gateway.ts';
import type { Identity } from './identity.ts';
import type { GatewayDb } from './migrations/gateway-db.ts';
import { type DoorEnv, type OpenDoor, openDoor } from './open-door.ts';
import { openNews } from './open-news.ts';
import { openPlexPeople, type PlexTvEnv } from './open-plex-people.ts';
import { type OpenSettings, openSettings, type PlexEnv } from './open-settings.ts';
import type { GatewayPorts } from './ports.ts';

type Parts = 'identity' | 'address' | 'audit' | 'settings' | 'news' | 'plexPeople' | 'idempotency';

export interface OpenGateway extends Pick<OpenDoor, 'identity' | 'address' | 'listensAt'> {
  app: Gateway['app'];
  upgrade: Gateway['upgrade'];
  settings: OpenSettings['settings'];
  start(): Promise<void>;
  beginStopping(): void;
  close(): Promise<void>;
}

/** The whole gateway over its database, the same in every way to run. */
export async function openGateway(
  env: DoorEnv & PlexEnv & PlexTvEnv,
  own: Omit<GatewayPorts, Parts> & {
    store: Store<GatewayDb>;
    guard: OutboundGuard;
    now: () => Date;
    /** Another way to know who somebody is, for tests whose people have no accounts. */
    knows?: Pick<Identity, 'authenticate' | 'current'>;
  },
): Promise<OpenGateway> {
  const { db } = own.store;
  const opened = await openDoor(env, own);
  const identity = { ...opened.identity, ...own.knows };
  const door = { ...opened, identity };
  const settings = openSettings(env, { ...own, db, sealer: identity.sealer, audit: door.audit });
  const news = openNews({ ...own, ...door, db });
  const plexPeople = openPlexPeople(env, {
    ...own,
    ...door,
    db,
    settings: settings.settings,
    connectPlex: settings.connectPlex,
    roleChanged: news.account.roleChanged,
  });
  identity.heed({
    recheck: plexPeople.recheck,
    plexIsOn: async () => (await settings.settings.signIn()).plex,
  });
  const gateway = createGateway({ ...own, ...door, settings, plexPeople, news });
  return {
    identity,
    address: door.address,
    listensAt: door.listensAt,
    app: gateway.app,
    upgrade: gateway.upgrade,
    settings: settings.settings,
    start: gateway.start,
    beginStopping: gateway.beginStopping,
    async close() {
      await gateway.close();
      door.stop();
    },
  };
}
