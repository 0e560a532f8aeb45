export {
  type CollectionMode,
  type CollectionSort,
  collectionModes,
  collectionSorts,
  type NewCollection,
} from './collections/collections.ts';
export type { HubVisibility, PlexHub } from './collections/hubs.ts';
export type { CallOptions, PlexClientOptions, PlexLog } from './connection/options.ts';
export type { PlexImage } from './connection/transport.ts';
export type { EditTarget, FieldChange } from './edits/edits.ts';
export { editTarget } from './edits/labels.ts';
export { type TagChange, type TagField, tagFields } from './edits/tags.ts';
export type { Identity, Preference, ServerInfo } from './identity/identity.ts';
export type { ArtworkKind, ArtworkSource, PlexArtwork } from './images/posters.ts';
export { type ReadContent, readContentUri, type SmartContent } from './items/content-uri.ts';
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
export { decodeFilter } from './items/filter-decode.ts';
export { isPlexType, type PlexType, plexTypes } from './items/item-types.ts';
export type { ItemsWanted, Sort, Window } from './items/list-query.ts';
export type { PlexItem } from './metadata/item.ts';
export type { PlexMedia, PlexPart, PlexStream } from './metadata/media.ts';
export type { PlexNotification } from './notifications/events.ts';
export type { PlexEvent, SubscribeOptions } from './notifications/notifications.ts';
export type { PlaylistType, PlexPlaylist } from './playlists/playlist.ts';
export type { PlaylistsWanted } from './playlists/playlists.ts';
export { createPlexClient, type PlexClient } from './plex-client.ts';
export { createPlexTv, type PlexPin, type PlexTv, type PlexTvOptions } from './plex-tv/plex-tv.ts';
export type { PlexTvAccount, PlexTvPerson, PlexTvServer } from './plex-tv/plex-tv-replies.ts';
export type { Page } from './reply/page.ts';
export type { PlexSection } from './sections/sections.ts';
export { dynamicRange } from './view/dynamic-range.ts';
export { itemDetails, itemKind, itemSummary, pictureVersion } from './view/item-view.ts';
export { mediaVersion } from './view/media-version.ts';
export { bestResolution } from './view/resolution.ts';
export type { FilterChoice, FilterVocabulary } from './vocabulary/vocabulary.ts';
export { type HistoryWanted, OWNER_ACCOUNT, type PlexAccount, type PlexView } from './watching/history.ts';
