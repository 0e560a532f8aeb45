import type { Session, SignedIn, User } from '@marquee/contracts';
import type { Whence } from '../audit/audit.ts';

export type EndReason =
  | 'signed-out'
  | 'ended-by-person'
  | 'ended-by-admin'
  | 'password-changed'
  | 'role-changed'
  | 'account-shut'
  | 'account-removed'
  | 'access-withdrawn'
  | 'token-reused'
  | 'expired';

/** What is handed to a browser: the answer's body, and its cookies as Set-Cookie values. */
export interface Handed {
  signedIn: SignedIn;
  cookies: string[];
}

/** Where people are signed in. Whoever hears `onEnd` shuts what is still open for a session. */
export interface Sessions {
  begin(
    user: User,
    how: { method: Session['method']; userAgent: string | undefined; from: Whence },
  ): Promise<Handed>;
  list(userId: string, currentId?: string): Promise<Session[]>;
  /** False when the person has no such session. */
  end(userId: string, sessionId: string, reason: EndReason): Promise<boolean>;
  endAll(userId: string, reason: EndReason, exceptId?: string): Promise<number>;
  /** Called with each session's id the moment it ends. */
  onEnd(listener: (sessionId: string) => void): () => void;
}
