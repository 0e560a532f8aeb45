import { type Element, element } from '../plex/wire/element.ts';
import type { Pin, PlexTvAccount, PlexTvServer, PlexTvState } from './model.ts';

/** The newer half of plex.tv says the same in JSON and in XML. */
export interface Described {
  json: unknown;
  xml: Element;
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

export const describePin = (pin: Pin, accounts: readonly PlexTvAccount[], now: number): Described => {
  const facts = {
    id: pin.id,
    code: pin.code,
    product: pin.product,
    trusted: false,
    clientIdentifier: pin.clientIdentifier,
    expiresIn: pin.expiresAt - now,
    createdAt: iso(pin.createdAt),
    expiresAt: iso(pin.expiresAt),
  };
  const authToken = accounts.find(({ id }) => id === pin.accountId)?.token ?? null;
  return {
    json: { ...facts, authToken, newRegistration: null },
    xml: element('pin', { ...facts, authToken: authToken ?? '', newRegistration: '' }),
  };
};

export const describeAccount = ({ token, ...account }: PlexTvAccount): Described => {
  const facts = { ...account, friendlyName: account.title, thumb: '', authToken: token };
  const subscription = { active: true, status: 'Active', plan: 'lifetime' };
  return {
    json: { ...facts, subscription: { ...subscription, features: [] } },
    xml: element('user', { ...facts, scrobbleTypes: '' }, [
      element('subscription', subscription, [element('features')]),
      element('profile', { autoSelectAudio: true, defaultAudioLanguage: '', defaultSubtitleLanguage: '' }),
    ]),
  };
};

const describeServer = (server: PlexTvServer, accountId: number, accessToken: string): Described => {
  const { hostname, port, protocol } = new URL(server.url);
  const facts = {
    name: server.name,
    product: 'Plex Media Server',
    productVersion: server.version,
    platform: 'Linux',
    clientIdentifier: server.machineIdentifier,
    provides: 'server',
    owned: server.ownerId === accountId,
    home: false,
    accessToken,
    publicAddress: hostname,
    httpsRequired: false,
    presence: true,
  };
  const connection = {
    protocol: protocol.slice(0, -1),
    address: hostname,
    port: Number(port),
    uri: server.url,
    // Clients reach somebody else's server from outside only.
    local: facts.owned,
    relay: false,
    IPv6: false,
  };
  return {
    json: { ...facts, connections: [connection] },
    xml: element('resource', facts, [element('connections', {}, [element('connection', connection)])]),
  };
};

export const describeServers = ({ servers }: PlexTvState, accountId: number): Described => {
  const described = servers.flatMap((server) =>
    server.access
      .filter((access) => access.accountId === accountId)
      .map(({ accessToken }) => describeServer(server, accountId, accessToken)),
  );
  return {
    json: described.map(({ json }) => json),
    xml: element(
      'resources',
      {},
      described.map(({ xml }) => xml),
    ),
  };
};

/** Everyone with whom this account shares a server. */
const friendsOf = ({ accounts, servers }: PlexTvState, ownerId: number) => {
  const owned = servers.filter((server) => server.ownerId === ownerId);
  return accounts
    .filter(({ id }) => id !== ownerId)
    .map((account) => ({
      account,
      shared: owned.filter(({ access }) => access.some(({ accountId }) => accountId === account.id)),
    }))
    .filter(({ shared }) => shared.length > 0);
};

export const describeFriends = (state: PlexTvState, ownerId: number): Described => {
  const friends = friendsOf(state, ownerId).map(({ account: { id, uuid, title, username, email } }) => ({
    id,
    uuid,
    title,
    username,
    email,
    friendlyName: title,
    thumb: '',
    home: false,
    restricted: false,
    status: 'accepted',
  }));
  return {
    json: friends,
    xml: element(
      'friends',
      {},
      friends.map((friend) => element('friend', friend)),
    ),
  };
};

/** The older list, the only one that names the servers. */
export const describeUsers = (state: PlexTvState, owner: PlexTvAccount): Element => {
  const users = friendsOf(state, owner.id).map(({ account: { id, title, username, email }, shared }) =>
    element(
      'User',
      { id, title, username, email, thumb: '', home: false, restricted: false },
      shared.map(({ machineIdentifier, name }, place) =>
        element('Server', { id: id + place, serverId: place + 1, machineIdentifier, name, owned: true }),
      ),
    ),
  );
  const attributes = {
    friendlyName: 'myPlex',
    identifier: 'com.plexapp.plugins.myplex',
    totalSize: users.length,
  };
  return element('MediaContainer', { ...attributes, size: users.length }, users);
};
