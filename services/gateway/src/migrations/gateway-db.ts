import type { Generated } from 'kysely';

/** Times are ISO texts, flags 0 or 1, ids 22 letters of base64url. */
export interface UserRow {
  id: string;
  name: string;
  /** The name as it is compared: lower case, one spelling. */
  name_key: string;
  role: string;
  origin: string;
  plex_id: number | null;
  owner: number;
  disabled: number;
  password_hash: string | null;
  /** 'all' or a JSON list of library ids. */
  libraries: string;
  created_at: string;
  password_changed_at: string | null;
  last_seen_at: string | null;
}

/** A person's sign-in on one device: the family that all its refresh tokens belong to. */
export interface SessionRow {
  id: string;
  user_id: string;
  method: string;
  device: string;
  address: string;
  created_at: string;
  last_used_at: string;
  expires_at: string;
  ended_at: string | null;
  end_reason: string | null;
}

interface RefreshTokenRow {
  /** sha256 of the token. */
  hash: string;
  session_id: string;
  created_at: string;
  spent_at: string | null;
}

export interface ApiKeyRow {
  id: string;
  user_id: string;
  name: string;
  role: string;
  hint: string;
  /** sha256 of the key, which holds 256 random bits. */
  hash: string;
  created_at: string;
  last_used_at: string | null;
  last_address: string | null;
}

export interface SigningKeyRow {
  kid: string;
  /** JWK, sealed and bound to the kid. */
  sealed_private: string;
  /** JWK as text. */
  public_jwk: string;
  created_at: string;
  /** Signs nothing from then on; what it signed before is good until it ends. */
  retired_at: string | null;
}

/** One row at most: the code that makes the first admin. */
interface SetupRow {
  id: number;
  code_hash: string;
  made_at: string;
}

/** A sign-in with Plex under way, known by what the browser's cookie holds. */
interface PlexAttemptRow {
  /** sha256 of the cookie's value. */
  state_hash: string;
  pin_id: number;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

/** The token of a person who signs in with Plex, to look again which libraries they may see. */
interface PlexAccountRow {
  user_id: string;
  /** Sealed and bound to the user's id. */
  sealed_token: string;
  checked_at: string;
}

interface SettingsRow {
  section: string;
  /** JSON without secrets. */
  value: string;
  changed_at: string;
  changed_by: string;
}

interface SecretRow {
  /** plex.servers.<id>.token */
  place: string;
  /** Sealed and bound to its place. */
  sealed: string;
  changed_at: string;
}

export interface AuditRow {
  id: Generated<number>;
  at: string;
  actor_id: string | null;
  actor_name: string;
  via: string;
  action: string;
  outcome: string;
  target_kind: string | null;
  target_id: string | null;
  target_name: string | null;
  address: string | null;
  /** JSON without secrets. */
  before: string | null;
  after: string | null;
  request_id: string | null;
}

export interface NotificationRow {
  /** Order of arrival. */
  seq: Generated<number>;
  id: string;
  user_id: string;
  at: string;
  kind: string;
  severity: string;
  /** JSON. */
  facts: string;
  link: string | null;
  read_at: string | null;
}

/** Beside these the file holds what the plumbing keeps: outbox, inbox, idempotency keys. */
export interface GatewayDb {
  users: UserRow;
  sessions: SessionRow;
  refresh_tokens: RefreshTokenRow;
  api_keys: ApiKeyRow;
  signing_keys: SigningKeyRow;
  setup: SetupRow;
  plex_attempts: PlexAttemptRow;
  plex_accounts: PlexAccountRow;
  settings: SettingsRow;
  secrets: SecretRow;
  audit: AuditRow;
  notifications: NotificationRow;
}
