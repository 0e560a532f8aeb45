export type { CallOptions, PlexClientOptions, PlexLog } from './connection/options.ts';
export type { PlexImage } from './connection/transport.ts';
export type { Identity, Preference, ServerInfo } from './identity/identity.ts';
export type { ArtworkKind, ArtworkSource, PlexArtwork } from './images/posters.ts';
export {
  allOf,
  anyOf,
  type Condition,
  encodeFilter,
  type Filter,
  type FilterOperator,
  type FilterValue,
  filterOperators,
  where,
} from './items/filter.ts';
export { isPlexType, type PlexType, plexTypes } from './items/item-types.ts';
export type { ItemsWanted, Sort, Window } from './items/list-query.ts';
export type { PlexItem } from './metadata/item.ts';
export type { PlexMedia, PlexPart, PlexStream } from './metadata/media.ts';
export { createPlexClient, type PlexClient } from './plex-client.ts';
export type { Page } from './reply/page.ts';
export type { PlexSection } from './sections/sections.ts';
export { dynamicRange } from './view/dynamic-range.ts';
export { itemDetails, itemKind, itemSummary, pictureVersion } from './view/item-view.ts';
export { mediaVersion } from './view/media-version.ts';
export { bestResolution } from './view/resolution.ts';
