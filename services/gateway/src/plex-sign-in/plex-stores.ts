/** A sign-in with Plex under way in one browser. */
interface PlexAttempt {
  pinId: number;
  expiresAt: Date;
}

/** Known by the hash of what the browser's cookie holds; each is good for one sign-in. */
export interface PlexAttempts {
  add(stateHash: string, attempt: PlexAttempt): Promise<void>;
  /** Neither used nor too old. */
  find(stateHash: string): Promise<PlexAttempt | undefined>;
  /** True for the one who comes first. */
  use(stateHash: string): Promise<boolean>;
}

/** The tokens of people who sign in with Plex, sealed; they go with their account. */
export interface PlexAccounts {
  find(userId: string): Promise<{ sealedToken: string; checkedAt: Date } | undefined>;
  keep(userId: string, sealedToken: string): Promise<void>;
  /** Their access was looked at just now. */
  checked(userId: string): Promise<void>;
  forget(userId: string): Promise<void>;
  /** Whose access was not looked at since. */
  uncheckedSince(moment: Date): Promise<string[]>;
}
