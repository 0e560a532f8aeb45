import type { Role, User } from '@marquee/contracts';
import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

/** Somebody is signed in. The token lives here and nowhere else: never in storage, never in an address. */
export interface Signed {
  user: User;
  accessToken: string;
  /** When the token ends by this machine's clock, ms since 1970. */
  freshUntil: number;
}

export type Session =
  | { phase: 'restoring' }
  | { phase: 'signed-out'; why: 'nobody' | 'left' | 'ended' }
  | ({ phase: 'signed-in' } & Signed);

export const sessionSlice = createSlice({
  name: 'session',
  initialState: { phase: 'restoring' } as Session,
  reducers: {
    signedIn: (_state, { payload }: PayloadAction<Signed>): Session => ({ phase: 'signed-in', ...payload }),
    signedOut: (_state, { payload }: PayloadAction<'nobody' | 'left' | 'ended'>): Session => ({
      phase: 'signed-out',
      why: payload,
    }),
  },
  selectors: {
    selectSession: (state) => state,
    selectUser: (state) => (state.phase === 'signed-in' ? state.user : null),
    selectRole: (state): Role | undefined => (state.phase === 'signed-in' ? state.user.role : undefined),
    selectToken,
  },
});

/** What stands in for one token after another: whoever was refused with the old one may try again. */
function selectToken(state: Session): string | null {
  return state.phase === 'signed-in' ? state.accessToken : null;
}

export const { signedIn, signedOut } = sessionSlice.actions;
export const { selectSession, selectUser, selectRole } = sessionSlice.selectors;
export const selectAccessToken = sessionSlice.selectors.selectToken;
