/** What a Plex Media Server knows, as plain data: seeds, the demo library and the state file all use it. */

export interface ServerIdentity {
  machineIdentifier: string;
  friendlyName: string;
  version: string;
  platform: string;
  platformVersion: string;
  myPlexUsername: string;
  /** Answered by `/:/prefs`; every value travels as text. */
  preferences: ServerPreference[];
}

export interface ServerPreference {
  id: string;
  label: string;
  summary: string;
  type: 'bool' | 'int' | 'text' | 'double';
  default: string;
  value: string;
  group: string;
  /** `value:label` pairs joined by `|`, as Plex writes them. */
  enumValues?: string;
}

export interface PlexAccount {
  /** 1 is the owner; everybody else has their plex.tv id. */
  id: number;
  /** The plex.tv id, also for the owner. */
  plexId: number;
  uuid: string;
  name: string;
  email?: string;
  thumb?: string;
  /** The token this account uses against this server. */
  accessToken: string;
  /** Libraries shared with this account; the owner has `all`. */
  sections: 'all' | number[];
  /** Member of the owner's Plex home. */
  home?: boolean;
  restricted?: boolean;
}

export type SectionKind = 'movie' | 'show' | 'artist';

export interface PlexSection {
  id: number;
  uuid: string;
  kind: SectionKind;
  title: string;
  agent: string;
  scanner: string;
  language: string;
  locations: SectionLocation[];
  createdAt: number;
  updatedAt: number;
  scannedAt: number;
  preferences: ServerPreference[];
}

export interface SectionLocation {
  id: number;
  path: string;
}

export type ItemKind = 'movie' | 'show' | 'season' | 'episode' | 'artist' | 'album' | 'track';

/** Tag lists an item can carry; `role` has its own shape because of the part played. */
export type TagField =
  | 'genre'
  | 'director'
  | 'writer'
  | 'producer'
  | 'country'
  | 'label'
  | 'collection'
  | 'mood'
  | 'style'
  | 'network'
  | 'similar';

export interface Role {
  name: string;
  /** The part played. */
  role?: string;
  thumb?: string;
}

export interface ExternalRating {
  /** Such as `rottentomatoes://image.rating.ripe`. */
  image: string;
  value: number;
  type: 'critic' | 'audience';
}

/** All times are epoch seconds, all durations milliseconds, dates are `YYYY-MM-DD`. */
export interface PlexItem {
  ratingKey: number;
  kind: ItemKind;
  sectionId: number;
  /** Season → show, episode → season, album → artist, track → album. */
  parent?: number;
  /** Number of the season, episode, album or track. */
  index?: number;
  /** `plex://movie/…`, `local://…`. */
  guid: string;
  /** `imdb://tt…`, `tmdb://…`, `tvdb://…`, `mbid://…`; sent only when asked for in lists. */
  externalGuids: string[];
  title: string;
  titleSort?: string;
  originalTitle?: string;
  editionTitle?: string;
  summary?: string;
  tagline?: string;
  studio?: string;
  contentRating?: string;
  year?: number;
  originallyAvailableAt?: string;
  duration?: number;
  /** Critics' rating, 0–10. */
  rating?: number;
  ratingImage?: string;
  audienceRating?: number;
  audienceRatingImage?: string;
  externalRatings?: ExternalRating[];
  addedAt: number;
  updatedAt: number;
  tags: Partial<Record<TagField, string[]>>;
  roles: Role[];
  media: PlexMedia[];
  markers?: Marker[];
  chapters?: Chapter[];
  /** Fields a refresh may not touch, such as `title`, `genre`, `thumb`. */
  locked: string[];
  /** Per account id: what that person rated and watched. */
  use: Record<string, ItemUse>;
  /** Advanced settings of this one item (`episodeSort`, `languageOverride` …). */
  preferences: Record<string, string>;
  pictures: Partial<Record<PictureKind, PictureSet>>;
  /** Hand-picked sonically similar tracks, albums or artists (music only). */
  nearest?: number[];
}

export interface ItemUse {
  /** 0–10 in halves. */
  userRating?: number;
  lastRatedAt?: number;
  viewCount?: number;
  skipCount?: number;
  lastViewedAt?: number;
  viewOffset?: number;
}

export interface Marker {
  id: number;
  type: 'intro' | 'credits' | 'commercial';
  startTimeOffset: number;
  endTimeOffset: number;
}

export interface Chapter {
  id: number;
  index: number;
  title: string;
  startTimeOffset: number;
  endTimeOffset: number;
}

export interface PlexMedia {
  id: number;
  duration?: number;
  bitrate?: number;
  width?: number;
  height?: number;
  aspectRatio?: number;
  audioChannels?: number;
  audioCodec?: string;
  audioProfile?: string;
  videoCodec?: string;
  videoProfile?: string;
  /** `4k`, `1080`, `720`, `576`, `480`, `sd`. */
  videoResolution?: string;
  videoFrameRate?: string;
  container?: string;
  parts: PlexPart[];
}

export interface PlexPart {
  id: number;
  file: string;
  size: number;
  duration?: number;
  container?: string;
  streams: PlexStream[];
}

interface StreamBase {
  id: number;
  codec: string;
  index?: number;
  bitrate?: number;
  default?: boolean;
  selected?: boolean;
  title?: string;
  displayTitle?: string;
  extendedDisplayTitle?: string;
}

export interface VideoStream extends StreamBase {
  kind: 'video';
  width?: number;
  height?: number;
  frameRate?: number;
  bitDepth?: number;
  colorSpace?: string;
  colorPrimaries?: string;
  /** `smpte2084` means HDR10, `arib-std-b67` means HLG. */
  colorTrc?: string;
  dolbyVision?: DolbyVision;
  profile?: string;
}

