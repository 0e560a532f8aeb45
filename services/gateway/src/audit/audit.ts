import type { Principal } from '@marquee/contracts';

/** Somebody or something that acts: a person, or Marquee itself. */
export type Actor = Pick<Principal, 'id' | 'name' | 'via'> | 'system' | { stranger: string };

/** One thing that was done or refused; the log of them is what an admin reads when something is odd. */
export interface Deed {
  actor: Actor;
  /** What was done, subject first: user.role-changed, session.started. */
  action: string;
  /** 'done' when absent. */
  outcome?: 'done' | 'refused';
  target?: { kind: string; id: string; name: string };
  /** Only what changed, never a secret: a secret is told as { set: true }. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Absent when Marquee itself acts. */
  from?: Whence;
}

/** Where a request came from. */
export interface Whence {
  address: string;
  requestId: string;
}

export interface Audit {
  note(deed: Deed): Promise<void>;
}
