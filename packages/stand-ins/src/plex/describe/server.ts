import type { HistoryEntry, ManagedHub, PlexAccount, PlexSession } from '../model.ts';
import { type Attributes, type Element, element } from '../wire/element.ts';
import { parentOf, type World } from '../world/world.ts';
import type { View } from './eyes.ts';
import { describeItem } from './item.ts';
import { picturePath } from './pictures.ts';

export const serverAttributes = (world: World): Attributes => {
  const { server } = world.state;
  return {
    allowCameraUpload: false,
    allowMediaDeletion: true,
    allowSharing: true,
    allowSync: true,
    backgroundProcessing: true,
    certificate: false,
    companionProxy: true,
    eventStream: true,
    friendlyName: server.friendlyName,
    hubSearch: true,
    machineIdentifier: server.machineIdentifier,
    mediaProviders: true,
    multiuser: true,
    myPlex: true,
    myPlexMappingState: 'mapped',
    myPlexSigninState: 'ok',
    myPlexSubscription: true,
    myPlexUsername: server.myPlexUsername,
    platform: server.platform,
    platformVersion: server.platformVersion,
    pluginHost: false,
    readOnlyLibraries: false,
    transcoderActiveVideoSessions: 0,
    updatedAt: world.now(),
    updater: true,
    version: server.version,
  };
};

export const describeAccount = ({ id, name, thumb }: PlexAccount): Element =>
  element('Account', {
    id,
    key: `/accounts/${id}`,
    name,
    defaultAudioLanguage: 'en',
    autoSelectAudio: true,
    defaultSubtitleLanguage: 'en',
    subtitleMode: 0,
    thumb: thumb ?? '',
  });

export const describeHub = (hub: ManagedHub): Element =>
  element('Hub', {
    identifier: hub.identifier,
    title: hub.title,
    deletable: hub.deletable,
    promotedToRecommended: hub.promotedToRecommended,
    promotedToOwnHome: hub.promotedToOwnHome,
    promotedToSharedHome: hub.promotedToSharedHome,
    recommendationsVisibility: hub.promotedToRecommended ? 'all' : 'none',
    homeVisibility:
      hub.promotedToOwnHome && hub.promotedToSharedHome
        ? 'all'
        : hub.promotedToOwnHome
          ? 'admin'
          : hub.promotedToSharedHome
            ? 'shared'
            : 'none',
  });

export const describePlay = (entry: HistoryEntry, world: World): Element => {
  const item = world.item(entry.ratingKey);
  const parent = item && parentOf(world, item);
  const grandparent = parent && parentOf(world, parent);
  const type = item?.kind ?? entry.deleted?.type ?? 'movie';
  return element(type === 'track' ? 'Track' : 'Video', {
    historyKey: `/status/sessions/history/${entry.historyId}`,
    key: item && `/library/metadata/${item.ratingKey}`,
    ratingKey: item && String(item.ratingKey),
    librarySectionID: String(item?.sectionId ?? entry.deleted?.sectionId ?? ''),
    parentKey: parent && `/library/metadata/${parent.ratingKey}`,
    grandparentKey: grandparent && `/library/metadata/${grandparent.ratingKey}`,
    title: item?.title ?? entry.deleted?.title ?? '',
    parentTitle: parent?.title,
    grandparentTitle: grandparent?.title,
    type,
    thumb: picturePath(item, 'poster'),
    index: item?.index,
    parentIndex: parent?.index,
    originallyAvailableAt: item?.originallyAvailableAt,
    viewedAt: entry.viewedAt,
    accountID: entry.accountId,
    deviceID: entry.deviceId,
  });
};

export const describeSession = (session: PlexSession, view: View): Element[] => {
  const item = view.world.item(session.ratingKey);
  const account = view.world.state.accounts.find(({ id }) => id === session.accountId);
  if (!item) return [];
  const playing = describeItem(item, view, {
    sessionKey: String(session.sessionKey),
    viewOffset: session.viewOffset,
  });
  playing.children.push(
    element('User', {
      id: String(session.accountId),
      title: account?.name ?? '',
      thumb: account?.thumb ?? '',
    }),
    element('Player', { ...session.player, state: session.state, userID: session.accountId, local: true }),
    element('Session', { id: `session-${session.sessionKey}`, bandwidth: 8000, location: 'lan' }),
  );
  return [playing];
};