export interface DolbyVision {
  profile: number;
  level?: number;
  version?: string;
  blPresent: boolean;
  elPresent: boolean;
  rpuPresent: boolean;
  blCompatId?: number;
}

export interface AudioStream extends StreamBase {
  kind: 'audio';
  language?: string;
  /** Two letters. */
  languageTag?: string;
  /** Three letters. */
  languageCode?: string;
  channels?: number;
  audioChannelLayout?: string;
  samplingRate?: number;
  bitDepth?: number;
  profile?: string;
}

export interface SubtitleStream extends StreamBase {
  kind: 'subtitle';
  language?: string;
  languageTag?: string;
  languageCode?: string;
  forced?: boolean;
  hearingImpaired?: boolean;
  /** File beside the film instead of a stream inside it. */
  external?: boolean;
}

export type PlexStream = VideoStream | AudioStream | SubtitleStream;

/** `poster` is Plex's `thumb`; episodes keep their still in `poster` too. */
export type PictureKind = 'poster' | 'art' | 'clearLogo' | 'squareArt' | 'theme';

export interface PictureSet {
  /** Key of the chosen picture; absent when there is none. */
  selected?: string;
  /** The number in `/thumb/<version>`; grows with every change. */
  version: number;
  /** Newest upload first, as Plex lists them. */
  choices: PictureChoice[];
}

export interface PictureChoice {
  /** `metadata://posters/…` made by an agent, `upload://posters/…` put there by somebody. */
  key: string;
  provider?: string;
  /** Present for uploads: where the bytes are kept beside the state file. */
  upload?: { name: string; contentType: PictureType };
}

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

export interface PictureBytes {
  bytes: Uint8Array;
  contentType: PictureType;
}

export type PictureOwner = PlexItem | PlexCollection | PlexPlaylist;

/** Makes the bytes of a picture nobody uploaded; called only when the picture is asked for. */
export type PictureSource = (
  owner: PictureOwner,
  kind: PictureKind,
  pictureKey: string,
) => Promise<PictureBytes>;

export interface PlexCollection {
  kind: 'collection';
  ratingKey: number;
  sectionId: number;
  guid: string;
  /** What it collects. */
  subtype: ItemKind;
  title: string;
  titleSort?: string;
  summary?: string;
  contentRating?: string;
  addedAt: number;
  updatedAt: number;
  /** A smart collection's `server://…/all?…` uri; plain ones have none and list `members`. */
  content?: string;
  /** Members in custom order; kept in step with each item's `collection` tags. */
  members: number[];
  labels: string[];
  /** −1 library default, 0 hide, 1 hide items, 2 show items. */
  mode: number;
  /** 0 release date, 1 alphabetical, 2 custom. */
  sort: number;
  locked: string[];
  use: Record<string, ItemUse>;
  preferences: Record<string, string>;
  pictures: Partial<Record<PictureKind, PictureSet>>;
}

/** A row of the home screen that somebody may show, hide and move. */
export interface ManagedHub {
  /** `custom.collection.<section>.<collection>` or a built-in name such as `movie.recentlyadded`. */
  identifier: string;
  sectionId: number;
  title: string;
  promotedToRecommended: boolean;
  promotedToOwnHome: boolean;
  promotedToSharedHome: boolean;
  /** Only collections can be taken out of the list. */
  deletable: boolean;
}

export type PlaylistKind = 'audio' | 'video' | 'photo';

export interface PlexPlaylist {
  kind: 'playlist';
  ratingKey: number;
  guid: string;
  playlistKind: PlaylistKind;
  title: string;
  titleSort?: string;
  summary?: string;
  /** Account that owns it; playlists are private. */
  owner: number;
  addedAt: number;
  updatedAt: number;
  content?: string;
  entries: PlaylistEntry[];
  locked: string[];
  use: Record<string, ItemUse>;
  pictures: Partial<Record<PictureKind, PictureSet>>;
}

export interface PlaylistEntry {
  playlistItemId: number;
  ratingKey: number;
}

export interface HistoryEntry {
  historyId: number;
  ratingKey: number;
  /** Remembered when the item is deleted: a play stays in the history. */
  deleted?: { title: string; type: ItemKind; sectionId: number };
  accountId: number;
  deviceId: number;
  viewedAt: number;
}

export interface PlexSession {
  sessionKey: number;
  ratingKey: number;
  accountId: number;
  state: 'playing' | 'paused' | 'buffering';
  viewOffset: number;
  player: { title: string; product: string; platform: string; machineIdentifier: string; address: string };
}

export interface KnownTag {
  id: number;
  field: string;
  tag: string;
}

/** Numbers to be given next; learnt from a recording or left to their defaults. */
export interface Numbering {
  /** Collections and playlists draw from one sequence, as in Plex. */
  nextRatingKey: number;
  nextPlaylistItem: number;
  nextTag: number;
  nextHistory: number;
}

export interface PlexLibrary {
  server: ServerIdentity;
  accounts: PlexAccount[];
  sections: PlexSection[];
  items: PlexItem[];
  collections: PlexCollection[];
  playlists: PlexPlaylist[];
  hubs: ManagedHub[];
  history: HistoryEntry[];
  sessions: PlexSession[];
  /** Tags whose ids must come out as given; others are numbered when first seen. */
  tags: KnownTag[];
  numbering: Numbering;
  images: PictureSource;
}

/** The part of a library that is data, which is what the state file holds. */
export type PlexState = Omit<PlexLibrary, 'images'>;
