/** What plex.tv knows, as plain data: who there is and which servers they may use. */

export interface PlexTvAccount {
  /** Never changes; names and addresses may. */
  id: number;
  uuid: string;
  username: string;
  /** The name other people see. */
  title: string;
  email: string;
  /** What a device gets when this person says yes. */
  token: string;
}

export interface PlexTvServer {
  name: string;
  machineIdentifier: string;
  version: string;
  ownerId: number;
  url: string;
  /** Everyone who may use it, the owner too, each with the token that this server knows them by. */
  access: { accountId: number; accessToken: string }[];
}

export interface PlexTvState {
  accounts: PlexTvAccount[];
  servers: PlexTvServer[];
}

export interface Pin {
  id: number;
  code: string;
  product: string;
  clientIdentifier: string;
  /** Epoch seconds. */
  createdAt: number;
  expiresAt: number;
  /** Whoever said yes. */
  accountId?: number;
}
