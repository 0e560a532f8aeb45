import type { Eyes } from '../filters/field.ts';
import type { PictureOwner, PlexCollection, PlexItem, PlexPlaylist, PlexSection } from '../model.ts';
import { numberList, type PlexRequest, wholeNumber } from '../wire/request.ts';
import { mayRead, type World } from '../world/world.ts';

export const eyesOf = (request: PlexRequest, world: World): Eyes => ({ world, account: request.account });

const idIn = (request: PlexRequest, part: string): number => wholeNumber(request.parts[part]) ?? -1;

export const findSection = (request: PlexRequest, world: World): PlexSection | undefined => {
  const section = world.section(idIn(request, 'section'));
  return section && mayRead(request.account, section.id) ? section : undefined;
};

/** What this account may see; other people's playlists and unshared libraries do not exist for it. */
const mayFind = (owner: PictureOwner, { account }: PlexRequest): boolean =>
  owner.kind === 'playlist' ? owner.owner === account.id : mayRead(account, owner.sectionId);

export const ownersNamed = (keys: string | undefined, request: PlexRequest, world: World): PictureOwner[] =>
  numberList(keys).flatMap((key) => {
    const owner = world.owner(key);
    return owner && mayFind(owner, request) ? [owner] : [];
  });

export const findOwner = (request: PlexRequest, world: World): PictureOwner | undefined =>
  ownersNamed(request.parts.key, request, world)[0];

export const findItem = (request: PlexRequest, world: World): PlexItem | undefined => {
  const owner = findOwner(request, world);
  return owner && owner.kind !== 'collection' && owner.kind !== 'playlist' ? owner : undefined;
};

export const findCollection = (request: PlexRequest, world: World): PlexCollection | undefined => {
  const owner = findOwner(request, world);
  return owner?.kind === 'collection' ? owner : undefined;
};

export const findPlaylist = (request: PlexRequest, world: World): PlexPlaylist | undefined => {
  const owner = findOwner(request, world);
  return owner?.kind === 'playlist' ? owner : undefined;
};

export const machineOf = (world: World): string => world.state.server.machineIdentifier;

/** Attributes every library list carries. */
export const listAttributes = (world: World, section?: PlexSection) => ({
  allowSync: true,
  identifier: 'com.plexapp.plugins.library',
  mediaTagPrefix: '/system/bundle/media/flags/',
  mediaTagVersion: 1_700_000_000,
  ...(section
    ? {
        librarySectionID: section.id,
        librarySectionTitle: section.title,
        librarySectionUUID: section.uuid,
        title1: section.title,
        viewGroup: section.kind,
      }
    : { title1: world.state.server.friendlyName }),
});
